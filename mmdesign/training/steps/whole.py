"""All steps in a row, from nothing to a measured bundle."""

from mmdesign.training.aligning import AlignPlan
from mmdesign.training.dataset import render_named, render_parts, render_test_parts
from mmdesign.training.evaluation import Figure
from mmdesign.training.localising import LocalisePlan
from mmdesign.training.plan import Plan
from mmdesign.training.steps.evaluating import describe, evaluate
from mmdesign.training.steps.finishing import calibrate_bundle, localise
from mmdesign.training.steps.run import Run
from mmdesign.training.steps.towers import align, export, fit, tune_words
from mmdesign.training.tuning import TunePlan

DESIGNS_PER_MINUTE, MOST_DESIGNS = 400, 32_000
"""Of the training budget; rendering them takes two cores about a fifth of it."""
STEPS_PER_MINUTE, LEAST_STEPS = 15, 1_500
"""Of the aligning stage: longer budgets have more designs, which take longer to align."""
TEXTS_PER_MINUTE = 2_000
"""Of the tuning of the text tower."""
LOCALISE_SHARE = 0.25
"""Minutes for the dense head, on top of the budget and as a share of it."""


def train(budget_minutes: float, run: Run | None = None) -> tuple[Figure, ...]:
    """Make the embedded model from nothing and measure it.

    Args:
        budget_minutes: For the training loop alone; data, calibration and figures come on top.
        run: Where and how large; None for the defaults.
    """
    run = run or Run()
    make_data(run, budget_minutes)
    fit(run, Plan(budget_minutes))
    texts = min(round(TEXTS_PER_MINUTE * budget_minutes), TunePlan().texts)
    tune_words(run, TunePlan(texts=texts))
    steps = min(max(round(STEPS_PER_MINUTE * budget_minutes), LEAST_STEPS), AlignPlan().steps)
    align(run, AlignPlan(steps=steps))
    export(run)
    localise(run, LocalisePlan(LOCALISE_SHARE * budget_minutes))
    calibrate_bundle(run)
    figures = evaluate(run).figures
    describe(run, figures)
    return figures


def make_data(run: Run, budget_minutes: float) -> None:
    """Render whatever is not rendered yet."""
    enough = min(round(DESIGNS_PER_MINUTE * budget_minutes), MOST_DESIGNS)
    render_parts(run.work, run.designs or enough, 2 * run.test_designs)
    render_test_parts(run.work, run.test_designs)
    if run.data is not None:
        render_named(run.work, run.data)
