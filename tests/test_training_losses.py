"""The terms of the loss, against sums written out by hand."""

import math

import pytest
import torch

from mmdesign.training import losses


def test_contrast_is_plain_cross_entropy_when_each_sentence_has_one_picture():
    logits = torch.randn(5, 5, generator=torch.Generator().manual_seed(0))
    numbers = torch.arange(5)
    plain = (torch.nn.functional.cross_entropy(logits, numbers)
             + torch.nn.functional.cross_entropy(logits.T, numbers)) / 2  # fmt: skip
    torch.testing.assert_close(losses.contrast(logits, torch.eye(5)), plain)


def test_a_sentence_true_of_all_costs_least_when_it_likes_all_alike():
    truth = torch.ones(1, 4)
    even = losses.contrast(torch.zeros(1, 4), truth)
    uneven = losses.contrast(torch.tensor([[3.0, 0, 0, 0]]), truth)
    assert even < uneven


def test_a_near_miss_is_only_an_obstacle():
    """It raises the loss the more a picture likes it, and claims no picture itself."""
    logits = torch.tensor([[2.0, 0.0], [0.0, 2.0]])
    truth = torch.eye(2)
    alone = losses.contrast(logits, truth)
    with_truth = torch.cat([truth, torch.zeros(1, 2)])
    values = [losses.contrast(torch.cat([logits, torch.full((1, 2), liked)]), with_truth)
              for liked in (-20.0, 0.0, 2.0)]  # fmt: skip
    assert values[0] == pytest.approx(float(alone), abs=1e-6)
    assert values[0] < values[1] < values[2]


def test_twins_are_found_among_strangers():
    designs = torch.tensor([0, 0, 1, 1])
    unknown = losses.twins(torch.zeros(4, 4), designs, designs)
    assert float(unknown) == pytest.approx(math.log(3))
    found = losses.twins(20 * (designs[:, None] == designs[None, :]).float(), designs, designs)
    assert found < 0.01


def test_kin_attracts_but_less_than_the_design_itself():
    designs, kin = torch.tensor([0, 0, 1, 1, 2, 2]), torch.tensor([0, 0, 0, 0, 1, 1])

    def loss(to_twin, to_kin):
        same = designs[:, None] == designs[None, :]
        alike = (kin[:, None] == kin[None, :]) & ~same
        return losses.twins(to_twin * same.float() + to_kin * alike.float(), designs, kin)

    assert loss(2.0, 1.0) < loss(2.0, 0.0) < loss(0.0, 0.0)
    assert loss(2.0, 1.0) < loss(1.0, 2.0)


def test_unknown_facts_cost_nothing():
    logits, truth = torch.tensor([[5.0, -5.0]]), torch.tensor([[0.0, 0.0]])
    known = losses.facts(logits, truth, torch.tensor([[0.0, 1.0]]))
    assert known < 0.01
    assert losses.facts(logits, truth, torch.tensor([[1.0, 1.0]])) > 0.9


def test_patches_cost_least_at_the_share_that_is_filled():
    shares = torch.tensor([[[0.25]]])
    exact = losses.patches(torch.logit(shares), shares)
    assert exact < losses.patches(torch.logit(shares) + 0.5, shares)
    assert exact < losses.patches(torch.logit(shares) - 0.5, shares)


def test_geometry_costs_nothing_when_it_is_right():
    truth = torch.rand(3, 4)
    assert losses.geometry(truth, truth) == 0
    assert losses.geometry(truth + 0.1, truth) == pytest.approx(0.01 * losses.GEOMETRY_SCALE)
