"""Figures: metrics against brute force and hand-made cases, knowing and blind models, tables."""

import itertools
import json

import numpy as np
import pytest
from fakes import BlindEncoder, TableEncoder

from mmdesign.training.captions import facts_of, with_article
from mmdesign.training.dataset import CHANNELS, VIEW_PX, Record, Split, render_test_parts
from mmdesign.training.evaluation import (
    Evaluation,
    Figure,
    Scope,
    as_json,
    beside_chance,
    evaluate_encoder,
    table,
)
from mmdesign.training.evaluation.baselines import Forms
from mmdesign.training.evaluation.looks import look_of
from mmdesign.training.evaluation.pairs import (
    KINDS,
    stating,
    telling_designs,
    telling_texts,
    two_designs,
    two_texts,
)
from mmdesign.training.evaluation.paraphrases import PARAPHRASES
from mmdesign.training.evaluation.procedural import (
    ORACLE,
    SHARE,
    caption_of,
    finding,
    naming,
    paraphrasing,
    relating,
)
from mmdesign.training.evaluation.ranking import Places, expected_precision, relatives, winning
from mmdesign.training.evaluation.subject import Subject, first_designs, see
from mmdesign.training.parts import BUILDERS, FAMILIES, make_part
from mmdesign.training.vocabulary import WORDS

GENERATOR = np.random.default_rng(0)


@pytest.fixture(scope="module")
def split():
    """Parts of a few families with random pictures: their facts are real, nothing is rendered."""
    chosen = [next(builder for builder in BUILDERS if builder.family == family)
              for family in ("flange", "gear", "mug", "chair", "bolt", "washer")]  # fmt: skip
    records = []
    for builder, seed in itertools.product(chosen, range(6)):
        part = make_part(builder, seed)
        records.append(
            Record(f"{part.family} {seed}", part.family, "parts", part.builder, seed,
                   counts=part.counts, flags=part.flags, shape=part.shape,
                   material=part.material, color=part.color, views=2)
        )  # fmt: skip
    shape = (2 * len(records), VIEW_PX, VIEW_PX, CHANNELS)
    views = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    return Split(tuple(records), np.arange(0, 2 * len(records), 2, np.int32), views)


def knowing(split):
    """A model that knows every fact of every design, and what every text says."""
    known = [facts_of(record) for record in split.records]
    said = {caption_of(record).text: caption_of(record).facts for record in split.records}
    for family in FAMILIES:
        names = (with_article(name) for name in WORDS[family].names)
        said |= {name: {f"family={family}"} for name in (*names, *PARAPHRASES[family])}
    for record in split.records:
        own = {f"family={record.family}"}
        said |= {stating(record.family, fact): own | {fact} for fact in facts_of(record)
                 if fact.partition(":")[1]}  # fmt: skip
        lacking = [f"flag:{name}" for name, there in record.flags.items() if not there]
        said |= {stating(record.family, fact): own | {fact} for fact in lacking}

    def vector(facts):
        named = len(facts) == 1
        families = [named and f"family={family}" in facts for family in FAMILIES]
        fits = [(0.1 if named else 1.0) * (set(facts) <= own) for own in known]
        return np.array([*families, *fits], float)

    seen = {}
    for row, view in enumerate(look_of("own colour", split.views, np.repeat(
        [record.color for record in split.records], 2, axis=0), 0)):  # fmt: skip
        number = row // 2
        families = np.array([family == split.records[number].family for family in FAMILIES])
        designs = np.arange(len(split)) == number
        seen[view.tobytes()] = np.concatenate([families, 0.5 * designs]).astype(float)
    return TableEncoder(len(FAMILIES) + len(split), lambda image: seen[image.tobytes()],
                       lambda text: vector(said[text]))  # fmt: skip


def values(figures, by):
    return {(figure.section, figure.what): figure.value for figure in figures if figure.by == by}


# Metrics, against counting by hand


def test_recall_and_reciprocal_rank_are_what_counting_by_hand_gives():
    similarity = GENERATOR.normal(size=(40, 25)).astype(np.float32)
    right = GENERATOR.integers(0, 25, 40)
    places = [1 + np.argsort(-row).tolist().index(number)
              for row, number in zip(similarity, right, strict=True)]  # fmt: skip
    found = Places.of(similarity, right)
    for first in (1, 5, 10):
        assert found.recall(first) == pytest.approx(np.mean([place <= first for place in places]))
    assert found.mean_reciprocal_rank() == pytest.approx(np.mean([1 / place for place in places]))


