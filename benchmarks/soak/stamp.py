"""Where and of what a figure was taken: date, machine, commit, load and the digest of the generator."""

import hashlib
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

GENERATOR = ("words.py", "world.py")


def stamp() -> dict[str, str]:
    """The conditions of this run; the load says how busy the machine was with other things."""
    here = Path(__file__).resolve().parent
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=here, capture_output=True, text=True, check=False
    )
    whole = hashlib.sha256(b"".join((here / name).read_bytes() for name in GENERATOR)).hexdigest()
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": " ".join(f"{each:.1f}" for each in os.getloadavg()),
        "commit": told.stdout.strip(),
        "data_sha256": whole,
    }
