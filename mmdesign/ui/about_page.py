"""The about page: privacy, the model in use, the models to choose from and how; as HTML."""

from collections.abc import Sequence
from html import escape

from mmdesign.domain import Model
from mmdesign.encoding import Choice, Figure, Step, catalogue, telling
from mmdesign.ui.words import Words


def about_html(model: Model, setting: str, suffixes: str, words: Words) -> str:
    """What the model is, what can be read, what never happens, and which models there are.

    Args:
        model: The model in use.
        setting: The name that it was asked for by.
        suffixes: The readable formats.
        words: The reader's language.
    """
    state = words("calibrated" if model.calibrated else "uncalibrated")
    blocks = (
        ("about_privacy", words("about_privacy_text")),
        ("about_model", f'<span class="mm-mono">{escape(model.id)}</span><br>{state}'),
        ("about_formats", f'<span class="mm-mono">{escape(suffixes)}</span>'),
        ("about_limits", words("about_limits_text")),
    )
    body = "".join(f"<dt>{words(title)}</dt><dd>{text}</dd>" for title, text in blocks)
    return (
        f'<div class="mm-about"><h1 class="mm-h1">{words("about_title")}</h1><dl>{body}</dl></div>'
        f"{models_html(setting, words)}"
    )


def models_html(setting: str, words: Words) -> str:
    """The models to choose from, each with its size, licence, use, flag and measured figures."""
    known = catalogue()
    choices = "".join(_choice(choice, choice.name == setting, words) for choice in known.choices)
    return (
        '<section class="mm-models" aria-labelledby="mm-models-title">'
        f'<h2 class="mm-h3" id="mm-models-title">{words("models_title")}</h2>'
        f'<ul class="mm-choices">{choices}</ul>'
        f'<div class="mm-ways">{_steps("models_other", known.choosing, words)}'
        f"{_steps('models_offline', known.offline, words)}</div></section>"
    )


def _choice(choice: Choice, in_use: bool, words: Words) -> str:
    badge = f'<span class="mm-in-use">{words("model_in_use")}</span>' if in_use else ""
    facts = [
        words("model_here", size=choice.weights_mb)
        if choice.repository is None
        else words("model_fetch", size=choice.download_mb),
        words("model_pictures", px=choice.picture_px),
        f"{choice.licence}: {choice.licence_note[words.language]}",
    ]
    if choice.repository is not None:
        facts.append(f"huggingface.co/{choice.repository}")
    listed = "".join(f"<li>{escape(fact)}</li>" for fact in facts)
    return (
        f'<li class="mm-choice"><div><h3 class="mm-mono">{escape(choice.name)}</h3>{badge}'
        f'<ul class="mm-choice-facts">{listed}</ul></div>'
        f"<div><p>{escape(choice.good_for[words.language])}</p>"
        f"{_command(choice.flag, words)}{_evaluation(choice, words)}</div></li>"
    )


def _evaluation(choice: Choice, words: Words) -> str:
    """The telling figures and, folded, all of them; or how to measure this model."""
    if not choice.figures:
        command = _command(choice.evaluation_command, words)
        return f'<p class="mm-unmeasured">{words("model_not_evaluated")}</p>{command}'
    short = telling(choice.figures)
    rest = ""
    if len(short) < len(choice.figures):
        title = words("model_all_figures", number=len(choice.figures))
        rest = (
            f'<details class="mm-details"><summary>{title}</summary>'
            f"{_figures(choice.figures, words)}</details>"
        )
    return _figures(short, words) + rest


def _figures(figures: Sequence[Figure], words: Words) -> str:
    heads = "".join(
        f'<th scope="col">{words(f"figure_{name}")}</th>' for name in ("what", "value", "chance")
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(figure.what)}<small>{escape(figure.on)}, n = {figure.count}'
        f'</small></th><td class="mm-mono">{figure.value:.3f}</td>'
        f'<td class="mm-mono">{"" if figure.chance is None else f"{figure.chance:.3f}"}</td></tr>'
        for figure in figures
    )
    return (
        f'<table class="mm-table mm-figures"><caption>{words("figures_title")}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _steps(title: str, steps: Sequence[Step], words: Words) -> str:
    said = "".join(
        f"<li><p>{escape(step.text[words.language])}</p>"
        f"{'' if step.command is None else _command(step.command, words)}</li>"
        for step in steps
    )
    return f'<div><h3 class="mm-h2">{words(title)}</h3><ol class="mm-steps">{said}</ol></div>'


def _command(command: str, words: Words) -> str:
    """A command with a button that copies it; it breaks between words, never after a dash."""
    lines = "\n".join(
        " ".join(f"<span>{escape(word)}</span>" for word in line.split(" "))
        for line in command.splitlines()
    )
    return (
        f'<div class="mm-command"><code>{lines}</code>'
        f'<button type="button" class="mm-copy" aria-label="{words("copy")}: {escape(command)}" '
        f'data-copied="{words("copied")}"><span aria-live="polite">{words("copy")}</span>'
        "</button></div>"
    )
