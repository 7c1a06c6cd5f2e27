"""Everything that `pip install factcheck`, with its extras, brings along has a licence that lets anyone use and pass it on."""
from __future__ import annotations

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement

ALLOWED = re.compile(r"\b(MIT(-0)?|BSD|[023]-Clause|0BSD|Apache|MPL|Mozilla Public|L-?GPL|Lesser General Public|PSF|Python Software"
                     r" Foundation|Python-2\.0|CNRI-Python|ISC|Unlicense|Zlib|CC0|Public Domain)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(AGPL|Affero|(?<!L)(?<!L-)GPL|SSPL|BUSL|Proprietary|Non-?Commercial)\b", re.IGNORECASE)
EXTRAS = ("", "pdf", "docx", "warc")       # with the extras that the tests install


def normal(name: str) -> str:
    """"typing_extensions" and "Typing.Extensions" are one distribution."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(root: str) -> list[str]:
    """A distribution → the names of all that its installation brings here, without itself."""
    seen: set[str] = set()
    todo = [(root, EXTRAS)]
    while todo:
        name, extras = todo.pop()
        for text in metadata.requires(name) or ():
            requirement = Requirement(text)
            wanted = requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras)
            if wanted and (key := normal(requirement.name)) not in seen:
                seen.add(key)
                todo.append((requirement.name, ("", *requirement.extras)))
    return sorted(seen)


def licence(name: str) -> str:
    """A distribution → what its metadata says of its licence, the first of: expression, classifiers, first line of the text."""
    about = metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [line.split("::")[-1].strip() for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    classifiers = [line for line in classifiers if line != "OSI Approved"]
    return " OR ".join(classifiers) or (about.get("License") or "").strip().partition("\n")[0]


def usable(says: str) -> bool:
    """"A AND B" needs both, "A OR B" one of them."""
    return any(all(ALLOWED.search(part) and not REFUSED.search(part) for part in re.split(r"\bAND\b", choice))
               for choice in re.split(r"\bOR\b", says))


@pytest.mark.parametrize("name", closure("factcheck"))
def test_licence_is_allowed(name: str) -> None:
    says = licence(name)
    assert usable(says), f"{name}: {says or 'no licence in its metadata'}"


@pytest.mark.parametrize("says, good", [
    ("MIT", True), ("Apache-2.0 OR BSD-3-Clause", True), ("Mozilla Public License 2.0 (MPL 2.0)", True), ("LGPL-2.1-or-later", True),
    ("GNU Lesser General Public License v2 or later (LGPLv2+)", True), ("GPL-3.0-only", False),
    ("MIT OR GPL-3.0-only", True), ("MIT AND GPL-3.0-only", False), ("GNU Affero General Public License v3", False),
    ("GNU General Public License v3 (GPLv3)", False), ("", False)])
def test_what_is_allowed(says: str, good: bool) -> None:
    assert usable(says) is good
