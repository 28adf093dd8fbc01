"""Chinese phrases of briefs in English, for a text tower that reads English only."""

from collections.abc import Mapping
from typing import Final

# For the English text tower; a phrase is translated only when all of it is known.
GLOSSARY_ZH: Final[Mapping[str, str]] = {
    "加强筋": "reinforcing ribs", "筋板": "ribs", "筋": "ribs", "把手": "a handle",
    "手柄": "a handle",
    "提手": "a handle", "法兰盘": "a flange", "法兰": "a flange", "支架": "a bracket",
    "安装孔": "mounting holes",
    "螺纹孔": "threaded holes", "沉头孔": "countersunk holes", "通孔": "through holes",
    "中心孔": "a central hole",
    "孔": "holes", "圆角": "rounded corners", "倒角": "chamfers", "锐边": "sharp edges",
    "尖角": "sharp corners",
    "锐角": "sharp corners", "毛刺": "burrs", "底座": "a base", "底板": "a base plate",
    "外壳": "a housing",
    "盖子": "a lid", "盖板": "a cover plate", "齿轮": "a gear", "轴": "a shaft",
    "轴承座": "a bearing block",
    "槽": "a slot", "凹槽": "a groove", "键槽": "a keyway", "凸台": "a boss",
    "散热片": "cooling fins",
    "圆柱形": "cylindrical", "圆柱": "a cylinder", "圆形": "round", "方形": "square",
    "矩形": "rectangular",
    "六角形": "hexagonal", "对称": "symmetric", "悬垂": "overhangs", "卡扣": "a snap fit",
    "螺母": "a nut",
    "螺栓": "a bolt", "垫圈": "a washer", "管": "a tube", "板": "a plate", "文字": "engraved text",
    "圆": "round", "红色": "red", "黑色": "black", "白色": "white", "蓝色": "blue",
    "外观": "appearance",
    "美观": "beautiful", "现代": "modern", "简约": "minimalist", "流线型": "streamlined",
    "L形": "L-shaped",
    "U形": "U-shaped", "T形": "T-shaped", "的": "", "和": " and ", "与": " and ", "、": ", ",
}  # fmt: skip
