"""The walk-through of docs/reviewing.md, pasted block by block as a newcomer would."""

import json
import os
import re
import shlex
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.processes
ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"^```sh\n(.*?)^```", (ROOT / "docs" / "reviewing.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
SHIM = f"""#!/bin/sh
exec {shlex.quote(sys.executable)} -m flows "$@"
"""


@pytest.fixture
def newcomer(tmp_path: Path) -> Path:
    """A folder as `make setup` leaves it: the program under .venv, nothing else."""
    program = tmp_path / ".venv" / "bin" / "tabayyun"
    program.parent.mkdir(parents=True)
    program.write_text(SHIM)
    program.chmod(0o755)
    (tmp_path / "engine").mkdir()
    return tmp_path


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "TABAYYUN_ENGINE_HOME": str(folder / "engine"), "TABAYYUN_ENGINE_IDLE_MINUTES": "0.5", "PYTHONPATH": str(ROOT)
    }  # fmt: skip


def test_the_walk_through_ends_with_an_overruled_verdict_and_a_claim_review(newcomer: Path) -> None:
    """Every block of the page runs as it stands; the page is served meanwhile and shows what was done."""
    first, served, *rest = BLOCKS
    assert first == "make demo\n"
    assert " review " in served
    demo = subprocess.run(
        [".venv/bin/tabayyun", "demo"], cwd=newcomer, env=_environment(newcomer), capture_output=True, text=True,
        timeout=400, check=False,
    )  # fmt: skip
    assert demo.returncode == 0, demo.stderr
    page = subprocess.Popen(
        [*shlex.split(served), "--port", "0"], cwd=newcomer, env=_environment(newcomer), stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        assert page.stdout is not None
        address = page.stdout.readline().split()[0]
        script = "set -e\n" + "".join(rest) + "echo the claim is $CLAIM\n"
        done = subprocess.run(
            ["bash", "-c", script], cwd=newcomer, env=_environment(newcomer), capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        claim = done.stdout.rsplit(maxsplit=1)[-1]
        with urllib.request.urlopen(f"{address}claim/{claim}") as answer:
            html = answer.read().decode()
    finally:
        page.terminate()
        page.wait(timeout=20)
    said = done.stdout
    assert "refused, exit code 2" in said
    assert "3,950 زائراً" in done.stderr, "the slip of the pen is answered with what stands there"
    assert re.search(r"not enough evidence → refuted", said), "evidence by hand moves the verdict at once"
    assert "people disagree" in said
    assert "decided by Mona" in said
    assert "the gate counted 3,950" in html
    reviews = [json.loads(each.read_text("utf-8")) for each in (newcomer / "out").glob("*.claimreview.jsonld")]
    [review] = [each for each in reviews[0]["@graph"] if claim in each["@id"]]
    assert (review["reviewRating"]["ratingValue"], review["contributor"]["name"]) == (1, "Mona")
    assert "3,950" in (newcomer / "report.html").read_text("utf-8")
