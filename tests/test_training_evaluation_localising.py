from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesign.domain import Mesh, View
from mmdesign.encoding.dense import DenseHead, stage_channels
from mmdesign.encoding.heat import PatchHeat
from mmdesign.training.captions import with_article
from mmdesign.training.dataset import CHANNELS, VIEW_PX, Record, Split
from mmdesign.training.evaluation.figures import CHANCE, MODEL
from mmdesign.training.evaluation.localising import (
    HIDDEN_SHARES,
    Sighting,
    forgetful_head,
    kept_places,
    locating,
    pointed,
    sightings,
)
from mmdesign.training.evaluation.pointing import (
    average_precision,
    enlarged,
    rank_correlation,
    ways_to_point,
)
from mmdesign.training.evaluation.surfaces import Shown, hits, seen_px
from mmdesign.training.heating import COLD_QUANTILE, heat_scale, write_heat_scale
from mmdesign.training.vocabulary import WORDS

RECORD = Record("plate 1", "plate", "parts", features=("body", "hole", "rib"), views=2)


def brute_force(score, truth, weight):
    """Precision at every threshold, times what recall gains there."""
    total, before, area = (truth * weight).sum(), 0.0, 0.0
    for threshold in sorted(set(score), reverse=True):
        taken = score >= threshold
        recall = (truth * weight)[taken].sum() / total
        area += (recall - before) * (truth * weight)[taken].sum() / weight[taken].sum()
        before = recall
    return area


@pytest.mark.parametrize("seed", range(5))
def test_average_precision_is_what_its_definition_says(seed):
    generator = np.random.default_rng(seed)
    score = generator.integers(0, 6, 40).astype(np.float32)
    truth = (generator.random(40) < 0.3).astype(np.float32)
    truth[0] = 1
    weight = generator.random(40).astype(np.float32)
    found = average_precision(score, truth, weight)
    assert found == pytest.approx(brute_force(score, truth, weight), rel=1e-5)


def test_a_perfect_order_has_precision_one_and_a_flat_one_the_share():
    truth = np.repeat([0, 1], [30, 10]).astype(np.float32)
    ones = np.ones(40, np.float32)
    assert average_precision(truth, truth, ones) == pytest.approx(1)
    assert average_precision(np.zeros(40, np.float32), truth, ones) == pytest.approx(0.25)


def test_rank_correlation_sees_order_alone():
    values = np.random.default_rng(0).random(50).astype(np.float32)
    assert rank_correlation(values, np.exp(values)) == pytest.approx(1)
    assert rank_correlation(values, -values) == pytest.approx(-1)
    assert rank_correlation(values, np.ones(50, np.float32)) == 0


def sighting():
    feature = np.zeros((20, 20), np.uint8)
    feature[2:18, 2:18], feature[4:8, 4:8], feature[12:16, 12:16] = 1, 2, 3
    masks = np.stack([feature == 2, feature == 3])
    image = np.repeat((60 * feature)[..., None], 3, axis=2)
    return Sighting(image, feature > 0, ("hole", "rib"), masks, RECORD)


def test_a_map_that_is_the_mask_is_right_in_every_way():
    seen = sighting()
    for row in pointed(seen.masks.astype(np.float32), seen):
        assert set(row.values()) == {1.0}


def test_a_map_of_the_other_feature_is_wrong_in_every_way():
    seen = sighting()
    for row in pointed(seen.masks[::-1].astype(np.float32), seen):
        assert row["points at it"] == row["own over others"] == 0
        assert row["AUPRC"] < 0.2


def test_heat_on_the_background_changes_nothing():
    seen = sighting()
    maps = np.random.default_rng(0).random(seen.masks.shape).astype(np.float32)
    warm_outside = np.where(seen.part, maps, 9)
    assert pointed(maps, seen) == pointed(warm_outside, seen)


def test_the_warmest_places_of_the_part_go_first_and_the_background_stays():
    seen = sighting()
    heat = np.random.default_rng(0).random((20, 20)).astype(np.float32)
    kept = list(kept_places(heat, seen.part))
    for share, mask in zip(HIDDEN_SHARES, kept, strict=True):
        gone = mask == 0
        assert gone.sum() == pytest.approx(share * seen.part.sum(), abs=1)
        assert not (gone & ~seen.part).any()
        if gone.any():
            assert heat[gone].min() >= heat[seen.part & ~gone].max()


def world(count=3):
    view = np.zeros((VIEW_PX, VIEW_PX, CHANNELS), np.uint8)
    view[..., :2], view[..., 4] = 128, 255
    view[20:90, 20:90, 2], view[20:90, 20:90, 5] = 255, 1
    view[30:40, 30:40, 5] = 2
    both = view.copy()
    both[60:75, 60:75, 5] = 3
    views = np.stack([view, both] * count)
    records = tuple(replace(RECORD, seed=number) for number in range(count))
    return Split(records, np.arange(0, 2 * count, 2, dtype=np.int32), views)


def test_the_view_that_shows_most_features_is_asked_about():
    for seen in sightings(world()):
        assert seen.names == ("hole", "rib")
        assert seen.masks.sum(axis=(1, 2)).tolist() == [100, 225]
        assert seen.part.sum() == 70 * 70


