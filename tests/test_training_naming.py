"""What the families of the training designs are called."""

from dataclasses import replace

import numpy as np
import pytest

from mmdesign.training.captions import with_article
from mmdesign.training.dataset import map_split, render_parts
from mmdesign.training.naming import names_of
from mmdesign.training.vocabulary import WORDS


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    render_parts(folder, designs=12, fusion_designs=1)
    return map_split(folder / "train")[0]


def named(records):
    said = []

    def encode(texts):
        said.extend(texts)
        return np.arange(len(texts), dtype=np.float32)[:, None]

    return names_of(records, encode), said


def test_every_design_is_called_by_a_name_of_its_own_family(records):
    names, said = named(records)
    for record, family in zip(records, names.called, strict=True):
        mine = said[names.first[family] : names.first[family + 1]]
        assert mine == [with_article(name) for name in WORDS[record.family].names]


def test_families_that_nothing_is_shown_of_have_no_names_here(records):
    names, _ = named(records)
    assert len(names.first) - 1 == len({record.family for record in records})


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
        drawn = names.one_each(generator)[:, 0]
        assert (drawn >= names.first[:-1]).all()
        assert (drawn < names.first[1:]).all()
