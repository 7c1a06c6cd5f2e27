"""The comment on a pull request: what is new, both quotes side by side, what to ask and to decide, and folded what is known or agrees.

Words of articles stand inside HTML elements only, where Markdown is not read, and are escaped there; nobody is notified by them and nothing
in them becomes a link. It is short enough to be read, and shorter than what GitHub takes; what is left out is counted.
"""
from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from factcheck.gate.fails import accepted
from factcheck.model import Claim, Report, Verdict
from factcheck.report.alerts import Alert, accepted_because, alerts
from factcheck.report.chains import Fact, by_value, sides_of
from factcheck.report.page.quoting import pieces
from factcheck.report.question import because, opposite, question
from factcheck.report.shapes import Paper
from factcheck.report.summary import counts, stories
from factcheck.report.words import clean, count, of_skipped, phrase, place, source, value, voice

MARK = "<!-- factcheck -->"
"""The first line, by which a later run finds its comment again."""
LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""
FULL = 10
"""Figures that are shown with their quotes."""
BESIDE = 5
"""More findings about the same figure that are named below the first."""
ROWS = 40
"""Rows of a folded table."""
SIGNS = {"error": "✗", "warning": "!", "note": "≠"}
LINKING = re.compile(r"(?P<end>@|#|\bGH-)(?=\w)|(?P<scheme>://|\bwww(?=\.))|(?P<colon>:)(?=[a-z+-][a-z0-9_+-]*:)")
"""What becomes a notification, a link or a picture: "@all", "#12", "https://x", "www.x", ":tada:"."""


def verdicts(report: Report, paper: Paper) -> None:
    """A report → the comment."""
    every = {id(alert.verdict): alert for alert in alerts(report, paper.root)}
    found = [every[id(finding.verdict)] for story in stories(report) for finding in story.findings if id(finding.verdict) in every]
    new = sorted((alert for alert in found if not accepted(alert.known)), key=lambda alert: list(SIGNS).index(alert.level))
    loud, quiet = [alert for alert in new if alert.verdict.outcome == "conflict"], [a for a in new if a.verdict.outcome != "conflict"]
    known = [alert for alert in found if accepted(alert.known)]
    figures = _figures(loud)
    blocks = [_head(report, loud, len(known)), *map(_figure, figures[:FULL])]
    more = [alert for figure in figures[FULL:] for alert in figure]
    rest = [_folded(f"{count(len(more), 'more conflict')}", ("finding", "place"), map(_row, more))] if more else []
    rest += [_folded(f"{count(len(quiet), 'figure')} that a later one replaced", ("finding", "place"), map(_row, quiet))] if quiet else []
    rest += [_folded(f"{count(len(known), 'finding')} known before", ("finding", "why it stays"), map(_known, known))] if known else []
    paper.out.write(_bounded([*blocks, *_unused(report), *rest, *_agreed(report)]))


def _bounded(blocks: Sequence[str]) -> str:
    """The blocks that fit, one below the other, and how many do not."""
    kept, size = [MARK], len(MARK)
    for block in blocks:
        if size + len(block) + 2 > LONGEST:
            break
        kept.append(block)
        size += len(block) + 2
    left = len(blocks) - len(kept) + 1
    if left:
        kept.append(f"{count(left, 'section')} left out, the comment would be too long. The whole report has all of it.")
    return "\n\n".join(kept) + "\n"


def _head(report: Report, loud: Sequence[Alert], known: int) -> str:
    numbers = counts(report)
    failing = sum(alert.level == "error" for alert in loud)
    title = f"{count(failing, 'conflict')} to settle" if failing else f"{len(loud)} to look at" if loud else "nothing to settle"
    said = [f"{count(numbers['documents'], 'article')}, {count(numbers['facts'], 'fact')}",
            f"{numbers['agree']} agreed" if numbers["agree"] else "", f"{known} known before" if known else "",
            f"{count(len(report.fixed), 'known finding')} gone" if report.fixed else "",
            f"{count(len(report.skipped), 'input')} not used" if report.skipped else ""]
    return f"### factcheck: {title}\n\n{', '.join(filter(None, said))}."


def _figures(loud: Iterable[Alert]) -> list[list[Alert]]:
    """Findings by the figure that they are about: one that contradicts five articles is one thing to settle."""
    found: dict[tuple[str, int], list[Alert]] = {}
    for alert in loud:
        found.setdefault((alert.here.claim.mention.document, alert.here.claim.mention.start), []).append(alert)
    return list(found.values())


def _figure(found: Sequence[Alert]) -> str:
    """The findings about one figure: the first in full, the others a line each."""
    rows = [f"<li>{safe(alert.verdict.message)} {' '.join(_place(spot.claim) for spot in alert.others[:1])} "
            f"{_code(alert.verdict.fingerprint)}</li>\n" for alert in found[1:BESIDE + 1]]
    if len(found) > BESIDE + 1:
        rows.append(f"<li>{len(found) - BESIDE - 1} more</li>\n")
    others = f"<p>The same figure, with other articles:</p>\n<ul>\n{''.join(rows)}</ul>\n\n" if rows else ""
    return _finding(found[0], others)


