"""The documents of a story in, its sources out: how each is called on the page, when it was published and where it can be read."""
from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from factcheck.model import Claim, Document
from factcheck.report.words import clean, day

WHOLE = 120
"""Characters of a sentence that a text fragment gives in full; of a longer one it names the first and the last words."""
ENDS = 5


@dataclass(frozen=True, slots=True)
class Source:
    """One document as the page names it; `number` is its place in time, and the label has its date where others have its name."""

    number: int
    id: str
    name: str
    label: str
    date: str
    iso: str


def sources(ids: Iterable[str], documents: Mapping[str, Document], claims: Iterable[Claim]) -> dict[str, Source]:
    """Ids of documents → their sources by id, the earliest published first; what is not in `documents` is told by its claims."""
    known: dict[str, Document | Claim] = {claim.mention.document: claim for claim in claims}
    known |= {id: documents[id] for id in ids if id in documents}
    ordered = sorted(known, key=lambda id: (known[id].published is None, _moment(known[id].published), known[id].publisher or "", id))
    times = Counter(_name(id, known[id]) for id in ordered)
    return {id: _source(at, id, known[id], times) for at, id in enumerate(ordered)}


def _source(number: int, id: str, about: Document | Claim, times: Mapping[str, int]) -> Source:
    name, date = _name(id, about), day(about.published)
    label = name if times[name] == 1 else f"{name}, {date or PurePosixPath(clean(id)).name}"
    return Source(number, clean(id), name, label, date, _moment(about.published))


def _name(id: str, about: Document | Claim) -> str:
    return clean(about.publisher or "") or PurePosixPath(clean(id)).name or clean(id)


def _moment(published: datetime.date | datetime.datetime | None) -> str:
    return published.isoformat() if published else ""


def address(url: str | None) -> str | None:
    """An address that a page may link to: http or https with a host and without odd characters, else None."""
    if not url or not url.isprintable() or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def to_words(url: str | None, sentence: str) -> str | None:
    """An address and a sentence → a link that opens the page at those words."""
    if (checked := address(url)) is None:
        return None
    words = " ".join(sentence.split())
    if len(words) > WHOLE and len(words.split()) > 2 * ENDS:
        ends = words.split()
        parts = [" ".join(ends[:ENDS]), " ".join(ends[-ENDS:])]
    else:
        parts = [words]
    target = ",".join(quote(part, safe="", errors="replace").replace("-", "%2D") for part in parts)
    return f"{checked}{'' if '#' in checked else '#'}:~:text={target}"
