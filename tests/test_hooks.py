"""Where it runs: the hooks with the real pre-commit, the GitHub Action and the GitLab template by their schemas and by their shell."""
from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import JUnitXml
from ruamel.yaml import YAML

from factcheck.documents.formats import SUFFIXES
from factcheck.report.formats import names

ROOT = Path(__file__).parent.parent
HOOKS = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
ACTION = YAML(typ="safe").load(ROOT / "action.yml")
GITLAB = YAML(typ="safe").load(ROOT / "integrations" / "gitlab-ci.yml")
HELD = "---\npublished: 2024-05-03\n---\nThe flood destroyed nearly 40 houses in Sallow.\n"
NEW = "---\npublished: 2024-05-03\n---\nThe flood destroyed 52 houses in Sallow.\n"


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with `factcheck`, this checkout's, that goes before all others in PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "factcheck"
    script.write_text(f"#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m factcheck \"$@\"\n")
    script.chmod(0o755)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A repository with one held article, and a new one that contradicts it, staged."""
    folder = tmp_path / "archive"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "herald.md").write_text(HELD)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one article")
    (folder / "articles" / "it's new.md").write_text(NEW)
    git(folder, "add", ".")
    return folder


def git(folder: Path, *arguments: str) -> str:
    return run(folder, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments).stdout


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    others = ("GIT_", "PRE_COMMIT", "GITHUB_", "CI_", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=600, env=kept | environment)


# pre-commit

def pre_commit(folder: Path, home: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
    return run(folder, sys.executable, "-m", "pre_commit", *arguments, PRE_COMMIT_HOME=str(home), PATH=os.pathsep.join(filter(None, (
        path, str(Path(sys.executable).parent), os.environ["PATH"]))))


def test_the_manifest_is_valid_and_knows_every_format() -> None:
    done = run(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    articles = re.compile(HOOKS[0]["files"])
    assert all(articles.search(f"a/b{suffix}") for suffix in SUFFIXES)
    assert not articles.search("a/b.py") and HOOKS[1]["files"] == HOOKS[0]["files"]
    assert HOOKS[0]["files"] == rf"\.({'|'.join(re.escape(suffix[1:]) for suffix in SUFFIXES)})$"


def configured(folder: Path, hooks: list[dict[str, Any]]) -> None:
    """The hooks as local ones with this checkout's program."""
    local = [{key: value for key, value in hook.items() if key != "language"} | {"language": "system"} for hook in hooks]
    (folder / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [{"repo": "local", "hooks": local}]}))
    git(folder, "add", ".pre-commit-config.yaml")


def test_a_commit_that_contradicts_a_held_article_is_stopped(archive: Path, tools: Path, tmp_path: Path) -> None:
    configured(archive, HOOKS[:1])
    home = tmp_path / "home"
    done = pre_commit(archive, home, "run", path=str(tools))
    assert done.returncode == 1 and "cannot both be true" in done.stdout and "exit code: 1" in done.stdout
    (archive / "articles" / "it's new.md").write_text(NEW.replace("52", "38"))
    git(archive, "add", ".")
    assert pre_commit(archive, home, "run", path=str(tools)).returncode == 0
    (archive / "notes.py").write_text("x = 52\n")
    git(archive, "commit", "--quiet", "--all", "--message", "an article that fits")
    git(archive, "add", "notes.py")
    assert "(no files to check)" in pre_commit(archive, home, "run", path=str(tools)).stdout


def test_the_first_commit_of_a_repository_is_checked(tools: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "a.md").write_text(HELD), (folder / "b.md").write_text(NEW)
    configured(folder, HOOKS[:1])
    git(folder, "add", ".")
    done = pre_commit(folder, tmp_path / "home", "run", path=str(tools))
    assert done.returncode == 1 and "cannot both be true" in done.stdout, done.stdout


def test_the_hook_for_all_articles_and_that_for_rules(archive: Path, tools: Path, tmp_path: Path) -> None:
    configured(archive, HOOKS[1:])
    (archive / "rules").mkdir()
    shutil.copy(ROOT / "rules" / "damage" / "destroyed.yaml", archive / "rules")
    git(archive, "add", ".")
    done = pre_commit(archive, tmp_path / "home", "run", "--all-files", "--verbose", path=str(tools))
    assert done.returncode == 1 and "cannot both be true" in done.stdout and "all as expected" in done.stdout


@pytest.mark.slow
def test_a_stranger_installs_the_hook_from_a_repository(archive: Path, tmp_path: Path) -> None:
    """As README says: `repo:` and `rev:`; pre-commit makes an environment and installs the project into it."""
    project = tmp_path / "factcheck"
    project.mkdir()
    for name in ("factcheck", "rules", "seeds", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, project / name)
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "all")
    rev = git(project, "rev-parse", "HEAD").strip()
    hook = {"id": "factcheck", "args": ["--since", "HEAD", "articles"]}
    (archive / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [{"repo": str(project), "rev": rev, "hooks": [hook]}]}))
    git(archive, "add", ".")
    done = pre_commit(archive, tmp_path / "home", "run")
    assert done.returncode == 1 and "cannot both be true" in done.stdout, done.stdout + done.stderr


