"""Wishes that no shape can show, and words of taste."""

import re
from typing import Final

from mmdesign.phrases import Phrase, phrase

# Wishes that no shape can show, with what to write instead.
PHYSICAL_WISHES: Final[tuple[tuple[re.Pattern[str], Phrase], ...]] = (
    (re.compile(
        r"\bstrong\w{0,3}\b|\bstrength\b|\bdurab\w{2,6}\b|\brobust\w{0,4}\b|\bsturdy\b|"
        r"\brigid\w{0,3}\b|\bstiff\w{0,4}\b|"
        r"\btough\b|\breliab\w{2,6}\b|withstand\w{0,3}|\bloads?\b|\bforces?\b|\bstress\w{0,2}\b|"
        r"\btorque|safety factor|"
        r"factor of safety|(?:support|carry|hold|bear|lift)s? (?:at least |up to |a load of |"
        r"a weight of |a |)"
        r"[\d.]{1,8} ?(?:kg|lbs?|n\b|kn)|"
        r"坚固|耐用|强度|刚度|承载|承重|载荷|牢固|结实"),
     phrase("State a wall thickness, a material or a rib that gives the strength, such as 'wall "
            "at least 3 mm'.")),
    (re.compile(r"\b(?:light|lightweight|light-weight)\b(?!\s?(?:blue|grey|gray|green|source|"
                r"pipe))|轻量化|轻便"),
     phrase("Give a limit for the mass, such as 'mass at most 200 g'.")),
    (re.compile(r"\b(?:cheap|low[- ]cost|affordable|inexpensive|cost|budget|price)\b|成本|便宜|"
                r"价格"),
     phrase("Give a limit for mass, size or part count that stands for the cost.")),
    (re.compile(r"\b(?:small|compact|large|big|slim)\b(?! (?:hole|rib|fillet|handle|feature|"
                r"radius))|紧凑|小巧"),
     phrase("Give a size, such as 'fits in 100 x 60 x 40 mm'.")),
    (re.compile(
        r"\b(?:ergonomic|comfortable|easy to \w{1,15}|easily|user[- ]friendly|intuitive|safe|quiet|"
        r"efficient|high quality|good quality|well[- ]made|fast)\b|舒适|方便|易于|安全|可靠|"
        r"高质量"),
     phrase("Name the feature that achieves it, such as 'a rounded grip handle' or 'no sharp "
            "edges'.")),
    (re.compile(
        r"\b(?:roughness|surface finish|ra ?\d|tolerance class|iso 2768|ip ?\d\d|rohs|"
        r"uv[- ]resist\w{0,4}|"
        r"heat[- ]resist\w{0,4}|corrosion|waterproof|dustproof|conductiv\w{1,5}|temperature|"
        r"voltage|"
        r"life ?time|service life|hardness)\b|粗糙度|耐热|耐腐蚀|防水|防尘|温度|寿命|硬度"),
     phrase("This is proved by a test or a drawing note, not by the shape; keep it outside the "
            "review.")),
)  # fmt: skip

STYLE_WORDS: Final = re.compile(
    r"\b(?:sleek|beautiful|elegant|modern|aesthetic\w{0,5}|attractive|stylish|minimalist\w{0,3}|"
    r"futuristic|organic|"
    r"aerodynamic|streamlined|industrial|retro|vintage|classic|premium|appealing|nice[- ]looking|"
    r"clean look|"
    r"look and feel|playful|rugged[- ]looking|pretty|cute|design language|style|styled|styling)\b|"
    r"美观|漂亮|好看|现代|简约|流线|科技感|时尚|优雅|外观|风格"
)
