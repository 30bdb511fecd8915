"""What a run read and what it did not get, address by address, so that the run can be played again."""

import fcntl
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one address ended in a run: with a snapshot, or with a refusal."""

    url: str
    snapshot_id: str = ""
    reason: str = ""
    message: str = ""


class Journal:
    """A file of outcomes, one a line, that several threads and processes add to."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, outcome: Outcome) -> None:
        """Add one line, whole."""
        fields = {name: getattr(outcome, name) for name in Outcome.__dataclass_fields__}
        line = json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(line)

    def read(self) -> dict[str, Outcome]:
        """The outcome of every address, the last one where there are several."""
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return {}
        out = {}
        for line in lines:
            try:
                outcome = Outcome(**json.loads(line))
            except (ValueError, TypeError):  # the last line of a killed process
                continue
            out[outcome.url] = outcome
        return out
