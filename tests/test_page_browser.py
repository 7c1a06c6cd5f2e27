"""The page in a real browser: nothing leaves the file, nothing runs but its own script, filters and keys work, all can be read.

Run with the chromium of the system, skipped where there is none. AXE names the file axe.min.js of axe-core; without it its test is skipped.
"""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_page import FLOOD, hostile, html

import factcheck
from factcheck.data import bundled

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
AXE = os.environ.get("AXE", "")

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if CHROMIUM is None:
    pytest.skip("no chromium on this machine", allow_module_level=True)

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as engine:
        running = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled stories."""
    from factcheck.documents import read
    seeds = bundled("seeds")
    names = sorted(path.name for path in seeds.iterdir() if path.is_dir())
    found = [document for name in names for document in read([str(seeds / name)], story=name).documents]
    path = tmp_path_factory.mktemp("page") / "stories.html"
    path.write_text(html(factcheck.check(found)), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Any, file: Path) -> Iterator[Open]:
    """Opens a page and, at the end, asserts that it asked for nothing but itself and complained of nothing."""
    asked: list[str] = []
    said: list[str] = []
    known: set[str] = set()
    contexts: list[Any] = []

    def open_(path: Path = file, at: str = "", expected: str = "no message", **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}} | settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: None if expected in message.text else said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        known.add(path.as_uri())
        page.goto(path.as_uri() + at)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} <= known
    assert said == []


def visible(page: Any) -> int:
    return int(page.locator(".fact:visible").count())


def address(page: Any) -> str:
    return str(page.evaluate("location.href"))


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits(opened: Open, scheme: str, width: int) -> None:
    page = opened(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(part => part < 60)")
    assert dark is (scheme == "dark")


def test_it_is_whole_with_scripts_off(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("#filters").is_hidden() and page.locator(".matrix").first.is_visible()
    assert page.locator("article.fact blockquote").first.is_visible()
    row = page.locator("details.fact").first
    row.locator("summary").first.click()
    assert row.locator("blockquote").first.is_visible()


@pytest.mark.slow
def test_it_prints_what_it_shows(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden() and page.locator("article.fact blockquote").first.is_visible()
    assert len(page.pdf()) > 10_000


def test_an_article_runs_nothing(opened: Open, tmp_path: Path) -> None:
    for number, payload in enumerate(["<script>alert(1)</script>", "\"><img src=https://x.example/a onerror=alert(1)>",
                                      "<svg onload=alert(1)>", "</style><link rel=stylesheet href=https://x.example/a>"]):
        path = tmp_path / f"{number}.html"
        path.write_text(html(hostile(payload)), encoding="utf-8")
        page = opened(path)
        assert payload in page.inner_text("h2") and page.locator("img").count() == 0
        context = page.context
        context.close()


def test_even_a_script_that_got_in_would_not_run(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "broken.html"
    path.write_text(html(FLOOD).replace("<main", "<p id='p'></p><main", 1), encoding="utf-8")
    page = opened(path, expected="Content Security Policy")
    blocked = page.evaluate("""() => new Promise(done => {
        document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
        const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script);
    })""")
    assert blocked.startswith("script-src") and page.evaluate("window.ran") is None


def test_filters_stand_in_the_address(opened: Open) -> None:
    page = opened()
    everything = visible(page)
    page.locator(".chip.o-conflict").click()
    conflicts = visible(page)
    assert 0 < conflicts < everything and address(page).endswith("#?outcome=conflict")
    page.select_option("[name=source]", "Northern Wire")
    assert page.locator(".story:visible").count() < page.locator(".story").count()
    fewer = visible(page)
    assert 0 < fewer < conflicts and "source=Northern+Wire" in address(page)
    assert opened(at="#" + address(page).partition("#")[2]).locator(".fact:visible").count() == fewer
    page.fill("[name=text]", page.locator(".fact:visible h4").first.evaluate("each => each.lastChild.textContent"))
    assert 0 < visible(page) <= fewer and "shown" in page.inner_text("#shown")
    page.keyboard.press("Escape")
    assert visible(page) == everything and address(page).endswith("#")
    rule = page.locator("[name=rule] option").nth(2).get_attribute("value")
    page.select_option("[name=rule]", rule)
    assert 0 < visible(page) < everything


def test_the_keyboard_goes_everywhere(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("j")
    assert page.input_value("[name=text]") == "j"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    first = "document.activeElement.closest('.fact').id"
    page.keyboard.press("j")
    one = page.evaluate(first)
    page.keyboard.press("j")
    two = page.evaluate(first)
    page.keyboard.press("k")
    assert one != two and page.evaluate(first) == one
    page.locator("[name=outcome]").first.focus()
    page.keyboard.press("Space")
    assert "outcome=" in address(page)


def test_a_link_to_a_finding_opens_it(opened: Open) -> None:
    page = opened()
    anchor = page.locator("details.fact .by").first.get_attribute("id")
    linked = opened(at=f"#{anchor}")
    assert linked.locator(f"[id='{anchor}']").is_visible()


def test_in_the_frame_of_a_notebook(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><body>{FLOOD._repr_html_()}{FLOOD.verdicts[0]._repr_html_()}</body>", encoding="utf-8")
    page = opened(path)
    frame = page.frames[1]
    frame.locator(".chip.o-conflict").click()
    frame.locator(".look a").click()
    frame.wait_for_function("scrollY > 0")                             # it glides there
    assert frame.locator("article.fact").first.is_visible()
    frame.locator("h4").first.press("Escape")
    assert page.locator("blockquote mark").first.is_visible()


SHEET = Path(__file__).parent / "golden" / "tick.html"


@pytest.mark.parametrize("width", [320, 1200])
def test_a_tick_sheet_fits_and_prints(opened: Open, width: int) -> None:
    page = opened(SHEET, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("mark").count() == 4 and page.locator("mark").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("blockquote").first.is_visible() and len(page.pdf()) > 5_000


@pytest.mark.skipif(not AXE, reason="AXE does not name axe.min.js")
@pytest.mark.parametrize("name", ["the report", "a tick sheet"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, file: Path, name: str, scheme: str) -> None:
    page = opened(file if name == "the report" else SHEET, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_on_a_phone_the_table_is_a_list(opened: Open) -> None:
    page = opened(viewport={"width": 390, "height": 800})
    row = page.locator(".matrix tbody tr").first
    shown = [cell for cell in row.locator("td").all() if cell.is_visible()]
    assert 0 < len(shown) < row.locator("td").count() and all(cell.get_attribute("data-source") for cell in shown)
    assert all(cell.bounding_box()["x"] + cell.bounding_box()["width"] <= 390 for cell in shown)
