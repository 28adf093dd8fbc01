import json
from dataclasses import asdict, replace

import numpy as np
import pytest
import timm
import torch

from mmdesign.encoding.dense import DenseHead
from mmdesign.training.dataset import CHANNELS, VIEW_PX, Record
from mmdesign.training.localising import (
    LocalisePlan,
    Localiser,
    carry_over,
    fingerprint,
    judged,
    spread_texts,
)
from mmdesign.training.model import WIDTH
from mmdesign.training.spotting import (
    NAMES,
    PHRASES,
    SHOWN,
    Lessons,
    is_absent,
    marked,
    phrases_of,
    shares_words,
)
from mmdesign.training.vocabulary.features import SYNONYMS, called, is_kind_of, is_like

PLATE = Record("plate 1", "plate", "parts", features=("body", "hole", "rib"), views=1)


def directions(texts):
    """Every text its own fixed direction."""
    rows = [np.random.default_rng(list(text.encode())).normal(size=WIDTH) for text in texts]
    return np.asarray([row / np.linalg.norm(row) for row in rows], np.float32)


def view_with(hole, rib):
    """A grey disc with a square hole that looks left and a square rib that looks right."""
    view = np.zeros((VIEW_PX, VIEW_PX, CHANNELS), np.uint8)
    view[..., :2] = 128
    down, across = np.mgrid[:VIEW_PX, :VIEW_PX]
    disc = np.hypot(down - 56, across - 56) < 50
    view[disc, 2], view[..., 4], view[disc, 5] = 255, 255, 1
    for number, (corner, normal) in enumerate(((hole, 10), (rib, 245))):
        place = (slice(corner[0], corner[0] + 14), slice(corner[1], corner[1] + 14))
        view[place] = (normal, 128, 255, 0, 255, number + 2)
    return view


def write_world(work, count):
    generator = np.random.default_rng(0)
    folder = work / "train"
    folder.mkdir(parents=True)
    views, lines = [], []
    for number in range(count):
        views.append(view_with(generator.integers(25, 45, 2), generator.integers(50, 75, 2)))
        lines.append(json.dumps(asdict(replace(PLATE, name=f"plate {number}", seed=number))))
    np.save(folder / "00000.npy", np.stack(views))
    (folder / "00000.jsonl").write_text("\n".join(lines), "utf-8")
    return [PLATE] * count


@pytest.fixture
def lessons(tmp_path):
    records = write_world(tmp_path, 12)
    return Lessons(tmp_path, phrases_of(records, directions))


def test_what_is_called_by_its_last_word_is_of_that_kind():
    assert is_kind_of("set screw hole", "hole")
    assert is_kind_of("bore", "hole")
    assert not is_kind_of("hole", "bore")
    assert not is_kind_of("hole", "set screw hole")


def test_likeness_of_features_is_mutual():
    for first in SYNONYMS:
        for second in SYNONYMS:
            assert is_like(first, second) == is_like(second, first)


def test_a_features_own_name_comes_first_and_none_comes_twice():
    for feature in SYNONYMS:
        names = called(feature)
        assert names[0] == feature
        assert len(set(names)) == len(names)


def test_a_name_marks_every_kind_of_a_feature_and_nothing_else():
    record = replace(PLATE, features=("body", "bore", "hole", "rib"))
    feature = np.array([[0, 1, 2], [3, 4, 2]], np.uint8)
    assert marked(record, feature, "hole").tolist() == [[0, 0, 1], [1, 0, 1]]
    assert marked(record, feature, "bore").tolist() == [[0, 0, 1], [0, 0, 1]]
    assert not marked(record, feature, "body").any()


def test_what_a_design_has_or_nearly_has_is_not_absent():
    for present in ("hole", "rib", "slot", "fin", "plate", "oil hole"):
        assert not is_absent(present, PLATE)
    assert is_absent("handle", PLATE)


def test_a_family_shares_words_with_its_own_designs():
    assert shares_words("plate", PLATE)
    assert not shares_words("teapot", PLATE)


def test_lessons_ask_for_what_is_shown_with_its_exact_mask(lessons):
    lesson = lessons.draw(6, np.random.default_rng(0))
    assert lesson.phrases.shape == lesson.known.shape == (6, PHRASES)
    about = {row: name for name, rows in lessons.phrases.features.items() for row in rows}
    for row in range(6):
        assert lesson.known[row, :SHOWN].sum() == 2
        for place in range(2):
            number = {"hole": 2, "rib": 3}[about[int(lesson.phrases[row, place])]]
            expected = lesson.views[row, ..., 5] == number
            np.testing.assert_array_equal(lesson.masks[row, place], expected)


