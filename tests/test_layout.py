"""The map in the README, the import contracts and the size of files hold."""

import re
import subprocess
import sys
from pathlib import Path

from typer.main import get_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAP = (ROOT / "docs" / "map.md").read_text("utf-8")


def test_the_map_in_the_readme_names_every_top_folder_and_no_other() -> None:
    """The layout map in the README is true, both ways."""
    table = README.split("## Map", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"^\| `([a-z.]+/)` \|", table, re.MULTILINE))
    tracked = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    there = {path.split("/")[0] + "/" for path in tracked.splitlines() if "/" in path}
    assert named == there or not tracked


def test_every_folder_and_module_of_the_packages_is_in_the_map() -> None:
    """Nothing is hidden, nothing is named that is gone."""
    named = set(re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", MAP))
    there = {
        str(path.relative_to(ROOT)) + ("/" if path.is_dir() else "")
        for package in ("claims", "evidence", "review", "flows")
        for path in (ROOT / package).iterdir()
        if (path.suffix == ".py" and path.name not in ("__init__.py", "__main__.py"))
        or (path.is_dir() and any(path.rglob("*.py")))
    }
    there |= {"claims/", "evidence/", "review/", "flows/"}
    assert there <= named, sorted(there - named)
    assert not [name for name in named - there if not (ROOT / name).exists()], "named but not there"


def test_every_command_is_in_the_readme() -> None:
    """A command that nobody can find is none."""
    import flows.cli_archive
    import flows.cli_runs
    import flows.cli_store  # all three add their commands to the app
    from flows.cli import app

    assert flows.cli_archive
    assert flows.cli_runs
    assert flows.cli_store
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
    heavy = "('prefect', 'torch', 'duckdb', 'sentence_transformers')"
    script = f"import sys, flows.cli_archive, flows.cli_runs, flows.cli_store; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
