"""Evidence -> probabilities -> verdicts -> fit."""

from mmdesign.judging import reasons
from mmdesign.judging.bounds import limits
from mmdesign.judging.calibration import Calibration
from mmdesign.judging.facts import Facts
from mmdesign.judging.labels import label
from mmdesign.judging.measured import find, in_band, measured_evidence
from mmdesign.judging.overall import fit
from mmdesign.judging.stated import with_stated
from mmdesign.judging.verdicts import MET_FROM, NOT_MET_TO, judge, outcome_of, takes_eyes
from mmdesign.judging.wording import Finding, say

__all__ = [
    "MET_FROM",
    "NOT_MET_TO",
    "Calibration",
    "Facts",
    "Finding",
    "find",
    "fit",
    "in_band",
    "judge",
    "label",
    "limits",
    "measured_evidence",
    "outcome_of",
    "reasons",
    "say",
    "takes_eyes",
    "with_stated",
]
