"""JUnit XML, for build servers: one suite a story, one case a verdict; what agrees passes, what fails the run is a failure.

What was accepted is a skipped case with its reason. Articles are a suite of their own: one that could not be used is an error. A baseline
or suppressions with something to mend are another.
"""
from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from factcheck.gate.fails import accepted, fails
from factcheck.model import Report, Verdict
from factcheck.report.alerts import Spot, accepted_because, cited, level, names, path, spotted
from factcheck.report.shapes import Paper
from factcheck.report.words import clean, of_skipped
from factcheck.standing import Standing

NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def verdicts(report: Report, paper: Paper) -> None:
    """A report → one `testsuites` document."""
    top = Element("testsuites", name="factcheck")
    _articles(report, top, paper.root)
    spot, known = spotted(report, paper.root), names(report)
    suites = {story: SubElement(top, "testsuite", name=xml(story or "The articles given"))
              for story in sorted({verdict.story for verdict in report.verdicts})}
    for verdict in report.verdicts:
        _case(suites[verdict.story], verdict, known[id(verdict)], report.standing(verdict), spot(verdict))
    _notices(report, top)
    for element in (top, *top):
        _count(element)
    indent(top, " ")
    paper.out.write('<?xml version="1.0" encoding="utf-8"?>\n')
    ElementTree(top).write(paper.out, encoding="unicode")
    paper.out.write("\n")


def _articles(report: Report, top: Element, root: str) -> None:
    """Each article that was read passes; one that was not used is an error."""
    suite = SubElement(top, "testsuite", name="articles")
    for document in report.documents:
        SubElement(suite, "testcase", classname="articles", name=xml(path(document.id, root)))
    for skipped in report.skipped:
        case = SubElement(suite, "testcase", classname="articles", name=xml(path(skipped.path, root)))
        SubElement(case, "error", type="skipped", message=xml(of_skipped(skipped)))


def _case(suite: Element, verdict: Verdict, name: str, known: Standing, spots: tuple[Spot, ...]) -> None:
    case = SubElement(suite, "testcase", classname=xml(verdict.rule), name=xml(f"{verdict.message} [{name}]"), file=xml(spots[0].path))
    if spots[0].region is not None:
        case.set("line", str(spots[0].region.start.line))
    body = xml("\n".join(cited(spot.claim) for spot in spots), lines=True)
    if accepted(known) and verdict.outcome in ("conflict", "superseded"):
        SubElement(case, "skipped", message=xml(accepted_because(known) or "known to the baseline"))
    elif fails(verdict, known):
        SubElement(case, "failure", type=verdict.outcome, message=xml(verdict.message)).text = body
    elif verdict.outcome in ("conflict", "superseded"):
        SubElement(case, "system-out").text = f"{level(verdict)}: {verdict.outcome}\n{body}"


def _notices(report: Report, top: Element) -> None:
    if report.notices:
        suite = SubElement(top, "testsuite", name="suppressions")
        for notice in report.notices:
            case = SubElement(suite, "testcase", classname="suppressions", name=xml(notice.message), file=xml(notice.path))
            SubElement(case, "skipped", message=notice.kind)


def _count(element: Element) -> None:
    """Says how many cases there are, and of each sort."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def xml(text: str, lines: bool = False) -> str:
    """Text of an article → the same without what XML cannot hold."""
    return NO_XML.sub("", text if lines else clean(text))
