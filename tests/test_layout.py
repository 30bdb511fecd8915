"""The map in the README, the import contracts and the size of files hold."""

import re
import subprocess
import sys
from pathlib import Path

from typer.main import get_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_folder_and_module_of_the_packages_is_in_the_map() -> None:
    """The layout map in the README is true, both ways."""
    table = README.split("## Map", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", table))
    there = {
        str(path.relative_to(ROOT)) + ("/" if path.is_dir() else "")
        for package in ("claims", "evidence", "review", "flows")
        for path in (ROOT / package).iterdir()
        if (path.suffix == ".py" and path.name not in ("__init__.py", "__main__.py"))
        or (path.is_dir() and any(path.rglob("*.py")))
    }
    there |= {"claims/", "evidence/", "review/", "flows/"}
    top = {name for name in named if name.count("/") == 1 and name.endswith("/")}
    assert there <= named, sorted(there - named)
    assert not [name for name in named - there if not (ROOT / name).exists()], "named but not there"
    assert top


def test_every_command_is_in_the_readme() -> None:
    """A command that nobody can find is none."""
    import flows.cli_store
    from flows.cli import app

    del flows.cli_store
    commands = get_command(app).commands  # type: ignore[attr-defined]
    missing = [name for name in commands if f"tabayyun {name}" not in README]
    assert not missing


def test_no_source_file_is_much_over_three_hundred_lines() -> None:
    """Past that, one file is two rooms."""
    long = [
        (str(path.relative_to(ROOT)), lines)
        for package in ("claims", "evidence", "review", "flows", "tests", "benchmarks", "training")
        for path in (ROOT / package).rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 320
    ]
    assert not long


def test_help_answers_without_loading_anything_heavy() -> None:
    """No Prefect, no torch at import."""
    script = "import sys, flows.cli, flows.cli_store; print([m for m in ('prefect', 'torch', 'duckdb') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
