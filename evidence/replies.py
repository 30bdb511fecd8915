"""Answers of a language model, kept so that a run can be played again without it."""

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.digests import digest
from evidence.errors import JudgeFailed

Complete = Callable[[str, dict[str, Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """Asks through `ask`, unless this very question was answered before."""

    ask: Complete
    model: str
    folder: Path
    network: bool

    def complete(self, prompt: str, schema: dict[str, Any]) -> str:
        """The JSON text of the answer. Raises JudgeFailed where none is kept and the network is off."""
        name = digest(self.model, prompt, json.dumps(schema, sort_keys=True))
        place = self.folder / name[:2] / f"{name}.json"
        if place.exists():
            return str(json.loads(place.read_bytes())["answer"])
        if not self.network:
            raise JudgeFailed(
                f"No answer of {self.model} to this question is kept, and the network is off. Run once without "
                "--no-network."
            )
        answer = self.ask(prompt, schema)
        _write(place, {"model": self.model, "prompt": prompt, "answer": answer})
        return answer


def _write(place: Path, content: dict[str, str]) -> None:
    """Write beside the place and rename, so that no reader sees half a file."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)
    Path(part).replace(place)
