"""The remarks of an article in, its own suppressions out: `<!-- factcheck: ignore RULE-or-fingerprint reason -->`."""
from __future__ import annotations

from factcheck.frozen import frozen
from factcheck.model import Document, Verdict
from factcheck.standing import Suppression


@frozen
class Place:
    """A suppression, and the lines of its document that it holds for."""

    suppression: Suppression
    lines: tuple[int, ...]

    def binds(self, verdict: Verdict) -> bool:
        """Whether it is about this verdict: its rule or its fingerprint, and a claim on one of its lines."""
        if self.suppression.fingerprint not in (verdict.rule, verdict.fingerprint):
            return False
        return any(claim.mention.document == self.suppression.path and claim.line in self.lines for claim in verdict.claims)


def inline(document: Document) -> list[Place]:
    """A document → its suppressions, in their order."""
    return [Place(Suppression(remark.what, remark.reason, path=document.id, line=remark.line, inline=True), remark.lines)
            for remark in document.remarks]