def test_a_tie_counts_as_the_mean_over_all_its_orders():
    similarity = np.array([[3, 1, 1, 1, 0]], np.float32)  # the right one is second, third or fourth
    found = Places.of(similarity, np.array([2]))
    assert found.recall(1) == 0
    assert found.recall(2) == pytest.approx(1 / 3)
    assert found.recall(4) == 1
    assert found.mean_reciprocal_rank() == pytest.approx((1 / 2 + 1 / 3 + 1 / 4) / 3)


def test_an_answer_that_is_no_rival_never_stands_in_the_way():
    similarity = np.array([[9, 1, 0]], np.float32)
    rivals = np.array([[False, True, True]])
    assert Places.of(similarity, np.array([1])).recall(1) == 0
    assert Places.of(similarity, np.array([1]), rivals).recall(1) == 1


def test_who_draws_among_m_finds_the_right_one_in_one_of_m_cases():
    drawn = Places.drawn(np.array([1, 4]))
    assert drawn.recall(1) == pytest.approx((1 + 1 / 4) / 2)
    assert drawn.recall(5) == 1


def test_average_precision_is_what_counting_by_hand_gives():
    similarity = GENERATOR.normal(size=(12, 12))
    label = GENERATOR.integers(0, 3, 12)
    same, others = label[:, None] == label[None, :], ~np.eye(12, dtype=bool)
    found = relatives(similarity, same, others)
    for row, number in enumerate(range(12)):
        order = [other for other in np.argsort(-similarity[number]) if other != number]
        hits, precision = 0, []
        for place, other in enumerate(order, start=1):
            if label[other] == label[number]:
                hits += 1
                precision.append(hits / place)
        assert found.precision[row] == pytest.approx(np.mean(precision))
        assert found.first[row] == (label[order[0]] == label[number])


def test_designs_without_relatives_are_not_asked():
    label = np.array([0, 0, 1])
    same = label[:, None] == label[None, :]
    assert len(relatives(np.ones((3, 3)), same, ~np.eye(3, dtype=bool)).precision) == 2


@pytest.mark.parametrize(("relevant", "listed"), [(1, 1), (1, 4), (2, 5), (4, 4), (3, 6)])
def test_chance_precision_is_the_mean_over_all_orders(relevant, listed):
    total = [
        np.mean([hits / place for hits, place in enumerate(places, start=1)])
        for places in itertools.combinations(range(1, listed + 1), relevant)
    ]
    assert expected_precision(relevant, listed) == pytest.approx(np.mean(total))


def test_a_tied_pair_is_half_won():
    assert winning(np.array([2.0, 1.0, 0.0]), np.array([1.0, 1.0, 1.0])) == pytest.approx(0.5)


# Models that know everything, and nothing


def test_the_oracle_draws_among_the_designs_that_fit(split):
    subject = Subject(knowing(split))
    figures = finding(subject, see(subject, split, "here"))
    fits = []
    for record in split.records:
        stated = caption_of(record).facts
        fits.append(sum(stated <= facts_of(other) for other in split.records))
    oracle = values(figures, ORACLE)["Text to design", "R@1"]
    assert oracle == pytest.approx(np.mean([1 / count for count in fits]))
    assert oracle < 1


def test_a_model_that_knows_every_fact_is_as_good_as_the_oracle(split):
    subject = Subject(knowing(split))
    shares = values(finding(subject, see(subject, split, "here")), SHARE)
    assert list(shares.values()) == pytest.approx([1] * 4)


def test_a_model_that_knows_the_truth_gets_everything_right(split):
    subject = Subject(knowing(split))
    seen = see(subject, split, "here")
    asked = [naming(subject, seen), paraphrasing(subject, seen), telling_designs(subject, seen, 0),
             telling_texts(subject, seen, 0), relating(seen, no_forms(len(split)))]  # fmt: skip
    for figures in asked:
        found = values(figures, "model")
        assert found
        assert list(found.values()) == pytest.approx([1] * len(found))


def test_a_model_that_tells_nothing_apart_gets_chance(split):
    subject = Subject(BlindEncoder())
    seen = see(subject, split, "here")
    for ask in (finding, naming, paraphrasing):
        figures = ask(subject, seen)
        assert values(figures, "model") == pytest.approx(values(figures, "chance"))
    for ask in (telling_designs, telling_texts):
        found = values(ask(subject, seen, 0), "model")
        assert list(found.values()) == [0.5] * len(found)


