"""HTML that is escaped by construction: a plain string can enter a page as text only."""

import html
import re

from mmdesign.reporting.contract import clean

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
VOID_ELEMENTS = frozenset({"img", "meta", "br"})


class Html(str):
    """Text that is already HTML. Only this module and constant text may make one."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Make text safe inside an element and inside a quoted attribute."""
    return Html(html.escape(CONTROL_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", clean(text))))


def element(name: str, /, *children: str, **attributes: str) -> Html:
    """Build one element.

    Args:
        name: Its tag.
        children: Html is put in as it is, any other string as escaped text.
        attributes: Always escaped; a trailing underscore is dropped, inner ones become hyphens.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    if name in VOID_ELEMENTS:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: str) -> Html:
    """Put children one after another, escaping those that are no Html."""
    return Html("".join(c if isinstance(c, Html) else escape(c) for c in children))


def document(title: str, style: Html, *body: str, language: str = "en") -> Html:
    """Build a whole page that may load nothing and run nothing, whatever is in it.

    Args:
        title: What a browser calls the page.
        style: Its CSS.
        body: Its parts.
        language: Of its words, as a browser names it.
    """
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )
    page = element("html", head, element("body", element("main", *body)), lang=language)
    return Html(f"<!doctype html>\n{page}\n")
