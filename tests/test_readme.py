"""The README's sessions run and print what it shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was run."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "engine").mkdir()
    demo = run(folder, "tabayyun demo")
    assert demo.returncode == 0, demo.stderr
    (folder / "demo.out").write_text(demo.stdout, "utf-8")
    return folder


def run(folder: Path, line: str) -> "subprocess.CompletedProcess[str]":
    words = shlex.split(line.removeprefix(".venv/bin/"))
    assert words[0] == "tabayyun", line
    environment = os.environ | {
        "TABAYYUN_ENGINE_HOME": str(folder / "engine"),
        "TABAYYUN_ENGINE_IDLE_MINUTES": "0.5",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "flows", *words[1:]]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=480, check=False
    )


def test_the_demo_ends_as_the_readme_says(desk: Path) -> None:
    """The counts of verdicts, and where everything lies."""
    printed = (desk / "demo.out").read_text("utf-8")
    shown = next(block for block in re.findall(r"```\n(.*?)```", README, re.DOTALL) if "The store:" in block)
    for line in shown.splitlines():
        if line.strip() and "━" not in line and line != "…":
            assert line in printed.splitlines()


def test_every_session_prints_what_the_readme_shows(desk: Path) -> None:
    """Lines that begin with $ are run; what stands below them is what they print."""
    sessions = re.findall(r"```\n\$ (.*?)```", README, re.DOTALL)
    assert sessions
    for session in sessions:
        command, _, output = re.sub(r"\\\n\s*", "", session).partition("\n")
        done = run(desk, command)
        assert done.returncode == 0, done.stderr
        assert sorted(done.stdout.splitlines()) == sorted(output.splitlines())


def test_an_article_is_checked_against_a_folder_of_saved_pages(desk: Path) -> None:
    """The line of the README that needs no network, on the demo's own pages."""
    line = next(line for line in README.splitlines() if "--library saved-pages" in line).partition("#")[0]
    (desk / "article.txt").write_bytes((ROOT / "examples" / "article.txt").read_bytes())
    saved = desk / "saved-pages"
    saved.mkdir()
    for page in (ROOT / "examples" / "site" / "fr").glob("*.html"):
        (saved / page.name).write_bytes(page.read_bytes())
    done = run(desk, line.strip() + " --json")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 12
