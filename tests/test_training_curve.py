"""The learning curve: well-formed, and every point where its number belongs."""

import json
from xml.etree import ElementTree

import pytest

from mmdesign.errors import SettingsError
from mmdesign.training.curve import LEFT, PANEL_HEIGHT, PANEL_WIDTH, RIGHT, TOP, draw_curve

SVG = "{http://www.w3.org/2000/svg}"


def written(folder, lines, evaluations=()):
    for name, rows in (("curve.jsonl", lines), ("evaluations.jsonl", evaluations)):
        if rows:
            (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    draw_curve(folder, folder / "curve.svg")
    return ElementTree.parse(folder / "curve.svg").getroot().findall(f"{SVG}g")


def spots(panel):
    return [tuple(map(float, spot.split(",")))
            for spot in panel.find(f"{SVG}polyline").get("points").split()]  # fmt: skip


def test_a_falling_loss_falls_from_the_upper_left_to_the_lower_right(tmp_path):
    lines = [{"minutes": minute, "step": 10 * minute, "contrast": 5.0 - minute}
             for minute in range(4)]  # fmt: skip
    (panel,) = written(tmp_path, lines)
    assert panel.find(f"{SVG}text").text == "contrast"
    places = spots(panel)
    assert places[0] == (LEFT, TOP)
    assert places[-1][0] == PANEL_WIDTH - RIGHT
    assert [y for _, y in places] == sorted(y for _, y in places)
    assert max(y for _, y in places) < PANEL_HEIGHT


def test_work_that_was_lost_at_a_restart_is_not_drawn(tmp_path):
    straight = [{"minutes": float(minute), "contrast": 5.0 - minute} for minute in range(4)]
    lost = [{"minutes": 2.5, "contrast": 99.0}, {"minutes": 3.0, "contrast": 99.0}]
    (drawn,) = written(tmp_path, [*straight[:2], *lost, *straight[2:]])
    (expected,) = written(tmp_path, straight)
    assert spots(drawn) == spots(expected)


def test_evaluations_stand_as_dots_over_the_same_time(tmp_path):
    lines = [{"minutes": 0.0, "contrast": 5.0}, {"minutes": 10.0, "contrast": 4.0}]
    loss, recall = written(tmp_path, lines, [{"minutes": 5.0, "test R@10": 0.3, "note": "x"}])
    assert recall.find(f"{SVG}text").text == "test R@10"
    assert len(recall.findall(f"{SVG}circle")) == 1
    assert not loss.findall(f"{SVG}circle")
    middle = (spots(loss)[0][0] + spots(loss)[-1][0]) / 2
    assert spots(recall)[0][0] == pytest.approx(middle)


def test_a_folder_without_a_curve_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"curve\.jsonl"):
        draw_curve(tmp_path, tmp_path / "curve.svg")
