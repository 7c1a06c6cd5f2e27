"""A saved web page in: its article as a document out, without menus, sidebars and what else surrounds it.

The text is the extracted one, and offsets count in it. trafilatura decides what the article is, in precision mode (another story's
figure in a sidebar must not become this article's fact); `page.py` says what a second, wider reading may add. htmldate, which
trafilatura calls, finds the original date, or `dated.py` where the page's metadata have none; it is believed only when neither the
page's reader nor the call knows better. Gets wrong: pages that are lists, and most pages whose text scripts would have drawn.
"""
from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from factcheck.documents import dated
from factcheck.documents.charset import text_of_page
from factcheck.documents.confined import confined
from factcheck.documents.metadata import Said, document, published
from factcheck.documents.page import article, cuts
from factcheck.documents.remarks import in_page
from factcheck.documents.shapes import Call, Placed, Source, Unusable
from factcheck.model import Skipped
from factcheck.standing import Remark

BIG = 2 ** 20                     # bytes from which a page is parsed in a process that can be killed
DATE = {"original_date": True, "extensive_search": True, "outputformat": "%Y-%m-%d", "max_date": "2100-01-01"}    # never the clock
A_LINK = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)


def read(source: Source, call: Call) -> Iterator[Placed | Skipped]:
    """One page → its document."""
    found = parsed(source.data) if call.apart or len(source.data) <= BIG else confined("html", source.data, call.limits)
    day = found["published"]
    said = Said(published=published(day) if day else None, title=found["title"], publisher=found["publisher"],
                url=found["url"] or source.url)
    remarks = list(in_page(text_of_page(source.data), found["text"], source.name)) if b"factcheck" in source.data else []
    made = document(source.name, found["text"], Said(), call, source, found=said)
    yield Placed(replace(made, remarks=tuple(remark for remark in remarks if isinstance(remark, Remark))))
    yield from (remark for remark in remarks if isinstance(remark, Skipped))


def parsed(data: bytes) -> dict[str, Any]:
    """The bytes of a page → its article's text and what the page says about itself; raises Unusable."""
    page = text_of_page(data)
    found = _extracted(page, "precision", metadata=True)
    wider = _extracted(page, "", metadata=found is None)
    if not (found and found.text) and not (wider and wider.text):
        wider = _extracted(page, "recall", metadata=True)
    text = article(found.text or "" if found else "", wider.text or "" if wider else "", _description(found or wider), page)
    if not text.strip():
        raise Unusable("no article found in this page, expected HTML with prose in it")
    said = _said(found or wider or _metadata(page))
    day = dated.published(page)
    return {"text": text, **said, "published": day.isoformat() if day else said["published"]}


def _extracted(page: str, favor: str, *, metadata: bool) -> Any:
    """What trafilatura makes of the page when it favours precision, recall or neither; or None."""
    from trafilatura import bare_extraction
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)        # what they could not parse is said by us, once
    try:
        return bare_extraction(page, favor_precision=favor == "precision", favor_recall=favor == "recall", include_comments=False,
                               with_metadata=metadata, date_extraction_params=DATE, prune_xpath=list(cuts()))
    except (ValueError, RecursionError) as error:
        raise Unusable(f"the page cannot be parsed ({error}), expected HTML") from None


def _metadata(page: str) -> Any:
    """What a page says about itself though no article was found in its markup."""
    from trafilatura import extract_metadata
    return extract_metadata(page, date_config=DATE)


def _description(page: Any) -> str | None:
    return page.description if page else None


def _said(page: Any) -> dict[str, str | None]:
    """What the page says about itself: less than metadata, more than nothing."""
    day = str(page.date or "") if page else ""
    link = str(page.url or "") if page else ""
    try:
        when = published(day).isoformat() if day else None
    except Unusable:
        when = None
    return {"published": when, "title": page.title if page else None, "publisher": page.sitename if page else None,
            "url": link if A_LINK.match(link) else None}
