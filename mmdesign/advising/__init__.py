"""Verdicts and past designs -> what to change, by how much, what it breaks, and who did it."""

from mmdesign.advising.advice import Neighbour, Scene, advise
from mmdesign.advising.changes import Change, changes_for

__all__ = ["Change", "Neighbour", "Scene", "advise", "changes_for"]
