"""PDF briefs: the text of every page as it stands, then as paragraphs and table rows."""

import logging
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Final

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from mmdesign.errors import DesignError
from mmdesign.loading.brief_columns import as_rows, has_gap, in_columns

MAX_PAGES: Final = 200
_MIN_LETTERS: Final = 20
_EDGE_LINES: Final = 2
"""How many lines at the top and the foot of a page may be a running title."""

# Fonts name some Chinese signs by radicals and some letters by ligatures.
_RADICALS: Final = dict(
    zip(
        "⻓⻔⻋⻅⻆⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⻳⻉⻙⻘⻄⺟⺠⻨⻣⻁",
        "长门车见角页风飞食马鱼鸟黄齐齿龙龟贝韦青西母民麦骨虎",
        strict=True,
    )
)
_KANGXI: Final = (
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己"
    "巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦"
    "甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見"
    "角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥"
    "鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
)
_SIGNS: Final = str.maketrans(
    {
        **_RADICALS,
        **{chr(0x2F00 + at): sign for at, sign in enumerate(_KANGXI)},
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\u00a0": " ",
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•",
    }
)  # fmt: skip
_BULLET: Final = re.compile(
    r"\s*(?:[-*•·▪◦●■–]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s|\d{1,2}(?:\.\d{1,2})+\s)"
)
_AFTER_BULLET: Final = re.compile(
    r"^(\s*(?:[-*•·▪◦‣●■□–]|\(?\d{1,2}[.)]|[a-z]\)|\d{1,2}(?:\.\d{1,2})+)) {2,}"
)
_SENTENCE_END: Final = re.compile(r"[.:;!?。：；！？]\s*$")
_RUNS_ON: Final = re.compile(
    r"(?:[,，、(±≥≤<>=×-]|\b(?:and|or|of|the|an?|with|for|to|in|on|at|by|than|least|most|be|is|are|"
    r"from|not|no|shall|must|should|may|max|min|per|each|all|that|which|if))\s*$",
    re.IGNORECASE,
)
_PAGE_NUMBER: Final = re.compile(
    r"\b(?:page|sheet)\b|页|(?:^|\s)\d{1,4}\s?/\s?\d{1,4}$|^\W*\d{1,4}\W*$", re.IGNORECASE
)
_NEARLY_FULL: Final = 0.75
_CHINESE: Final = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_INSIDE_CHINESE: Final = re.compile(rf"(?<={_CHINESE}) +(?={_CHINESE})")


def pdf_text(path: Path, name: str) -> str:
    """Read the text of a PDF: paragraphs joined over their lines, tables as rows between pipes.

    Raises:
        DesignError: If it is damaged, protected by a password, too long, or a scan without text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity it mends
    try:
        reader = PdfReader(path)
        _check(reader, name)
        pages = [_page_lines(page) for page in reader.pages]
    except DependencyError:
        raise _protected(name) from None
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        message = f"{name} is damaged or is no PDF; export it again, or paste the requirements."
        raise DesignError(message) from None
    if sum(character.isalnum() for page in pages for line in page for character in line) < (
        _MIN_LETTERS
    ):
        message = (
            f"{name} has {len(pages)} page{'s' * (len(pages) != 1)} and no text: it is a scan or a "
            "picture; run text recognition on it, or paste the requirements."
        )
        raise DesignError(message)
    return "\n\n".join("\n".join(paragraphs(page)) for page in _without_running_titles(pages))


def _check(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected(name)
    if len(reader.pages) > MAX_PAGES:
        message = (
            f"{name} has {len(reader.pages)} pages; give only those with the requirements, "
            f"at most {MAX_PAGES}."
        )
        raise DesignError(message)


def _protected(name: str) -> DesignError:
    return DesignError(
        f"{name} is protected by a password; save it without one, or paste the requirements."
    )


def _page_lines(page: PageObject) -> list[str]:
    """Lines of one page, with the gaps between columns kept as spaces."""
    text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    return [_mended(line.translate(_SIGNS).rstrip()) for line in text.splitlines()]


def _mended(line: str) -> str:
    """Close gaps that are no columns: behind a bullet, and inside a Chinese sentence.

    Chinese text is set wider than it is counted.
    """
    line = _AFTER_BULLET.sub(r"\1 ", line)
    return _INSIDE_CHINESE.sub("", line) if re.search(r"[，。；]", line) else line


def _without_running_titles(pages: list[list[str]]) -> list[list[str]]:
    """Drop what stands at the edge of every page: a running title, a page number."""
    if len(pages) < 2:
        return pages
    edges = [{_nameless(lines[at]) for at in _edge(lines)} for lines in pages]
    times = Counter(name for names in edges for name in names)
    running = {name for name, number in times.items() if number == len(pages)}
    return [
        [
            line for at, line in enumerate(lines)
            if at not in _edge(lines) or _nameless(line) not in running
        ]
        for lines in pages
    ]  # fmt: skip


def _edge(lines: list[str]) -> set[int]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}


def _nameless(line: str) -> str:
    said = " ".join(line.split())
    return re.sub(r"\d+", "#", said) if _PAGE_NUMBER.search(said) else said


def paragraphs(lines: list[str]) -> list[str]:
    """Join the lines of a page into paragraphs and table rows; empty lines stay between them."""
    lines = in_columns(lines) or lines
    widest = max((_width(line) for line in lines if not has_gap(line)), default=0)
    joined: list[str] = []
    open_line = ""
    for line in as_rows(lines):
        if open_line and _goes_on(open_line, line, widest):
            joined[-1] = _glued(joined[-1], line.strip())
        elif line.strip() or (joined and joined[-1]):
            joined.append(line.strip())
        open_line = "" if line.startswith("|") else line
    return joined


def _goes_on(line: str, following: str, widest: int) -> bool:
    """Whether a line runs on in the next one: it is full, and no sentence ends or begins there."""
    if not following.strip() or following.startswith("|") or _BULLET.match(following):
        return False
    if _SENTENCE_END.search(line) or _width(line) < _NEARLY_FULL * widest:
        return False
    first = following.strip()[0]
    return not first.isupper() or _RUNS_ON.search(line) is not None


def _width(line: str) -> int:
    """How wide a line is set, in Latin letters."""
    return len(line) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in line)


def _glued(before: str, after: str) -> str:
    if re.search(rf"{_CHINESE}$", before) and re.match(_CHINESE, after):
        return before + after
    if re.search(r"[a-z]-$", before) and re.match(r"[a-z]", after):
        return before + after
    return f"{before} {after}"
