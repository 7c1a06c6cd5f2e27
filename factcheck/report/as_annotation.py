"""W3C Web Annotations, for archives and annotation tools: one annotation a verdict, with every place it speaks of as a target.

A target is told twice, by the words with what stands around them and by code points into the text, so that it is found again when the
text around it has moved. The whole is an AnnotationPage; an article with an address is named by it, any other by its path.
"""
from __future__ import annotations

from typing import Any
from urllib.parse import quote

from factcheck.model import Claim, Report, Verdict
from factcheck.report.alerts import Remark, accepted_because, is_file_text, names, path, remarks
from factcheck.report.as_json import write
from factcheck.report.page.sources import address
from factcheck.report.shapes import Paper
from factcheck.report.words import clean

Json = dict[str, Any]
AROUND = 32
"""Characters of the sentence before and behind the words that are given with them."""


def verdicts(report: Report, paper: Paper) -> None:
    """A report → one AnnotationPage."""
    known = names(report)
    items = [_annotation(verdict, known[id(verdict)], accepted_because(report.standing(verdict)), paper.root)
             for verdict in report.verdicts]
    write({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
           "items": [*items, *map(_remark, remarks(report, paper.root))]}, paper.out)


def _annotation(verdict: Verdict, name: str, accepted: str | None, root: str) -> Json:
    """A verdict → what it says, the words that classify it, and its places."""
    tags = [verdict.outcome, verdict.rule, *(["disputed"] if verdict.disputed else [])]
    said = [_words(clean(verdict.message), "assessing"), *(_words(tag, "tagging") for tag in tags)]
    if accepted is not None:
        said.append(_words(accepted, "replying"))
    return {"id": f"urn:factcheck:{quote(name)}", "type": "Annotation", "motivation": "assessing", "body": said,
            "target": [_target(claim, root) for claim in verdict.claims]}


def _words(text: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _target(claim: Claim, root: str) -> Json:
    """A claim → its article and its place there: both selectors select the same words. Of a page only the words are told."""
    m, quoted = claim.mention, claim.quote
    start, end = m.start - claim.quote_start, m.end - claim.quote_start
    page = address(claim.url)
    selectors: list[Json] = [{"type": "TextQuoteSelector", "exact": quoted[start:end],
                              "prefix": claim.prefix or quoted[max(0, start - AROUND):start],
                              "suffix": claim.suffix or quoted[end:end + AROUND]}]
    if page is None and is_file_text(m.document):
        selectors.append({"type": "TextPositionSelector", "start": m.start, "end": m.end})
    return {"source": page or _source(path(m.document, root)), "selector": selectors}


def _remark(remark: Remark) -> Json:
    """An input that could not be used, or what the gate's own files have that is to be mended: a remark on the whole file."""
    return {"type": "Annotation", "motivation": "commenting",
            "body": [_words(remark.message, "commenting"), _words(remark.kind, "tagging")], "target": [{"source": _source(remark.path)}]}


def _source(path: str) -> str:
    """A path → the reference to it."""
    return quote(path, safe="/:?#@!$&'()*+,;=%~") if "://" in path else quote(path)
