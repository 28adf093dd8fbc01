"""The reader of briefs that runs in the sandbox's child: one file in, its text out."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from mmdesign.errors import DesignError
from mmdesign.loading.brief_pdf import pdf_text
from mmdesign.loading.brief_word import word_text
from mmdesign.sandbox import Reading

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Briefs are English or Chinese: Chinese code pages, and the Western one that holds Ø ± ° ½.
_CHINESE: Final = ("gb18030", "big5")
_WESTERN: Final = "cp1252"
_LETTERS_IN_COMMON_TEXT: Final = 0.9


def read(request: Mapping[str, Any]) -> Reading:
    """Read the text of one brief.

    Args:
        request: path, name, suffix.

    Returns:
        The fact `text`: one paragraph, list item or table row per line.
    """
    return Reading(
        facts={"text": _READERS[request["suffix"]](Path(request["path"]), request["name"])}
    )


def decoded_text(path: Path, name: str) -> str:
    """Text of a file that is not UTF-8: by its byte order mark, else by what it makes sense in.

    Raises:
        DesignError: If the bytes are no text.
    """
    content = path.read_bytes()
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode(content, encoding, name)
    if b"\x00" in content:
        message = f"{name} is not a text file; save the brief as plain text, PDF or DOCX."
        raise DesignError(message)
    chinese = (each for each in _CHINESE if _reads_as_chinese(content, each))
    return _decode(content, next(chinese, _WESTERN), name)


def _decode(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        message = f"{name} is in an encoding that is not known here; save it as UTF-8."
        raise DesignError(message) from None


def _reads_as_chinese(content: bytes, encoding: str) -> bool:
    """Whether nearly all that is not ASCII becomes a common Chinese sign.

    GB 2312 orders its 3,755 common characters first (rows 16 to 55), and so does Big5
    (lead bytes A4 to C6); 'é' and a letter in Western text fall outside.
    """
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    foreign = [character for character in text if not character.isascii()]
    common = sum(_is_common(character, encoding) for character in foreign)
    return bool(foreign) and common >= _LETTERS_IN_COMMON_TEXT * len(foreign)


def _is_common(character: str, encoding: str) -> bool:
    written = character.encode(encoding)
    if len(written) != 2:
        return False
    if encoding == "big5":
        return 0xA1 <= written[0] <= 0xC6
    return 0xA1 <= written[0] <= 0xD7 and written[1] >= 0xA1


_READERS: Final[Mapping[str, Callable[[Path, str], str]]] = {
    ".txt": decoded_text, ".md": decoded_text, ".pdf": pdf_text, ".docx": word_text,
}  # fmt: skip