def _finding(alert: Alert, others: str = "") -> str:
    """One finding in full, with what else is said of its figure."""
    verdict, here = alert.verdict, alert.here.claim
    across = opposite(verdict, here)
    shown = [here, *([across] if across else [])]
    more = [spot.claim for spot in alert.others if spot.claim is not across]
    parts = [f"<h4>{SIGNS[alert.level]} {safe(verdict.message)}</h4>", _side_by_side(shown)]
    if more:
        parts.append(f"<p>Also {', '.join(map(_place, more[:4]))}{f' and {len(more) - 4} more' if len(more) > 4 else ''}</p>")
    parts.append(f"<p><b>Diagnosis:</b> {safe(because(verdict, here, across or here))}<br>\n"
                 f"<b>To ask:</b> {safe(question(verdict, here, across or here))}<br>\n"
                 f"<b>To decide:</b> correct the text; or say which article stands, or why all may stay (rule {_code(verdict.rule)}):</p>")
    return "\n".join(parts) + "\n\n" + others + _commands(verdict, here)


def _side_by_side(claims: Sequence[Claim]) -> str:
    """Claims → a table with a column each: place, publisher and date, the sentence, the value and who says it."""
    rows = [("th", list(map(_place, claims))),
            ("td", [safe(source(claim)) or "undated" for claim in claims]), ("td", [_quote(claim) for claim in claims]),
            ("td", [safe(" · ".join(filter(None, (value(claim.mention), voice(claim.mention))))) for claim in claims])]
    lines = ["".join(f"<{tag}>{cell}</{tag}>" for cell in cells) for tag, cells in rows if any(cells)]
    return "<table>\n" + "".join(f"<tr>{line}</tr>\n" for line in lines) + "</table>"


def _quote(claim: Claim) -> str:
    """A sentence with its number in bold."""
    parts = (f"<b>{safe(piece.text, False)}</b>" if piece.role in ("number", "hedge") else safe(piece.text, False)
             for piece in pieces(claim))
    return f"“{''.join(parts).replace('</b><b>', '')}”"


def _commands(verdict: Verdict, here: Claim) -> str:
    """What to copy: a decision, or a suppression."""
    call = f"factcheck suppress {shlex.quote(verdict.fingerprint)}"
    lines = [f'{call} --reason "…"']
    if len({claim.mention.document for claim in verdict.claims}) > 1:
        lines.insert(0, f'{call} --stands {shlex.quote(clean(here.mention.document))} --by "NAME" --reason "…"')
    return "\n".join(("```sh", *lines, "```"))


def _unused(report: Report) -> Iterator[str]:
    """What could not be used, and suppressions to mend."""
    lines = [of_skipped(item) for item in report.skipped]
    lines += [clean(f"{item.path}:{item.line}: {item.message}" if item.line else f"{item.path}: {item.message}") for item in report.notices]
    if lines:
        shown = "".join(f"<li>{safe(line)}</li>\n" for line in lines[:FULL])
        more = f"<li>{len(lines) - FULL} more</li>\n" if lines[FULL:] else ""
        yield f"<p><b>To mend:</b></p>\n<ul>\n{shown}{more}</ul>"


def _row(alert: Alert) -> tuple[str, str]:
    return safe(alert.verdict.message), ", ".join(_place(spot.claim) for spot in (alert.here, *alert.others[:2]))


def _known(alert: Alert) -> tuple[str, str]:
    return safe(alert.verdict.message), safe(accepted_because(alert.known) or "in the baseline")


def _agreed(report: Report) -> Iterator[str]:
    """What agrees, and what can both be true: a row each."""
    found = [finding.verdict for story in stories(report) for finding in story.findings]
    same = [verdict for verdict in found if verdict.outcome == "agree"]
    both = [verdict for verdict in found if verdict.outcome == "compatible"]
    said = [f"{count(len(same), 'fact')} agreed" if same else "", f"{count(len(both), 'pair')} that can both be true" if both else ""]
    if any(said):
        rows = ((facts(by_value(verdict), " = "), papers(verdict)) for verdict in same)
        more = ((facts(sides_of(verdict), " · "), papers(verdict)) for verdict in both)
        yield _folded(", ".join(filter(None, said)), ("fact", "articles"), [*rows, *more])


def facts(found: Iterable[Fact], joint: str) -> str:
    """Facts → their words."""
    return safe(joint.join(phrase(claims[0]) for claims in found))


def papers(verdict: Verdict) -> str:
    """The articles of a verdict, up to four by name."""
    names = list(dict.fromkeys(clean(claim.publisher or claim.mention.document) for claim in verdict.claims))
    return safe(", ".join(names[:4])) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _folded(title: str, head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """A table that unfolds."""
    every = list(rows)
    lines = ["".join(f"<th>{name}</th>" for name in head), *("".join(f"<td>{cell}</td>" for cell in row) for row in every[:ROWS])]
    more = f"<p>{len(every) - ROWS} more</p>\n" if every[ROWS:] else ""
    table = "".join(f"<tr>{line}</tr>\n" for line in lines)
    return f"<details><summary>{title}</summary>\n<table>\n{table}</table>\n{more}</details>"


def _place(claim: Claim) -> str:
    return _code(place(claim))


def _code(text: str) -> str:
    """Words that are shown as they are: nothing in them becomes a link."""
    return f"<code>{escape(clean(text))}</code>"


def safe(text: str, whole: bool = True) -> str:
    """Words of an article → HTML that shows them, and that no Markdown reader takes for more."""
    words = LINKING.sub(_parted, escape(clean(text) if whole else text, quote=True))
    return words.replace("$", "<span>$</span>")


def _parted(match: re.Match[str]) -> str:
    """A sign that would begin a link, with a space of no width behind it."""
    return f"{match[0]}&#8203;" if match["scheme"] is None else f"{match[0]}&#8203;" if match[0] == "www" else ":&#8203;//"
