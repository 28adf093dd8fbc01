"""The schedule over the time budget."""

from mmdesign.training.model import IMAGE_PX
from mmdesign.training.plan import Plan


def test_the_schedule_ends_at_the_final_size_with_a_living_rate():
    plan = Plan(60.0)
    assert plan.size_px(0.0) < plan.size_px(0.99) == IMAGE_PX
    assert plan.size_px(0.8) == plan.size_px(0.99)
    assert plan.rate(0.8) > 0.15 * plan.peak_rate
    assert plan.rate(0.0) < plan.rate(0.05)


def test_a_batch_holds_several_pictures_of_every_design():
    assert Plan(1.0, designs=5, pictures=3).batch == 15
