"""Units as people write them, turned into mm, mm2, mm3, g and deg by pint."""

from functools import lru_cache
from typing import Final

import pint

CANONICAL: Final = ("mm", "mm2", "mm3", "g", "deg")
INCH_MM: Final = 25.4
SHARE: Final = "%"
OTHER: Final = "other"
"""A unit that exists, but that no shape can be measured in: newtons, volts, hours."""

_SPELLINGS: Final[dict[str, str]] = {
    "mm": "mm mms millimeter millimeters millimetre millimetres 毫米 公厘",
    "cm": "cm cms centimeter centimeters centimetre centimetres 厘米 公分",
    "m": "m meter meters metre metres 米",
    "um": "um µm μm micron microns 微米",
    "inch": 'in in. inch inches " 英寸 吋 寸',
    "foot": "ft foot feet ' 英尺",
    "mil": "thou mil mils thousandths",
    "mm**2": "mm2 mm^2 mm² sqmm 平方毫米",
    "cm**2": "cm2 cm^2 cm² 平方厘米",
    "m**2": "m2 m^2 m² 平方米",
    "inch**2": "in2 in^2 in²",
    "mm**3": "mm3 mm^3 mm³ 立方毫米",
    "cm**3": "cm3 cm^3 cm³ cc ccm 立方厘米",
    "m**3": "m3 m^3 m³ 立方米",
    "inch**3": "in3 in^3 in³",
    "milliliter": "ml milliliter milliliters millilitre millilitres 毫升",
    "liter": "l liter liters litre litres 升",
    "g": "g gram grams gramme grammes gr gm gms 克",
    "mg": "mg 毫克",
    "kg": "kg kgs kilo kilos kilogram kilograms 千克 公斤",
    "jin": "斤 市斤",
    "pound": "lb lbs pound pounds 磅",
    "ounce": "oz ounce ounces 盎司",
    "degree": "deg degs degree degrees ° 度",
    "radian": "rad radian radians",
    SHARE: "% percent per-cent pct ％",
    OTHER: "n kn nm n·m mpa gpa kpa pa psi bar w kw v kv a ma °c °f ℃ k kgf lbf lbs-force j hz khz "
    "rpm hrc hb hv hra shore n/mm n/mm2 dba lm lux ghz ppi dpi px pixels coats layers s sec "
    "seconds minutes h hr hrs hours days years cycles db $ € usd eur 牛 牛顿 伏 瓦 "
    "diameters thicknesses 小时 分钟 秒 天 周 年 兆帕 千牛 牛米 摄氏度",
}  # fmt: skip
_PHRASES: Final[dict[str, str]] = {
    "square millimeters": "mm**2",
    "square millimetres": "mm**2",
    "sq mm": "mm**2",
    "square centimeters": "cm**2",
    "square centimetres": "cm**2",
    "sq cm": "cm**2",
    "square inches": "inch**2",
    "cubic millimeters": "mm**3",
    "cubic millimetres": "mm**3",
    "cubic centimeters": "cm**3",
    "cubic centimetres": "cm**3",
    "cubic inches": "inch**3",
    "cu in": "inch**3",
    "cu cm": "cm**3",
    "pounds of force": OTHER,
}
PINT_BY_SPELLING: Final[dict[str, str]] = _PHRASES | {
    spelling: name for name, spellings in _SPELLINGS.items() for spelling in spellings.split()
}
_DIMENSIONS: Final[dict[str, tuple[str, str]]] = {
    "[length]": ("mm", "mm"),
    "[length] ** 2": ("mm2", "mm**2"),
    "[length] ** 3": ("mm3", "mm**3"),
    "[mass]": ("g", "g"),
    "dimensionless": ("deg", "degree"),
}


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    registry.define("jin = 500 * gram")
    return registry


@lru_cache(maxsize=256)
def canonical_unit(spelling: str) -> tuple[str, float]:
    """The unit a measurement is given in, and the factor to it.

    Args:
        spelling: A key of PINT_BY_SPELLING, lower case.

    Returns:
        Canonical unit ('mm', 'mm2', 'mm3', 'g', 'deg', '%' or 'other') and the factor.
    """
    name = PINT_BY_SPELLING[spelling]
    if name in {SHARE, OTHER}:
        return name, 1.0
    quantity = _registry().Quantity(1.0, name)
    unit, target = _DIMENSIONS[str(quantity.dimensionality)]
    return unit, round(float(quantity.to(target).magnitude), 12)
