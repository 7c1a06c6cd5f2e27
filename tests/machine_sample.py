"""A report made of real articles with all that is hard for other programs: odd paths, odd characters, pages, and what was known before."""
from __future__ import annotations

import datetime
from dataclasses import replace

from factcheck.model import Document, Report, Skipped, Verdict
from factcheck.pipeline import check
from factcheck.standing import Decision, Fixed, Notice, Standing, Suppression

DAY = datetime.date(2024, 5, 3)


def article(id: str, text: str, days: int = 0, story: str = "flood", **more: str) -> Document:
    return Document(id, text, DAY + datetime.timedelta(days), story, **more)      # type: ignore[arg-type]


ARTICLES = (
    article("flood/herald.txt", "Première \N{FIRE} page: the flood destroyed nearly 40 houses\r\nin Sallow. It killed three people in "
                                "Sallow.\r\n", publisher="Valley Herald"),
    article("flood/a, b: 100% (new).md", "The flood destroyed 52 houses in Sallow. It killed three people in Sallow.\n",
            publisher="Post [x](http://evil.example) <b>|@all|</b> {0}"),
    article("flood/page.html", "A flood destroyed 61 houses in Sallow. It killed three people in Sallow.\n", publisher="Coast Dispatch"),
    article("https://wire.example/flood?id=1", "The flood destroyed 70 houses in Sallow.\n", url="https://wire.example/flood?id=1"),
    article("/world/fire/east.txt", "\N{FIRE}\N{FIRE} A fire in Tolvane injured 15 people, police said.\n", story="fire"),
    article("/elsewhere/west.txt", "A fire in Tolvane injured 21 people,\npolice said.\n", 1, story="fire"),
)
ROOT = "/world"


def _known(verdicts: list[Verdict]) -> dict[tuple[str, str], Standing]:
    """The first conflict is new, and of the others one each is unchanged, suppressed in two ways, and decided."""
    standings = (
        Standing("new"), Standing("unchanged"),
        Standing("new", Suppression("", "Both counts are official <i>|</i> ](x)", datetime.date(2024, 12, 31), path="s.yaml", line=3)),
        Standing("new", Suppression("", "Quoted as such", path="flood/page.html", line=1, inline=True)),
        Standing("unchanged", None, Decision("", "flood/page.html", "M. Varn", "She counted them.", path="s.yaml", line=9)))
    return {(verdict.story, verdict.fingerprint): known for verdict, known in zip(verdicts, standings, strict=False)}


PLAIN = check((*ARTICLES, Skipped("flood/photo\x1b[31m.txt", "binary (a zero byte at byte 3), expected UTF-8 text"),
               Skipped("a.jsonl", "id: missing", 7), Skipped("a.jsonl", "id: missing", 9)))
CONFLICTS = [verdict for verdict in PLAIN.verdicts if verdict.outcome == "conflict"]
GATED: Report = replace(
    PLAIN, standings=_known(CONFLICTS),
    fixed=(Fixed("f1:0123456789abcdef01234567", "damage/destroyed", "“30 houses” and “52 houses” cannot both be true.",
                 ("flood/herald.txt", "flood/a, b: 100% (new).md")),),
    notices=(Notice("factcheck-suppressions.yaml", 4, "expired", "f1:…: was accepted until 1 May 2024"),
             Notice("factcheck-suppressions.yaml", None, "unused", "f1:…: binds to no finding")))
"""Conflicts that are new, known, suppressed and decided; a finding that is gone; suppressions to mend; inputs that could not be used."""
