"""Parts rendered once for all tests that train on them."""

import pytest

from mmdesign.training.dataset import render_parts


@pytest.fixture(scope="session")
def rendered_parts(tmp_path_factory):
    """The work folder of a training on 64 designs; to be read only."""
    folder = tmp_path_factory.mktemp("rendered")
    # A single shard: for more designs than that processes are started, which costs far more.
    render_parts(folder, designs=64, fusion_designs=4)
    return folder
