"""Every reason a verdict can give: a fixed, short list."""

from typing import Final

from mmdesign.phrases import phrase

MEASURED: Final = phrase("Measured on the shape.")
SEEN: Final = phrase("Judged by the look of the views.")
MEASURED_AND_SEEN: Final = phrase("Measured on the shape and judged by the look of the views.")
WITHIN_ERROR: Final = phrase("The value lies within the measuring error of the limit.")
NOT_SURE: Final = phrase("The model is not sure.")
NO_CALIBRATION: Final = phrase("The model has no calibration, so its score is not a probability.")
NOT_LOOKED_AT: Final = phrase("There was no picture to judge this by.")
ONLY_PICTURES: Final = phrase("Only pictures were given; this needs a mesh or a CAD file.")
OPEN_MESH: Final = phrase("The mesh is open, so this cannot be measured.")
NO_MATERIAL: Final = phrase("No material is named, so the mass is not known.")
NOT_MEASURED: Final = phrase("This could not be measured on this design.")
NO_HOLES: Final = phrase("No hole was found to measure.")
NOT_ROUND: Final = phrase("No round outline was found whose diameter could be measured.")
MATERIAL: Final = phrase("A shape does not tell its material.")
NAMED_IN_FILE: Final = phrase("The file names the material of its parts.")
UNCHECKABLE: Final = phrase("This cannot be measured on a shape or seen in a picture.")
PARENT_FAILED: Final = phrase("The requirement it hangs on is not met.")
CONFLICT: Final = phrase(
    "What is measured and what is seen disagree; what is measured counts more."
)
CONDITION: Final = phrase("It only holds under a condition, which no design shows.")
UNITS_DOUBTFUL: Final = phrase("The file names no unit, and in mm its size is not that of a part.")
NOT_BY_SIZE: Final = phrase("This is not counted for holes of one size alone.")
NOTHING_TO_LIMIT: Final = phrase("There is nothing on the design that this limit is about.")
LIMITS_HOLD: Final = phrase("All limits of the process that were checked hold.")
LIMITS_BROKEN: Final = phrase("A limit of the process is broken.")
LIMITS_OPEN: Final = phrase("Some limits of the process could not be checked.")
