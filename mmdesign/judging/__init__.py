"""Evidence -> probabilities -> verdicts -> fit."""

from mmdesign.judging import reasons
from mmdesign.judging.calibration import Calibration
from mmdesign.judging.measured import Facts, label, limits, measured_evidence, say
from mmdesign.judging.overall import fit
from mmdesign.judging.verdicts import MET_FROM, NOT_MET_TO, judge, outcome_of, takes_eyes

__all__ = [
    "MET_FROM",
    "NOT_MET_TO",
    "Calibration",
    "Facts",
    "fit",
    "judge",
    "label",
    "limits",
    "measured_evidence",
    "outcome_of",
    "reasons",
    "say",
    "takes_eyes",
]
