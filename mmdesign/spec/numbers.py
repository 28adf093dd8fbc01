"""Numbers as people write them: '1,250', '20 000', '2-1/2', '2,5', 'twenty-four', '10万'."""

import re
from typing import Final

_POWER: Final = r"10\s?\^\s?\(?[+-]?\d{1,2}\)?|1e[+-]?\d{1,2}"
_SCIENTIFIC: Final = (
    rf"\d{{1,9}}(?:[.,]\d{{1,9}})?(?:e[+-]?\d{{1,2}}|\s?[x×*·]\s?(?:{_POWER}))(?!\d|[.,]\d)"
    rf"|(?:{_POWER})(?!\d|[.,]\d)"
)
"""'1.2e+04', '3.2×10^5' and '10^4', for which '10⁴' is written '1e4' before anything is read."""
NUMBER: Final = (
    rf"(?:{_SCIENTIFIC}|"
    r"[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,9})?(?![\d,])"
    r"|[1-9]\d{0,2}(?:\s\d{3}){1,3}(?!\d|/|\.\d|\s?[x×])"
    r"|\d{1,4}(?:\s|-|\sand\s)\d{1,3}/\d{1,3}(?!\d)"
    r"|\d{1,4}/\d{1,3}(?!\d)|\d{1,9}[.,]\d{1,9}(?!\d)|\d{1,9}(?!\d)|\.\d{1,9}(?!\d))"
)
"""A number in digits; every repeat is bounded, so that matching stays linear."""

MULTIPLIER: Final = r"(?:百万|万|千(?=[个面三多])|million\b|thousand\b|k(?=\s?(?:tri|poly|face)))"
_FACTORS: Final = {"百万": 1e6, "万": 1e4, "千": 1e3, "million": 1e6, "thousand": 1e3, "k": 1e3}

_ONES: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_GROUPS: Final = {
    "half a dozen": 6, "a dozen": 12, "dozen": 12, "a pair of": 2, "pair of": 2, "a couple of": 2,
    "a single": 1, "single": 1,
}  # fmt: skip
_ENGLISH: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_ONES, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **_GROUPS,
}
_DIGITS_ZH: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "双": 2}
_POWERS_ZH: Final = {"十": 10, "百": 100, "千": 1000}
_COUNTED_ZH: Final = (
    r"(?=\s?(?:个|處|处|只|枚|颗|条|根|件|块|片|道|层|孔|圆孔|通孔|螺|沉|安装|m\d|Ø|毫米|厘米|公分"
    r"|克|千克|公斤|度|米|英寸|(?:到|至|或|~|-)[零一二两三四五六七八九十百]))"
)
WORD_NUMBER: Final = re.compile(
    r"\b(?:" + "|".join(sorted(_GROUPS, key=len, reverse=True)) + r"|"
    rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[:9])})|"
    + "|".join(sorted([*_ONES[1:], *_TENS], key=len, reverse=True))
    + r"|(?<!each )(?<!every )(?<!any )(?<!no )(?<!the )(?<!this )(?<!that )(?<!which )one"
    r"(?! (?:is|of|end|another|must|should|shall|may|that|which|can|has|side|hand)\b)"
    + rf")\b(?:\shundred\b)?|(?!零[件部配])[零一二两三四五六七八九十百千双]{{1,7}}{_COUNTED_ZH}"
)
"""A number in words; a Chinese one only before a unit, a measure word or a hole."""
_REPEATED: Final = re.compile(r"\s?\(\s?\d{1,3}\s?\)")


def read_number(text: str) -> float:
    """Read '1,250', '20 000', '2,5', '3/4', '2-1/2', '.5' or '1.2e4'; groups have three digits."""
    text = re.sub(r"\s+", " ", text.strip()).replace(" and ", " ")
    if "^" in text or "e" in text:
        return _read_scientific(text)
    if "/" in text:
        whole, _, fraction = text.replace("-", " ").rpartition(" ")
        top, bottom = fraction.split("/")
        return (float(whole) if whole else 0.0) + float(top) / max(float(bottom), 1.0)
    if re.fullmatch(r"[1-9]\d{0,2}(?:[, ]\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", "").replace(" ", ""))
    return float(text.replace(",", ".", 1).replace(",", ""))


def _read_scientific(text: str) -> float:
    """Read '1.2e+04', '1,5e-3', '3.2×10^5', '2×1e4' or '10^-4'."""
    factor, _, power = re.sub(r"[\s()]", "", text).replace(",", ".").rpartition("×")
    factor, power = (factor, power) if factor else _parted(power)
    exponent = power.partition("^")[2] or power.removeprefix("1e")
    return float(f"{factor or 1}e{exponent}")


def _parted(text: str) -> tuple[str, str]:
    """Factor and power of '1.2e+04', '2x10^4' and '10^4'."""
    found = re.fullmatch(r"(?:(.+)[x*·])?(10\^.+|1e.+)", text)
    if found:
        return found[1] or "", found[2]
    factor, _, exponent = text.partition("e")
    return factor, f"1e{exponent}"


def read_word_number(text: str) -> float:
    """Read 'twenty-four', 'two hundred', 'a pair of' or '十二'."""
    if not text.isascii():
        return float(_read_chinese(text))
    hundreds = text.endswith("hundred")
    words = text.removesuffix("hundred").strip()
    value = _ENGLISH.get(words) or sum(_ENGLISH[word] for word in re.split(r"[- ]", words))
    return float(value * 100 if hundreds else value)


def _read_chinese(text: str) -> int:
    total, digit = 0, 0
    for character in text:
        if character in _POWERS_ZH:
            total += (digit or 1) * _POWERS_ZH[character]
            digit = 0
        else:
            digit = _DIGITS_ZH[character]
    return total + digit


def multiplier(text: str | None) -> float:
    """The factor that '万' or 'thousand' behind a number stands for; 1 without one."""
    return _FACTORS[text.strip()] if text else 1.0


def end_of_repeat(text: str, end: int) -> int:
    """Where 'six (6)' ends, when the digits only repeat the word before them."""
    repeated = _REPEATED.match(text, end)
    return repeated.end() if repeated else end