def test_nothing_that_is_shown_is_asked_for_as_absent(lessons):
    about = {row: name for name, rows in lessons.phrases.features.items() for row in rows}
    lesson = lessons.draw(8, np.random.default_rng(1))
    first = SHOWN + NAMES
    asked = lesson.phrases[:, first:][lesson.known[:, first:]]
    assert not {about.get(int(row)) for row in asked} & {"hole", "rib"}


def world_of_answers():
    shares = torch.zeros(1, 1 + SHOWN, 16, 16)
    shares[:, 0, 2:14, 2:14] = 1
    shares[:, 1, 4:7, 4:7] = 1
    shares[:, 2, 9:12, 9:12] = 1
    truth = torch.zeros(1, PHRASES, 16, 16)
    truth[:, :SHOWN] = shares[:, 1:]
    truth[:, SHOWN] = shares[:, 0]
    known = torch.ones(1, PHRASES, dtype=torch.bool)
    known[:, 2:SHOWN] = False
    return shares, truth, known


def test_a_perfect_answer_costs_nothing_and_its_opposite_much():
    shares, truth, known = world_of_answers()
    logits = 60 * truth - 30
    right, wrong = judged(logits, shares, known), judged(-logits, shares, known)
    for name in right:
        assert float(right[name]) < 0.1
        assert float(wrong[name]) > 0.5


def test_swapping_two_features_is_noticed_by_every_term():
    shares, truth, known = world_of_answers()
    swapped = truth.clone()
    swapped[:, [0, 1]] = truth[:, [1, 0]]
    right, wrong = (judged(20 * answer - 10, shares, known) for answer in (truth, swapped))
    for name in right:
        assert float(wrong[name]) > float(right[name]) + 0.05


def test_phrases_that_do_not_count_change_nothing():
    shares, truth, known = world_of_answers()
    logits = 20 * truth - 10
    changed = logits.clone()
    changed[:, 2:SHOWN] = 10
    before, after = judged(logits, shares, known), judged(changed, shares, known)
    for name in before:
        assert float(before[name]) == pytest.approx(float(after[name]), abs=1e-6)


def test_whitened_texts_differ_about_as_much_in_every_direction():
    texts = directions([f"text {number}" for number in range(400)])
    texts[:, 0] *= 9
    head = DenseHead((8, 8, 16, 24, 32), WIDTH)
    spread_texts(head, texts)
    with torch.no_grad():
        spread = head.texts(torch.from_numpy(texts)).std(dim=0)
    assert float(spread.max() / spread.min()) < 3


def test_a_fingerprint_tells_weights_apart_and_nothing_else():
    first, second = torch.nn.Linear(3, 2), torch.nn.Linear(3, 2)
    assert fingerprint(first) == fingerprint(first)
    assert fingerprint(first) != fingerprint(second)
    second.load_state_dict(first.state_dict())
    assert fingerprint(first) == fingerprint(second)


def test_a_head_understands_turned_vectors_of_the_same_texts():
    before = torch.from_numpy(directions([f"text {number}" for number in range(600)]))
    turn, _ = torch.linalg.qr(torch.randn(WIDTH, WIDTH, generator=torch.Generator().manual_seed(0)))
    head = DenseHead((8, 8, 16, 24, 32), WIDTH)
    with torch.no_grad():
        asked = head.texts(before)
        carry_over(head, before, before @ turn)
        again = head.texts(before @ turn)
    assert (asked - again).norm() < 0.02 * asked.norm()


def trunk(seed=0):
    torch.manual_seed(seed)
    return timm.create_model("resnet10t", pretrained=False)


@pytest.mark.slow
def test_a_short_run_learns_to_point_and_goes_on_with_the_same_trunk_alone(lessons, tmp_path):
    plan = LocalisePlan(budget_minutes=0.25, batch=8, replays=1, threads=1, device="cpu")
    learner = Localiser(trunk(), lessons, plan, tmp_path / "run")
    with torch.no_grad():
        before = {key: value.clone() for key, value in learner.trunk.state_dict().items()}
    learner.run()
    assert len(learner.losses) > 3
    first, last = learner.losses[0], learner.losses[-1]
    assert last["telling"] < first["telling"]
    for key, value in learner.trunk.state_dict().items():
        torch.testing.assert_close(value, before[key])
    again = Localiser(trunk(), lessons, replace(plan, budget_minutes=0.1), tmp_path / "run")
    assert again.step == learner.step
    again.run()
    assert again.step == learner.step
    other = Localiser(trunk(seed=1), lessons, plan, tmp_path / "run")
    assert other.step == 0
