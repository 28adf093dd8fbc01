"""Look-alike signs folded to one spelling, so that the rules need to know only one."""

import re
import unicodedata
from typing import Final

_LOOK_ALIKES: Final = str.maketrans(
    {
        "～": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "‒": "-", "‑": "-", "×": "×",
        "✕": "×", "✖": "×", "⌀": "Ø", "∅": "Ø", "ø": "Ø", "φ": "Ø", "Φ": "Ø", "ϕ": "Ø",
        "″": '"', "”": '"', "“": '"', "′": "'", "’": "'", "≦": "≤", "≧": "≥", "⩽": "≤",
        "⩾": "≥", "²": "2", "³": "3", "º": "°", "˚": "°", "µ": "µ", "\u00a0": " ",
        "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "．": ".", "％": "%",
        "＋": "+", "－": "-", "＜": "<", "＞": ">", "＝": "=", "／": "/",
        "：": ":", "（": "(", "）": ")", "，": "，", "⁄": "/", "∼": "~", "…": "~", "＊": "*",
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{chr(at + i): chr(at + i - 0xFEE0) for at in (0xFF21, 0xFF41) for i in range(26)},
    }
)  # fmt: skip


_FRACTION: Final = re.compile("[¼½¾⅐-⅞]")


_DOTTED_UNIT: Final = re.compile(
    r"(?<=[\d ])(?P<unit>deg|in|mm|cm|ft|kg|lbs?|oz)\.(?=\s*[a-z(,;×+±-])", re.IGNORECASE
)
"""'1.5 deg. minimum': the dot shortens the unit and ends nothing."""
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER_OF_TEN: Final = re.compile(r"(?<![\d.,])10(?P<power>[⁻⁺]?[⁰¹²³⁴-⁹]{1,2})")


def _written_power(match: re.Match[str]) -> str:
    """'10⁴' as '1e4', of the same length."""
    return f"1e{match['power'].translate(_RAISED)}"


def normalise(text: str) -> str:
    """Fold look-alike signs to one spelling, lower case, without changing the length."""
    folded = _POWER_OF_TEN.sub(_written_power, text).translate(_LOOK_ALIKES)
    folded = _DOTTED_UNIT.sub(r"\g<unit> ", folded)
    lowered = folded.lower() if folded.isascii() else _lowered(folded)
    return re.sub(r"\+\s?/\s?-", lambda match: "±".rjust(len(match[0])), lowered)


def _lowered(text: str) -> str:
    """Lower case of the same length, sign by sign."""
    return "".join(
        small if len(small := character.lower()) == 1 and character != "Ø" else character
        for character in text
    )


def spell_out_fractions(text: str) -> str:
    """Write '2½' as '2 1/2', before anything counts characters."""
    return _FRACTION.sub(lambda match: f" {_plain_fraction(match[0])}", text)


def _plain_fraction(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).replace("⁄", "/")
