"""Paths in, documents out: the files named, the folders walked, the formats told apart, the metadata believed in its order.

Nothing that cannot be used ends the run: it becomes a `Skipped` with its place and what was expected, and the rest is read.
"""
from __future__ import annotations

from factcheck.documents.read import Loaded, Met, given, parsed, read, stream, unparsed
from factcheck.documents.shapes import Call, Limits, Note, Placed, Unparsed

__all__ = ["Call", "Limits", "Loaded", "Met", "Note", "Placed", "Unparsed", "given", "parsed", "read", "stream", "unparsed"]