# The GitHub Action

def schema(name: str) -> Any:
    return json.loads((files("check_jsonschema.builtin_schemas.vendor") / name).read_text(encoding="utf-8"))


def test_the_action_and_the_template_are_as_their_schemas_say() -> None:
    for name, content in (("github-actions.json", ACTION), ("gitlab-ci.json", GITLAB)):
        rules = schema(name)
        errors = jsonschema.validators.validator_for(rules)(rules).iter_errors(content)
        assert [error.message for error in errors] == []


def test_what_the_page_shows_is_valid_and_names_every_format_and_hook() -> None:
    page = (ROOT / "docs" / "output-formats.md").read_text(encoding="utf-8")
    workflow, config = (YAML(typ="safe").load(block) for block in re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    assert jsonschema.Draft7Validator(schema("github-workflows.json")).is_valid(workflow)
    assert set(workflow["jobs"]["factcheck"]["steps"][1]["with"]) <= set(ACTION["inputs"])
    assert config["repos"][0]["hooks"][0]["id"] == HOOKS[0]["id"] and all(f"`{hook['id']}`" in page for hook in HOOKS[1:])
    assert set(names("verdicts")) <= set(re.findall(r"`(\w+)`", page))


def test_no_input_is_text_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    check = ACTION["runs"]["steps"][-1]
    assert set(re.findall(r"inputs\.(\w+)", " ".join(check["env"].values()))) == set(ACTION["inputs"])


def act(folder: Path, tools: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """Runs the step as the runner does, with inputs and the two files it reads back: the summary and the outputs."""
    step = ACTION["runs"]["steps"][-1]
    given = {name: one.get("default", "") for name, one in ACTION["inputs"].items()} | inputs
    variables = {name: given[re.findall(r"inputs\.(\w+)", value)[0]] for name, value in step["env"].items()}
    for name in ("summary", "output"):
        (folder.parent / name).write_text("before\n")
    done = run(folder, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"], **variables,
               PATH=f"{tools}{os.pathsep}{os.environ['PATH']}", GITHUB_STEP_SUMMARY=str(folder.parent / "summary"),
               GITHUB_OUTPUT=str(folder.parent / "output"))
    return done, (folder.parent / "summary").read_text(), (folder.parent / "output").read_text()


def test_the_action_annotates_the_new_article(archive: Path, tools: Path) -> None:
    done, summary, outputs = act(archive, tools, since="HEAD", paths="articles\n")
    assert done.returncode == 1 and done.stdout.startswith("::error file=articles/it's new.md,line=4,endLine=4,col=21,endColumn=23,")
    assert summary.startswith("before\n<!-- factcheck -->") and "52" in summary and "nearly 40" in summary
    assert outputs == "before\nstatus=1\nsarif=.factcheck/factcheck.sarif\ncomment=.factcheck/comment.md\n"
    [result] = json.loads((archive / ".factcheck" / "factcheck.sarif").read_text())["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "articles/it%27s%20new.md"


def test_the_action_takes_odd_paths_and_bad_calls_as_they_are(archive: Path, tools: Path) -> None:
    done, _, outputs = act(archive, tools, paths="articles/it's new.md\narticles/herald.md")
    assert done.returncode == 1 and "status=1" in outputs
    done, _, outputs = act(archive, tools, paths="--version\n$(touch x)\n\"; touch x; \"")
    assert done.returncode == 2 and "status=2" in outputs and not (archive / "x").exists()
    assert "--version: no such file" in done.stderr
    done, _, outputs = act(archive, tools, args="--fail-on\nnever\n")
    assert done.returncode == 0 and "status=0" in outputs
    done, summary, outputs = act(archive, tools, args="--no-such-option")
    assert done.returncode == 2 and summary == "before\n" and "status=2" in outputs


# The GitLab template

def test_the_template_writes_what_it_promises(archive: Path, tools: Path) -> None:
    job = GITLAB["factcheck"]
    variables = {name: str(value) for name, value in job["variables"].items()} | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    script = ("bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"]))
    done = run(archive, *script, **variables, CI_MERGE_REQUEST_DIFF_BASE_SHA=git(archive, "rev-parse", "HEAD").strip())
    assert done.returncode == 1 and "cannot both be true" in done.stdout
    reports = job["artifacts"]["reports"]
    [issue] = json.loads((archive / reports["codequality"]).read_text())
    assert issue["location"]["path"] == "articles/it's new.md"
    assert JUnitXml.fromfile(str(archive / reports["junit"])).failures == 1
    assert all((archive / path).exists() for path in job["artifacts"]["paths"])
    assert run(archive, *script, **variables).returncode == 1                       # outside a merge request: all articles
