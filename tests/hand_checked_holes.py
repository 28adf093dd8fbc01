"""Round holes of real STEP files, established without the measuring code.

For each file the cylindrical faces were read from the STEP text alone: radius, axis, outward or
inward sense, how far around and how far along the axis; faces of one radius and axis were added
up, and those that follow one another on an axis taken as one stepped hole. Pictures were then
looked at for what the text does not tell: free-form transitions between two bores, cavities
without an opening. NOT_PICTURED names the files for which the text alone decided. The diameter is
that of the narrowest step, in mm.

As in the measuring code, a hole goes around by at least 260 degrees, and holes in two parts of an
assembly, or two lugs in one line, are two holes. The rules for hairs, cavities and bores that run
on into one another were written with the five files that carry a note on them in view.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class HandChecked:
    """What one file holds."""

    path: str
    diameters: dict[float, int] = field(default_factory=dict)
    """Diameter in mm -> how many holes have it."""
    counterbores: int = 0
    note: str = ""


KCL, MAKER, TRIMESH = "A/kcl/", "B/maker-function/", "C/trimesh/models/"

HAND_CHECKED: tuple[HandChecked, ...] = (
    HandChecked(KCL + "a-parametric-bearing-pillow-block.step", {9.525: 4, 17.78: 4, 76.2: 2},
                note="two solids, the heads' bores in the upper one"),
    HandChecked(KCL + "ball-bearing.step", {19.05: 1, 36.83: 1},
                note="the balls were turned 0.025 mm off their axes: ten hairs, no holes"),
    HandChecked(KCL + "bracket.step", {12.7: 6}),
    HandChecked(KCL + "car-wheel-assembly.step",
                {16.0: 5, 16.002: 15, 20.4: 5, 55.88: 1, 76.2: 1, 152.4: 1, 429.514: 1, 482.6: 1},
                note="the rim is one bore of many widths; five blind lug nuts"),
    HandChecked(KCL + "cycloidal-gear.step", {7.544: 1}),
    HandChecked(KCL + "french-press.step",
                {2.54: 1, 7.62: 2, 10.16: 4, 15.24: 8, 108.458: 1, 112.014: 1},
                note="the glass and the lid's rim are the two wide ones"),
    HandChecked(KCL + "hex-nut.step", {7.9375: 1}, note="5/16 inch"),
    HandChecked(KCL + "kitt.step"),
    HandChecked(KCL + "pipe-flange-assembly.step", {9.779: 21, 10.033: 14, 18.542: 1, 25.4: 2},
                note="7 nuts, 14 washers, two rings of 7 + 1; the pipe widens at both ends"),
    HandChecked(KCL + "pipe.step", {34.925: 1}, note="widens to 49.59 over a free-form cone"),
    HandChecked(KCL + "poopy-shoe.step"),
    HandChecked(KCL + "router-template-slate.step"),
    HandChecked(KCL + "sheet-metal-bracket.step", {12.7: 4}),
    HandChecked(KCL + "washer.step", {5.156: 1}),
    HandChecked(MAKER + "4040_base_mount.step", {5.0: 5}),
    HandChecked(MAKER + "Base_attachment.step", {2.0: 2}, 2, "drop-shaped"),
    HandChecked(MAKER + "Base_motor_holder_SO101.step", {2.0: 2}, 2, "drop-shaped"),
    HandChecked(MAKER + "Motor1_holder.step", {2.0: 2}, 2, "drop-shaped"),
    HandChecked(MAKER + "Motor_holder_SO101_Base.step", {2.0: 2, 4.0: 2}, 2,
                "two more to reach the screws through the far wall"),
    HandChecked(MAKER + "Moving_Jaw_08d_v1.step", {1.5: 12, 3.2: 9}, 4),
    HandChecked(MAKER + "Moving_Jaw_SO101.step", {1.5: 11, 3.2: 9}, 4,
                "one channel of 1.5 was filled at both ends: a cavity"),
    HandChecked(MAKER + "Rotation_Pitch_SO101.step", {1.5: 4, 2.0: 2, 3.2: 9}, 10),
    HandChecked(MAKER + "SO-ARM101_camera_wrist_mount.step", {2.0: 4, 3.3: 2}, 2),
    HandChecked(MAKER + "STS3215_03a.step", {1.5: 8, 2.5: 9}),
    HandChecked(MAKER + "Seeedstudio_Mounting_Plate_SO101.step", {2.1: 4}, 4),
    HandChecked(MAKER + "Under_arm_SO101.step", {2.0: 2, 3.0: 8, 3.2: 1}, 10),
    HandChecked(MAKER + "Upper_arm_SO101.step", {2.0: 4, 3.0: 8, 3.2: 1}, 12),
    HandChecked(MAKER + "WaveShare_Mounting_Plate_SO101.step", {5.0: 4}, note="drop-shaped"),
    HandChecked(MAKER + "Wrist_Roll_D405_Holder.step",
                {1.5: 21, 2.0: 6, 3.2: 6, 5.4: 1, 15.0: 1}, 10),
    HandChecked(MAKER + "Wrist_Roll_Follower_SO101.step",
                {1.5: 13, 2.0: 4, 3.2: 6, 5.4: 1, 10.0: 1}, 8),
    HandChecked(MAKER + "foot_structure.STEP", {1.25: 1, 1.55: 1, 23.0: 2},
                note="a wall with a small hole between two sockets"),
    HandChecked(MAKER + "lower_leg_structure_fork.STEP", {2.65: 2, 8.0: 1}, 3),
    HandChecked(MAKER + "motor_antigravity_4004_custom_shaft.STEP"),
    HandChecked(TRIMESH + "BREP/base_interface_AP203.STEP", {6.604: 4, 152.4: 1}),
    HandChecked(TRIMESH + "BREP/base_interface_AP214.STEP", {6.604: 4, 152.4: 1}),
    HandChecked(TRIMESH + "featuretype.STEP", {6.756: 8, 9.892: 1}, 8),
)  # fmt: skip
NOT_PICTURED = frozenset(
    {
        "kitt.step", "poopy-shoe.step", "router-template-slate.step", "Rotation_Pitch_SO101.step",
        "Under_arm_SO101.step", "Wrist_Roll_D405_Holder.step", "Wrist_Roll_Follower_SO101.step",
        "motor_antigravity_4004_custom_shaft.STEP", "base_interface_AP214.STEP",
    }
)  # fmt: skip
