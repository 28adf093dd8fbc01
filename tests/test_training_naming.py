"""What the families of the training designs are called."""

from dataclasses import replace

import numpy as np
import pytest

from mmdesign.training.captions import with_article
from mmdesign.training.dataset import map_split, render_parts
from mmdesign.training.naming import Texts, names_of, shown_families, told_of
from mmdesign.training.vocabulary import WORDS


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    render_parts(folder, designs=12, fusion_designs=1)
    return map_split(folder / "train")[0]


def named(records, descriptions=None):
    said = []

    def encode(texts):
        said.extend(texts)
        return np.arange(len(texts), dtype=np.float32)[:, None]

    return names_of(records, descriptions or {}, encode), said


def test_every_design_is_called_by_a_name_of_its_own_family(records):
    names, said = named(records)
    for record, family in zip(records, names.called, strict=True):
        mine = said[names.names.first[family] : names.names.first[family + 1]]
        assert mine == [with_article(name) for name in WORDS[record.family].names]


def test_families_that_nothing_is_shown_of_have_no_names_here(records):
    names, _ = named(records)
    assert len(names.names.first) - 1 == len({record.family for record in records})


def test_a_real_design_is_called_by_its_label_when_that_is_a_known_name(records):
    family = records[0].family
    real = replace(records[0], source="somebody/designs", family=WORDS[family].names[0])
    unknown = replace(real, family="thing without a name")
    names, _ = named((*records, real, unknown))
    assert names.called[-2] == names.called[0]
    assert names.called[-1] == -1


def test_one_name_of_every_family_is_drawn(records):
    names, _ = named(records)
    generator = np.random.default_rng(0)
    for _ in range(20):
        drawn = names.one_each(1.0, generator)[:, 0]
        assert (drawn >= names.names.first[:-1]).all()
        assert (drawn < names.names.first[1:]).all()


def test_a_share_of_the_families_is_described_where_something_describes_them():
    def texts(counts, start):
        first = np.cumsum([0, *counts]).astype(np.int32)
        return Texts(first, start + np.arange(first[-1], dtype=np.float32)[:, None])

    families = 400
    names = replace(named([])[0], names=texts([2] * families, 0),
                    descriptions=texts([3, 0] * (families // 2), 10_000))  # fmt: skip
    spoken = names.one_each(0.5, np.random.default_rng(0))[:, 0]
    described = spoken >= 10_000
    assert not described[1::2].any()
    assert 0.35 < described[::2].mean() < 0.65
    assert (names.one_each(0.0, np.random.default_rng(0))[:, 0] < 10_000).all()
    assert names.descriptions.draw(np.array([1], np.int32), np.random.default_rng(0)) == -1


def test_what_is_told_of_the_shown_families_is_all_their_names_and_descriptions(records):
    families = shown_families(records)
    told = told_of(families, {families[0]: ("something with teeth",)})
    assert set(families) == {record.family for record in records}
    first = [text for text, number in zip(told.texts, told.family, strict=True) if number == 0]
    assert first == [*map(with_article, WORDS[families[0]].names), "something with teeth"]
    assert told.family.max() + 1 == len(families)