def test_designs_without_features_are_not_asked_about():
    split = world(1)
    bare = replace(split.records[0], features=("body",))
    assert sightings(replace(split, records=(bare,))) == []


def test_enlarging_keeps_places_where_they_were():
    values = np.zeros((1, 1, 8, 8), np.float32)
    values[0, 0, 1, 6] = 1
    large = enlarged(PatchHeat(values, "any"), np.zeros((80, 80, 3), np.uint8))[0]
    assert np.unravel_index(large.argmax(), large.shape) in {
        (row, column) for row in (14, 15) for column in (64, 65)
    }


def shown():
    index = np.full((6, 6), -1, np.int32)
    index[:, :3], index[2:4, 3:5] = 0, 1
    view = View("front", np.zeros((6, 6, 3), np.uint8), face_index=index)
    mesh = Mesh(np.zeros((4, 3)), np.zeros((2, 3), np.int32), np.zeros(2, np.int32), ("part",))
    pixels = seen_px([view, view], 2)
    return Shown(mesh, (view,), ("a hole",), np.array([[False, True]]), pixels)


def test_pixels_of_each_face_are_counted_over_all_views():
    assert shown().seen_px.tolist() == [36, 8]


def test_a_tie_for_the_warmest_pixel_is_shared_out():
    what = shown()
    flat = np.ones((6, 6), np.float32)
    (hit,) = hits(flat, what, 0, least_px=1)
    assert hit == pytest.approx(4 / 22)
    flat[2, 3] = 2
    assert list(hits(flat, what, 0, least_px=1)) == [1.0]
    assert list(hits(flat, what, 0, least_px=9)) == []


def two_families():
    split = world(4)
    hammer = replace(RECORD, features=("body", "handle", "hole"), family="hammer")
    return replace(split, records=(*split.records[:3], hammer))


@dataclass(frozen=True)
class Knowing:
    """Has its answers for some texts, and 0.5 everywhere for all others."""

    answers: dict[str, np.ndarray]
    texts: list[str]

    def embed_texts(self, texts):
        self.texts[:] = texts
        return np.zeros((len(texts), 4), np.float32)

    def heat(self, images, texts):
        nowhere = np.full((28, 28), 0.5, np.float32)
        maps = [self.answers.get(text, nowhere) for text in self.texts]
        return PatchHeat(np.stack(maps)[:, None], "known")


def test_the_scale_is_cold_for_what_is_absent_and_hot_for_what_is_there():
    names = ("hole", WORDS["plate"].names[0], WORDS["hammer"].names[0])
    answers = {with_article(name): np.ones((28, 28), np.float32) for name in names}
    scale = heat_scale(Knowing(answers, []), two_families())
    assert scale["cold"] == pytest.approx(0.5)
    assert scale["hot"] == pytest.approx(1.0)
    assert 0.5 < COLD_QUANTILE < 1


def test_a_model_that_sees_everything_everywhere_gets_no_scale():
    with pytest.raises(ValueError, match="too badly"):
        heat_scale(Knowing({}, []), two_families())


def test_a_new_scale_leaves_the_rest_of_a_calibration_alone(tmp_path: Path):
    path = tmp_path / "calibration.json"
    path.write_text('{"slope": 1.5, "heat": {"cold": 0, "hot": 1}}', "utf-8")
    write_heat_scale(tmp_path, {"cold": -1.0, "hot": 2.0})
    text = path.read_text("utf-8")
    assert '"slope": 1.5' in text
    assert '"cold": -1.0' in text


@pytest.fixture(scope="module")
def encoder(embedded_encoder):
    torch.manual_seed(0)
    head = DenseHead(stage_channels(embedded_encoder.model.visual.trunk), embedded_encoder.width)
    return replace(embedded_encoder, dense=head.eval().requires_grad_(False))


@pytest.mark.model
def test_every_way_to_point_gives_a_map_of_the_pictures_size(encoder):
    texts = encoder.embed_texts(["a hole", "a rib"])
    for way in ways_to_point(encoder).values():
        assert way(sighting().image, texts).shape == (2, 20, 20)


@pytest.mark.model
def test_a_head_that_forgot_gives_other_maps_and_the_same_vectors(encoder):
    image = sighting().image
    other = forgetful_head(encoder, seed=1)
    texts = encoder.embed_texts(["a hole"])
    assert not np.allclose(other.heat([image], texts).values, encoder.heat([image], texts).values)
    np.testing.assert_array_equal(other.see([image])[0], encoder.see([image])[0])


@pytest.mark.slow
@pytest.mark.model
def test_all_tables_stand_beside_chance(encoder):
    figures = locating(encoder, world(2), "unseen")
    assert {MODEL, CHANCE, "RISE 64", "edge energy"} <= {figure.by for figure in figures}
    assert all(np.isfinite(figure.value) for figure in figures)
    (share,) = [figure.value for figure in figures
                if figure.by == CHANCE and figure.what == "AUPRC"]  # fmt: skip
    assert share == pytest.approx((100 + 225) / 2 / 4900)
