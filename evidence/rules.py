"""The numbers of the verdict rule and its version, read from one file."""

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From which probabilities the stances settle a claim; every figure is explained in rules.toml."""

    version: str
    decisive: float
    refuting: float
    conflict: float
    doubt: float
    further_source: float
    ceiling: float


@lru_cache(maxsize=1)
def _shipped() -> Thresholds:
    """The numbers of the shipped file."""
    parsed = tomllib.loads(files("evidence").joinpath("rules.toml").read_text("utf-8"))
    version = str(parsed.pop("version"))
    return Thresholds(version=version, **{name: float(value) for name, value in parsed.items()})


def load_thresholds(decisive: float | None = None) -> Thresholds:
    """The rule's numbers; a decisive threshold of one's own shows in the version."""
    rules = _shipped()
    if decisive is None:
        return rules
    return replace(rules, decisive=decisive, refuting=decisive, version=f"{rules.version}+decisive={decisive:g}")
