"""Which code, models and rules make a row."""

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

try:
    CODE_VERSION = version("tabayyun")
except PackageNotFoundError:  # run from a checkout that was never installed
    CODE_VERSION = "0+checkout"


@lru_cache(maxsize=1)
def revision_of_parts() -> str:
    """A digest of the code, rules and weights that decide verdicts, made without loading any of them.

    A version number would stay the same while a desk edits a rule; this does not.
    """
    total = hashlib.sha256()
    for package in ("claims", "evidence"):
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*")):
            if path.suffix in {".py", ".toml", ".safetensors", ".npz", ".json", ".md"} and path.is_file():
                total.update(path.relative_to(root).as_posix().encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
