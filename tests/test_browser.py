"""A designer's first review, in a real browser on the real app."""

import numpy as np
import pytest
import trimesh
from pages import CHROMIUM, ROOT, chromium, running_app
from PIL import Image

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]

SPEC = """No longer than 200 mm.
At least one hole.
Watertight solid.
Looks like a hexagonal nut.
No sharp spikes."""
REVIEW_MS = 90_000


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with running_app(tmp_path_factory.mktemp("library") / "designs") as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(address, browser):
    """The page as a new visitor finds it."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as visit:
        page = visit.new_page()
        page.requested = []
        page.errors = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(address)
        page.wait_for_selector("#mm-run")
        yield page


@pytest.fixture
def design(request):
    """A real STEP file where there is one, a shipped sample otherwise."""
    try:
        return request.getfixturevalue("real_designs") / "A" / "kcl" / "hex-nut.step"
    except pytest.skip.Exception:
        return ROOT / "assets" / "samples" / "nut_hex.stl"


def colourfulness(picture: bytes, tmp_path) -> float:
    path = tmp_path / "canvas.png"
    path.write_bytes(picture)
    pixels = np.asarray(Image.open(path).convert("RGB")).astype(int)
    return float((pixels.max(axis=2) - pixels.min(axis=2)).clip(min=60).mean() - 60)


def reviewed(page, design):
    """Review a design against SPEC; the rows of its ledger."""
    page.set_input_files("#mm-files input[type=file]", str(design))
    page.fill("#mm-spec textarea", SPEC)
    page.click("#mm-run")
    rows = page.locator("#mm-ledger [data-requirement]")
    rows.first.wait_for(timeout=REVIEW_MS)
    return rows


def evidence_of(page, clause: str) -> bytes:
    """Choose a requirement and photograph the part in 3D."""
    page.locator("#mm-ledger [data-requirement]", has_text=clause).click()
    page.wait_for_function(
        "clause => document.querySelector('#mm-evidence-text h3').innerText.includes(clause)",
        arg=clause,
    )
    page.locator("#mm-mesh canvas").first.wait_for(timeout=30_000)
    page.wait_for_timeout(2_000)
    return page.locator("#mm-mesh").screenshot()


def difference(one: bytes, other: bytes, tmp_path) -> float:
    """Mean difference of two photographs of the same size, of 255."""
    pictures = []
    for name, picture in (("one", one), ("other", other)):
        path = tmp_path / f"{name}.png"
        path.write_bytes(picture)
        pictures.append(np.asarray(Image.open(path).convert("RGB")).astype(int))
    return float(np.abs(pictures[0] - pictures[1]).mean())


def test_a_real_file_is_reviewed_and_a_requirement_shows_its_heat_in_3d(
    page, address, design, tmp_path
):
    rows = reviewed(page, design)
    assert rows.count() == len(SPEC.splitlines())
    assert page.locator("#mm-similar").inner_text().strip()

    assert colourfulness(evidence_of(page, "Looks like a hexagonal nut"), tmp_path) > 0.5

    assert [url for url in page.requested if not url.startswith((address, "data:", "blob:"))] == []
    assert page.errors == []


def test_another_requirement_shows_other_evidence_on_the_part(page, design, tmp_path):
    reviewed(page, design)
    look = evidence_of(page, "Looks like a hexagonal nut")
    hole = evidence_of(page, "At least one hole")
    again = evidence_of(page, "Looks like a hexagonal nut")
    assert difference(look, hole, tmp_path) > 1
    assert difference(look, again, tmp_path) < 0.5
    assert page.errors == []


def test_heat_is_checked_and_the_words_that_mattered_are_underlined(page, design):
    reviewed(page, design)
    evidence_of(page, "Looks like a hexagonal nut")
    page.locator("#mm-evidence-text [data-deletion]").wait_for(timeout=30_000)
    row = page.locator("#mm-ledger [data-requirement]", has_text="Looks like a hexagonal nut")
    assert "nut" in row.locator(".mm-word").all_inner_texts()
    assert row.get_attribute("aria-pressed") == "true"
    assert page.errors == []


def test_a_closer_look_replaces_the_heat_and_says_how(page, design, tmp_path):
    reviewed(page, design)
    before = evidence_of(page, "Looks like a hexagonal nut")
    page.click("#mm-closer")
    page.wait_for_function(
        "document.querySelector('#mm-evidence-text').innerText.includes('painted over')",
        timeout=REVIEW_MS,
    )
    page.wait_for_timeout(2_000)
    after = page.locator("#mm-mesh").screenshot()
    assert difference(before, after, tmp_path) > 0.5
    assert page.locator("#mm-closer").is_visible()
    assert page.errors == []


def test_the_evidence_is_saved_as_a_glb_with_colours(page, design, tmp_path):
    reviewed(page, design)
    evidence_of(page, "At least one hole")
    page.wait_for_function(
        "!document.querySelector('#mm-glb').hasAttribute('disabled')", timeout=30_000
    )
    page.wait_for_timeout(2_000)
    with page.expect_download() as downloading:
        page.click("#mm-glb")
    path = tmp_path / "part.glb"
    downloading.value.save_as(path)
    (part,) = trimesh.load(path).geometry.values()
    assert len(part.faces) > 10
    colours = np.unique(part.visual.vertex_colors[:, :3], axis=0).astype(int)
    assert len(colours) > 1
    assert (colours.max(axis=1) - colours.min(axis=1)).max() > 60


def test_views_are_walked_and_faded_by_keyboard(page, design):
    reviewed(page, design)
    evidence_of(page, "Looks like a hexagonal nut")
    page.locator("button[data-show=views]").focus()
    page.keyboard.press("Enter")
    stage = page.locator(".mm-stage figcaption")
    stage.wait_for(timeout=10_000)
    page.locator(".mm-thumb").nth(6).focus()
    page.keyboard.press("Enter")
    name = stage.inner_text()
    page.keyboard.press("ArrowRight")
    assert stage.inner_text() != name
    page.keyboard.press("ArrowLeft")
    assert stage.inner_text() == name
    slider = page.locator(".mm-opacity input")
    slider.focus()
    page.keyboard.press("Home")
    opacity = "getComputedStyle(document.querySelector('.mm-stage .mm-glass')).opacity"
    assert page.evaluate(opacity) == "0"
    page.keyboard.press("End")
    assert page.evaluate(opacity) == "1"
    assert page.errors == []


def test_bad_input_is_said_and_the_page_goes_on(page, tmp_path):
    bad = tmp_path / "drawing.step"
    bad.write_text("this is not CAD")
    page.set_input_files("#mm-files input[type=file]", str(bad))
    page.fill("#mm-spec textarea", SPEC)
    page.click("#mm-run")
    page.wait_for_function(
        "document.querySelector('#mm-status').innerText.includes('drawing.step')",
        timeout=REVIEW_MS,
    )
    assert "Traceback" not in page.content()
    assert page.locator("#mm-spec textarea").input_value() == SPEC
    assert page.locator("#mm-run").is_visible()


def test_the_library_shows_the_samples_and_finds_by_words(page):
    page.get_by_role("tab", name="Library").click()
    tiles = page.locator("[data-design]")
    tiles.first.wait_for(timeout=30_000)
    assert tiles.count() >= 12


def test_a_model_s_flag_is_reached_by_keyboard_and_taken_along(page):
    page.get_by_role("tab", name="About").focus()
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="Copy: --model ViT-B-32/laion2b_s34b_b79k", exact=True)
    copy.wait_for(timeout=30_000)
    for _ in range(40):
        page.keyboard.press("Tab")
        if copy.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("getSelection().toString()") == "--model ViT-B-32/laion2b_s34b_b79k"
    assert page.errors == []
