"""A folder in, the configuration that holds there out: the closest factcheck.toml, or pyproject.toml with our table, from there upwards."""
from __future__ import annotations

import os
import re

NAMES = ("factcheck.toml", ".factcheck.toml", "pyproject.toml")
OURS = re.compile(rb"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?factcheck[\"']?[ \t]*[\].]", re.MULTILINE)


def closest(folder: str) -> str | None:
    """The path of the configuration closest to a folder, as seen from the working directory; None where there is none."""
    here = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(here, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or _has_ours(path)):
                shown = os.path.relpath(path)
                return path if shown.startswith("..") and len(shown) > len(path) else shown
        here, before = os.path.dirname(here), here
        if here == before:
            return None


def _has_ours(path: str) -> bool:
    """Whether a pyproject.toml speaks of us; one that cannot be read does not concern us, unless it says so in plain words."""
    try:
        with open(path, "rb") as file:
            content = file.read(1_000_000)
    except OSError:
        return False
    if b"factcheck" not in content or OURS.search(content):
        return b"factcheck" in content
    import tomllib
    try:
        tool = tomllib.loads(content.decode("utf-8")).get("tool", {})
    except (ValueError, RecursionError):
        return False
    return isinstance(tool, dict) and "factcheck" in tool
