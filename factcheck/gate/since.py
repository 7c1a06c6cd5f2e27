"""Files in git and a revision in, which of them changed since it out; and the files of another branch as they stand there.

`REV` names what the working tree changed since it left REV: the merge base, so that what others did on REV meanwhile is not taken for
ours. `REV..BRANCH` names what BRANCH changed since it left REV, as it stands in BRANCH. Deleted files are no news.
"""
from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

from factcheck.frozen import frozen

GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")       # a repository's own settings start no program
PLAIN = ("--no-ext-diff", "--no-textconv", "--no-renames", "--name-only", "-z", "--diff-filter=d")
SECONDS = 60


class SinceError(ValueError):
    """Why git could not be asked: what was wrong and what was expected."""


@frozen
class Blob:
    """One file as it stands in a branch: its path in the working tree, and its content there."""

    branch: str
    path: str
    data: bytes


def root_of(path: str) -> str | None:
    """A file or folder → the top of the working tree that it lies in."""
    here = os.path.realpath(path)
    while not os.path.lexists(os.path.join(here, ".git")):
        here, before = os.path.dirname(here), here
        if here == before:
            return None
    return here


def changed(paths: Iterable[str], revision: str) -> frozenset[str]:
    """Files and folders, and a revision → the real paths of all files changed since it in their working trees; raises SinceError."""
    found: set[str] = set()
    for root in _roots(paths):
        start = _base(root, revision, "HEAD")
        found.update(os.path.join(root, name) for name in _names(root, "diff", *PLAIN, start, "--"))
        found.update(os.path.join(root, name) for name in _names(root, "ls-files", "--others", "--exclude-standard", "-z"))
    return frozenset(found)


def blobs(paths: Iterable[str], span: str, suffixes: tuple[str, ...]) -> list[Blob]:
    """Files and folders, and "REV..BRANCH" → the files below them that BRANCH changed, as they stand there; raises SinceError."""
    start, _, branch = span.replace("...", "..").partition("..")
    branch = branch or "HEAD"
    inside = [os.path.realpath(path) for path in paths]
    found = []
    for root in _roots(paths):
        _verified(root, branch)
        for name in _names(root, "diff", *PLAIN, _base(root, start or "HEAD", branch), branch, "--"):
            path = os.path.join(root, name)
            if name.lower().endswith(suffixes) and any(path == folder or path.startswith(folder + os.sep) for folder in inside):
                found.append(Blob(branch, path, _git(root, "cat-file", "blob", f"{branch}:{name}")))
    return found


def _roots(paths: Iterable[str]) -> list[str]:
    roots: dict[str, None] = {}
    for path in paths:
        root = root_of(path)
        if root is None:
            raise SinceError(f"{path}: not in a git repository, expected articles that git keeps")
        roots[root] = None
    return list(roots)


def _base(root: str, revision: str, other: str) -> str:
    """Where `other` left `revision`; the revision itself when git does not know (a shallow clone, no commit yet)."""
    if revision == "HEAD" and _unborn(root):
        return _git(root, "hash-object", "-t", "tree", "--stdin").decode().strip()           # an empty tree: everything is new
    commit = _verified(root, revision)
    done = _run(root, "merge-base", commit, other)
    return done.stdout.decode().strip() if done.returncode == 0 and done.stdout.strip() else commit


def _unborn(root: str) -> bool:
    """Whether nothing has been committed yet: a hook runs before the first commit, too."""
    named = _run(root, "symbolic-ref", "--quiet", "HEAD").returncode == 0
    return named and _run(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0


def _verified(root: str, revision: str) -> str:
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode or not revision.strip():
        raise SinceError(f"no revision {revision!r} in {root}, expected a branch, a tag or a commit (in a shallow clone, fetch it first)")
    return done.stdout.decode().strip().splitlines()[-1]


def _names(root: str, *command: str) -> list[str]:
    return [os.fsdecode(name) for name in _git(root, *command).split(b"\0") if name]


def _git(root: str, *command: str) -> bytes:
    done = _run(root, *command)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise SinceError(f"git {command[0]} failed in {root}: {told[-1] if told else f'status {done.returncode}'}")
    return done.stdout


def _run(root: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run([*GIT, "-C", root, *command], capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS,
                              env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"})
    except FileNotFoundError:
        raise SinceError("git is not installed, expected it for --since") from None
    except subprocess.TimeoutExpired:
        raise SinceError(f"git {command[0]} did not answer within {SECONDS} seconds in {root}") from None
