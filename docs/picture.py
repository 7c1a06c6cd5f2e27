"""Makes docs/report.png, the picture in the README: `python docs/picture.py`, with playwright and the chromium of the system."""
from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.cli.main import main
from factcheck.data import bundled

HERE = Path(__file__).parent.resolve()
STORY = "brackwater-flood"


def picture(target: Path) -> None:
    """The page of a bundled story, from its headline to its first card."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as engine, contextlib.chdir(bundled("seeds")):
        page = Path(folder) / "report.html"
        main(["report", STORY, "--rules", str(bundled("rules") / "stories" / STORY), "--story", STORY, "-o", str(page)])
        browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--hide-scrollbars"])
        sheet = browser.new_page(viewport={"width": 1000, "height": 2400}, java_script_enabled=False)
        sheet.goto(page.as_uri())
        box = sheet.locator("article.fact").first.bounding_box()
        assert box is not None
        sheet.screenshot(path=target, clip={"x": 0, "y": 0, "width": 1000, "height": box["y"] + box["height"] + 16})
        browser.close()


if __name__ == "__main__":
    picture(HERE / "report.png")
