"""What may stand in a configuration, as one pydantic model: `[tool.factcheck]` of pyproject.toml, or a factcheck.toml."""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from factcheck.documents.metadata import language as known
from factcheck.documents.shapes import Unusable

Path = Annotated[str, Field(min_length=1)]
Rule = Annotated[str, Field(min_length=1)]


def language(value: str) -> str:
    """A language that has tables; raises ValueError."""
    try:
        return known(value)
    except Unusable as error:
        raise ValueError(error.reason.removeprefix("lang: ")) from None


class Settings(BaseModel):
    """The keys of a configuration; what is not given is None. Paths count from the folder of the file they stand in."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=lambda name: name.replace("_", "-"))

    extend: Path | None = Field(None, description="another configuration, which this one adds to")
    rules: list[Path] | None = Field(None, description="rule files and folders beside the general packs")
    default_rules: bool | None = Field(None, description="whether the general packs run")
    against: Path | None = Field(None, description="a store that `ingest` made")
    baseline: Path | None = Field(None, description="findings that do not fail the run")
    suppressions: Path | None = Field(None, description="what `suppress` wrote")
    fail_on: Literal["conflict", "superseded", "never"] | None = Field(None, description="what makes the exit status 1")
    skipped: Literal["fail", "warn"] | None = Field(None, description="whether an unusable document makes the exit status 2")
    notices: Literal["fail", "warn"] | None = Field(None, description="whether an unused suppression makes the exit status 1")
    story: str | None = Field(None, description="story of the articles that do not say theirs")
    lang: Annotated[str, AfterValidator(language)] | None = Field(None, description="language of the articles that do not say theirs")
    ignore: list[Rule] | None = Field(None, description="rules that say nothing of these articles")
    severity: dict[Rule, Literal["error", "warning", "info"]] | None = Field(None, description="rules and their severity")
    per_file_ignores: dict[Path, list[Rule]] | None = Field(None, description="paths with * and **, and the rules that say nothing of them")


PATHS = ("rules", "against", "baseline", "suppressions")
"""Keys whose values are paths."""

OF_FILES = ("ignore", "per_file_ignores")
"""Keys that are taken from the configuration closest to each article; all others from that of the working directory."""
