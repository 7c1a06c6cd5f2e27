"""The name of an output in, its JSON schema out: `schema.json` beside this file has them all."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OUTPUTS = ("check", "verdict", "tick", "extract", "mention")
"""Whole outputs, and the lines of those in JSON lines."""

KEEPS = ("$schema", "title", "description")


def schema(output: str) -> dict[str, Any]:
    """One of `OUTPUTS` → the schema that describes it, with all that it refers to."""
    whole = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {key: whole[key] for key in KEEPS} | {"$ref": f"#/$defs/{output}", "$defs": whole["$defs"]}
