"""The steps from nothing to a finished bundle, each of them resumable."""

from mmdesign.training.steps.evaluating import describe, evaluate, read_figures
from mmdesign.training.steps.finishing import calibrate_bundle, calibrate_likeness, localise
from mmdesign.training.steps.run import Run
from mmdesign.training.steps.towers import align, export, fit, tune_words
from mmdesign.training.steps.whole import make_data, train

__all__ = [
    "Run",
    "align",
    "calibrate_bundle",
    "calibrate_likeness",
    "describe",
    "evaluate",
    "export",
    "fit",
    "localise",
    "make_data",
    "read_figures",
    "train",
    "tune_words",
]
