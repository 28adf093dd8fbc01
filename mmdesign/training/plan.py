"""How to train: sizes, rates and weights over the time budget."""

from dataclasses import dataclass

from mmdesign.training.model import IMAGE_PX


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; shares are of the time budget."""

    budget_minutes: float
    designs: int = 128
    """Per step."""
    pictures: int = 2
    """Of each design, every one from its own side and in its own light."""
    peak_rate: float = 1.2e-3
    scale_rate: float = 1e-2
    text_rate: float = 1e-4
    """The projection starts whitened; a tower's rate makes all texts alike within 200 steps."""
    weight_decay: float = 0.05
    facts_weight: float = 1.0
    geometry_weight: float = 2.0
    twins_weight: float = 0.5
    patches_weight: float = 0.5
    average_decay: float = 0.998
    sizes: tuple[tuple[float, int], ...] = ((0.0, 64), (0.35, 96), (0.75, IMAGE_PX))
    """From which share on which picture size; the last part runs at the final size."""
    device: str = "auto"
    seed: int = 0

    @property
    def batch(self) -> int:
        """Pictures per step."""
        return self.designs * self.pictures

    def size_px(self, share: float) -> int:
        """Picture size at a share of the budget."""
        return [size for start, size in self.sizes if share >= start][-1]

    def rate(self, share: float) -> float:
        """Learning rate: a short warm-up, then a straight line that is still alive at the end."""
        return self.peak_rate * min(share / 0.02 + 0.02, 1.0) * max(1.0 - 0.97 * share, 0.02)
