"""What a spec asks for, and what to supply where nobody can tell, in words."""

from collections.abc import Mapping
from typing import Final

from mmdesign.domain import Requirement
from mmdesign.judging import reasons
from mmdesign.phrases import Phrase, counted, phrase, phrases

SUPPLY: Final[Mapping[str, Phrase]] = phrases({
    reasons.ONLY_PICTURES: "Add the mesh or CAD file; pictures do not carry sizes or counts.",
    reasons.OPEN_MESH: "Close the mesh into a solid, or add the CAD file.",
    reasons.NO_MATERIAL: "Name the material in the spec, such as 'Material: PA12'.",
    reasons.NO_CALIBRATION: "Use the embedded model, or calibrate this one on reviewed designs.",
    reasons.NOT_LOOKED_AT: "Add a render, a mesh or a CAD file that shows it.",
    reasons.NOT_SURE: "Show it more clearly, in a view from that side, or let a reviewer decide.",
    reasons.WITHIN_ERROR: "Leave more margin to the limit, or add the CAD file for exact faces.",
    reasons.NOT_ROUND: "Name length, width or height instead of the diameter.",
    reasons.NO_HOLES: "Add the holes first; there is none to measure.",
    reasons.NOT_MEASURED: "Add the CAD file (STEP), or name another measurable quantity.",
    reasons.NOT_BY_SIZE: "Ask for the number of holes of that size, or for this of all holes.",
    reasons.MATERIAL: "Confirm the material by hand; the shape does not tell it.",
    reasons.UNCHECKABLE: "Write it as something measurable or visible; the spec check proposes "
    "how.",
    reasons.CONDITION: "Say in the spec whether the condition holds, or state only the case that "
    "applies.",
    reasons.UNITS_DOUBTFUL: "Say the unit of the file, or export it in mm.",
    reasons.LIMITS_OPEN: "Supply what the open limits of the process ask for.",
})  # fmt: skip


def limit_words(requirement: Requirement) -> Phrase:
    """The wanted number in words: 'exactly 4', 'at least 4', '2 to 4', 'none'."""
    low, high = requirement.lower, requirement.upper
    if high == 0 and low in {None, 0}:
        return phrase("none")
    if low is not None and high is not None:
        if low == high:
            return phrase("exactly {wanted:g}", wanted=low)
        return phrase("{low:g} to {high:g}", low=low, high=high)
    if low is not None:
        return phrase("at least {wanted:g}", wanted=low)
    return phrase("at most {wanted:g}", wanted=high)


def there_are(requirement: Requirement, value: float) -> Phrase:
    """'there are 3 (or none), the spec asks for at least 4'."""
    asked = limit_words(requirement)
    if value == 0:
        return phrase("there are none, the spec asks for {asked}", asked=asked)
    if asked == "none":
        return counted(
            value,
            "there is {number:g}, the spec asks for none",
            "there are {number:g}, the spec asks for none",
        )
    return counted(
        value,
        "there is {number:g}, the spec asks for {asked}",
        "there are {number:g}, the spec asks for {asked}",
        asked=asked,
    )
