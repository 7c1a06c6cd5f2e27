"""The report of ten thousand facts as a page: written, opened and filtered.

The facts are the verdicts of the bundled stories, told again in other places: two in a hundred conflict, three are superseded, ten are
compatible and the others agree. What the browser does is measured in the chromium of the system, where there is one.
"""
from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import factcheck
from factcheck.data import bundled
from factcheck.documents import read
from factcheck.groups import ALIGNMENT
from factcheck.model import Claim, Document, Report
from factcheck.report.formats import verdicts
from factcheck.report.shapes import Paper

MIX = {"conflict": 2, "superseded": 3, "compatible": 10, "agree": 85}
APART = 100_000
"""How far apart in one document two tellings stand."""

FILTER = """() => new Promise(done => {
    const begin = performance.now();
    document.querySelector("[name=outcome][value=conflict]").click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""
WORDS = """() => new Promise(done => {
    const begin = performance.now(), field = document.querySelector("[name=text]");
    field.value = "houses";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def seeds() -> Report:
    """The bundled stories with their own rules."""
    names = sorted(path.name for path in bundled("seeds").iterdir() if path.is_dir())
    rules = [path for name in names if (path := bundled("rules") / "stories" / name).is_dir()]
    documents = [document for name in names for document in read([str(bundled("seeds") / name)], story=name).documents]
    return factcheck.check(documents, rules)


def many(report: Report, facts: int, stories: int) -> Report:
    """A report → one with so many verdicts in so many stories, each about a thing of its own."""
    by_outcome = {outcome: [verdict for verdict in report.verdicts if verdict.outcome == outcome] for outcome in MIX}
    mix = [outcome for outcome, share in MIX.items() for _ in range(share)]
    chosen, known = random.Random(1), {document.id: document for document in report.documents}
    documents: dict[str, Document] = {}
    made = []
    for number in range(facts):
        story = f"story {number * stories // facts:04}"
        verdict = chosen.choice(by_outcome[mix[number % len(mix)]])
        claims = tuple(_moved(claim, story, number * APART) for claim in verdict.claims)
        for claim, new in zip(verdict.claims, claims, strict=True):
            old = known[claim.mention.document]
            documents[new.mention.document] = replace(old, id=new.mention.document, story=story, url=f"https://papers.example/{number}")
        made.append(replace(verdict, story=story, claims=claims, fingerprint=f"f1:{number:024x}"))
    return Report(tuple(made), tuple(documents.values()), tuple(claim for verdict in made for claim in verdict.claims))


def _moved(claim: Claim, story: str, by: int) -> Claim:
    """A claim of another story, so much further on in its document."""
    m, voice = claim.mention, claim.mention.attribution
    mention = replace(
        m, document=f"{story}/{m.document}", start=m.start + by, end=m.end + by,
        entity_start=None if m.entity_start is None else m.entity_start + by,
        entity_end=None if m.entity_end is None else m.entity_end + by,
        modifiers=tuple(replace(each, start=each.start + by, end=each.end + by) for each in m.modifiers),
        attribution=None if voice is None else replace(voice, start=voice.start + by, end=voice.end + by))
    return replace(claim, mention=mention, story=story, quote_start=claim.quote_start + by, url="https://papers.example/" + story[-4:])


def page() -> Iterator[str]:
    """Ten thousand facts of 250 stories, and of one."""
    report = seeds()
    with tempfile.TemporaryDirectory() as folder:
        for stories in (250, 1):
            path = Path(folder) / f"{stories}.html"
            large = many(report, 10_000, stories)
            begin = time.process_time()
            with path.open("w", encoding="utf-8") as out:
                verdicts("html", large, Paper(out, rules={ALIGNMENT.id: ALIGNMENT}))
            took = time.process_time() - begin
            yield f"10,000 facts of {stories} stories: written in {took:.1f} s [10], {path.stat().st_size / 1e6:.1f} MB [10]"
            yield from _shown(path)


def _shown(path: Path) -> Iterator[str]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        yield "  not opened: no chromium, or playwright is not installed"
        return
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        sheet = browser.new_page()
        sheet.goto(path.as_uri(), timeout=120_000)
        paint, filtered = sheet.evaluate(PAINT) / 1000, sheet.evaluate(FILTER) / 1000
        yield f"  first paint after {paint:.1f} s [2], a filter takes {filtered:.1f} s [2] ({sheet.inner_text('#shown')})"
        sheet.keyboard.press("Escape")
        sheet.wait_for_function("document.getElementById('shown').textContent === ''")
        words = sheet.evaluate(WORDS) / 1000
        yield f"  the filter of words takes {words:.1f} s [2] ({sheet.inner_text('#shown')})"
        browser.close()