def test_a_blind_order_of_relatives_is_near_chance(split):
    seen = see(Subject(BlindEncoder()), split, "here")
    figures = relating(seen, no_forms(len(split)))
    what = ("Design to designs of its family", "mAP")
    assert values(figures, "model")[what] == pytest.approx(
        values(figures, "chance")[what], abs=0.08
    )


def no_forms(count):
    return Forms(np.ones((count, 2)), *(np.ones((count, 2), np.float32),) * 3)


# Pairs


def test_pairs_differ_in_what_their_text_says(split):
    kinds = set()
    for contest in two_designs(split.records):
        mine, theirs = split.records[contest.design], split.records[contest.rival]
        assert mine.family == theirs.family
        right = [fact for fact in facts_of(mine) if fact.partition(":")[1]
                 and stating(mine.family, fact) == contest.text]  # fmt: skip
        assert right
        assert not set(right) & facts_of(theirs)
        kinds.add(contest.kind)
    assert kinds == set(KINDS)


def test_the_wrong_text_is_never_true(split):
    for contest in two_texts(split.records):
        record = split.records[contest.design]
        true = {stating(record.family, fact) for fact in facts_of(record) if ":" in fact}
        assert contest.text in true
        assert contest.other_text not in true


def test_what_is_stated_reads_as_people_write():
    assert stating("flange", "count:bolt hole=6") == "a flange with six bolt holes"
    assert stating("gear", "count:tooth=24") == "a gear with 24 teeth"
    assert stating("mug", "flag:handle") == "a mug with a handle"
    assert stating("nut", "shape:outline=hexagonal") == "a hexagonal nut"
    assert stating("plate", "shape:corners=rounded") == "a plate with rounded corners"


# The whole, and how it is told


def test_an_evaluation_is_the_same_every_time(tmp_path):
    render_test_parts(tmp_path, 4)
    scope = Scope(tmp_path, looks=2, disturbed=1, repeats=1)

    def measured():
        noisy = TableEncoder(
            8,
            lambda image: image.mean(axis=(0, 1)).repeat(3)[:8],
            lambda text: np.array([len(text), text.count("e"), *[1] * 6]),
        )
        done = evaluate_encoder(noisy, scope)
        return [figure for figure in done.figures if figure.section != "Speed"], done

    first, evaluation = measured()
    again, _ = measured()
    assert first == again
    assert {figure.on.split(":")[0].split(",")[0] for figure in first} == {
        "unseen designs", "unseen builders", "unseen families", "drawn parts"
    }  # fmt: skip
    for section in {figure.section for figure in first}:
        assert any(figure.by == "chance" for figure in first if figure.section == section), section
    assert evaluation.machine["torch"]


def test_the_table_has_one_row_per_method_and_the_json_says_the_same():
    figures = (Figure("Finding", "parts", "model", "R@1", 0.25, 100),
               Figure("Finding", "parts", "model", "R@5", 0.5, 90),
               Figure("Finding", "parts", "chance", "R@1", 0.01, 100),
               Figure("Speed", "cpu", "model", "text, ms", 12.34, 5))  # fmt: skip
    assert table(figures).splitlines() == [
        "### Finding", "",
        "| on | by | R@1 | R@5 | n |", "| --- | --- | ---: | ---: | ---: |",
        "| parts | model | 0.250 | 0.500 | 90–100 |", "| parts | chance | 0.010 |  | 100 |", "",
        "### Speed", "",
        "| on | by | text, ms | n |", "| --- | --- | ---: | ---: |", "| cpu | model | 12.3 | 5 |",
    ]  # fmt: skip
    told = json.loads(as_json(Evaluation("fake", 7, {"torch": "2"}, 1.5, figures)))
    assert (told["model"], told["seed"], told["figures"][0]["value"]) == ("fake", 7, 0.25)


def test_only_the_first_designs_are_taken(split):
    few = first_designs(split, 5)
    assert len(few.records) == len(few.first_view) == 5
    assert len(few.views) == 10
    assert first_designs(split, 1000) is split


def test_a_bundle_carries_the_models_own_figures_each_beside_chance():
    figures = [Figure("Finding", "parts", by, "R@1", value, 9)
               for by, value in (("model", 0.51234567), ("chance", 0.1), ("D2", 0.3))]  # fmt: skip
    figures.append(Figure("Naming", "parts", "model", "top 1", 0.7, 9))
    rows = json.loads(beside_chance(figures))
    assert rows == [
        {"on": "parts", "what": "Finding: R@1", "value": 0.5123, "count": 9, "chance": 0.1},
        {"on": "parts", "what": "Naming: top 1", "value": 0.7, "count": 9, "chance": None},
    ]
