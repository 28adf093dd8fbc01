"""A designer's first review, in a real browser on the real app."""

import numpy as np
import pytest
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


@pytest.fixture
def page(address):
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
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


def test_a_real_file_is_reviewed_and_a_requirement_shows_its_heat_in_3d(
    page, address, design, tmp_path
):
    page.set_input_files("#mm-files input[type=file]", str(design))
    page.fill("#mm-spec textarea", SPEC)
    page.click("#mm-run")
    rows = page.locator("#mm-ledger [data-requirement]")
    rows.first.wait_for(timeout=REVIEW_MS)
    assert rows.count() == len(SPEC.splitlines())
    assert page.locator("#mm-similar").inner_text().strip()

    row = page.locator("#mm-ledger [data-requirement]", has_text="Looks like a hexagonal nut")
    row.click()
    page.wait_for_function(
        "document.querySelector('#mm-evidence-text').innerText.includes('hexagonal nut')"
    )
    canvas = page.locator("#mm-mesh canvas").first
    canvas.wait_for(timeout=30_000)
    page.wait_for_timeout(2_000)
    assert colourfulness(page.locator("#mm-mesh").screenshot(), tmp_path) > 0.5

    assert [url for url in page.requested if not url.startswith((address, "data:", "blob:"))] == []
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
