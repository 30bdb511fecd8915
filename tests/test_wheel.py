"""The wheel carries all that it needs: models, schema, templates and the demo."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_demo_runs_from_the_built_wheel_in_an_empty_folder(tmp_path: Path) -> None:
    """Nothing is read from a checkout: only the dependencies come from this environment."""
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    build = [*pip, "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-w", str(tmp_path)]
    subprocess.run(build, check=True)
    wheel = next(tmp_path.glob("tabayyun-*.whl"))
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", str(installed), str(wheel)], check=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = os.environ | {
        "PYTHONPATH": str(installed),
        "TABAYYUN_ENGINE_HOME": str(tmp_path / "engine"),
        "TABAYYUN_ENGINE_IDLE_MINUTES": "0.2",
    }
    whence = subprocess.run(
        [sys.executable, "-c", "import flows, claims; print(flows.__file__); print(claims.__file__)"],
        cwd=empty, env=environment, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    assert all(Path(path).is_relative_to(installed) for path in whence), whence
    done = subprocess.run(
        [sys.executable, "-m", "flows", "demo", "--json"],
        cwd=empty, env=environment, check=False, capture_output=True, text=True, timeout=480,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) >= 12
    assert any(row["label"] == "supported" for row in rows)
    assert any(row["label"] == "refuted" for row in rows)
