"""What the page says before, during and after work: invitation, progress, error; as HTML."""

from html import escape

from mmdesign.domain import Progress
from mmdesign.ui.words import Words

MARK = (
    '<svg class="mm-mark" viewBox="0 0 24 24" aria-hidden="true">'
    '<path d="M12 2.5l8.2 4.75v9.5L12 21.5l-8.2-4.75v-9.5z"/>'
    '<path d="M3.8 7.25L12 12l8.2-4.75M12 12v9.5"/></svg>'
)
MOON = (
    '<svg viewBox="0 0 16 16" aria-hidden="true">'
    '<path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z"/></svg>'
)


def header_html(model_id: str, words: Words) -> str:
    """The bar above all pages."""
    return (
        f'<div class="mm-brand">{MARK}<b>mmdesign</b></div><div class="mm-bar-right">'
        f'<span class="mm-local"><i></i>{words("runs_here")}</span>'
        f'<span class="mm-mono mm-model">{escape(model_id)}</span>'
        f'<button type="button" class="mm-theme" aria-label="{words("switch_theme")}" '
        f'title="{words("switch_theme")}">{MOON}</button></div>'
    )


def invitation_html(words: Words) -> str:
    """What a review will show, before the first one."""
    steps = "".join(
        f"<li><b>{words(f'invite_{step}_title')}</b><span>{words(f'invite_{step}_text')}</span></li>"
        for step in ("ledger", "evidence", "change")
    )
    return (
        f'<div class="mm-invite">{MARK}<h1 class="mm-display">{words("invite_title")}</h1>'
        f"<p>{words('invite_text')}</p><ul>{steps}</ul></div>"
    )


def progress_html(progress: Progress, words: Words) -> str:
    """Where the work stands, how far, and how long it will still take."""
    percent = round(100 * progress.done)
    remaining = (
        ""
        if progress.remaining_s is None
        else words("remaining", seconds=max(1, round(progress.remaining_s)))
    )
    return (
        '<div class="mm-progress" role="status">'
        f"<p><span>{escape(words.known('stage', progress.stage))}</span>"
        f'<span class="mm-mono">{remaining or f"{percent} %"}</span></p>'
        f'<div class="mm-track"><i style="width:{max(3, percent)}%"></i></div></div>'
    )


def error_html(message: str) -> str:
    """A problem that the user can mend, in its own words."""
    return f'<div class="mm-error" role="alert">{escape(message)}</div>'


def note_html(message: str) -> str:
    """A quiet remark."""
    return f'<p class="mm-quiet" role="status">{escape(message)}</p>'
