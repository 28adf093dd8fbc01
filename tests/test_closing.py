"""What is closed at the end of a `with` block."""

import pytest

from mmdesign.closing import Closing


class Door(Closing):
    is_open = True

    def close(self):
        self.is_open = False


def test_a_with_block_gives_the_thing_itself_and_closes_it():
    with Door() as door:
        assert isinstance(door, Door)
        assert door.is_open
    assert not door.is_open


def test_it_is_closed_after_an_error_too_and_the_error_is_told():
    door = Door()
    with pytest.raises(KeyError), door:
        raise KeyError
    assert not door.is_open
