"""A server on loopback that answers as a test says, and a claim to ask it about."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from evidence.name_table import NameTable
from evidence.queries import build_queries
from tests.evidence.hostile_server import Hostile, plain
from tests.evidence.makers import make_claim

CLAIM = make_claim("افتُتحت قناة السويس عام 1869.", names=("قناة السويس",), year=1869)

QUERIES = build_queries(CLAIM, ("en",), NameTable({"قناه السويس": {"en": ("Suez Canal",)}}))


class Api(Hostile):
    """Answers every path with what the test says, and keeps the questions."""

    answers: dict[str, Any]

    def __init__(self) -> None:
        super().__init__()
        self.answers = {}

    def questions(self, path: str) -> list[dict[str, str]]:
        split = [urlsplit(asked) for asked in self.asked]
        return [{k: v[-1] for k, v in parse_qs(one.query).items()} for one in split if one.path == path]

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("do_"):
            raise AttributeError(name)

        def answer(conn: Any, asked: dict[str, str]) -> None:
            found = self.answers.get(name.removeprefix("do_"), {"status": "404 Not Found"})
            found = found(asked) if callable(found) else found
            if isinstance(found, dict) and set(found) == {"status"}:
                plain(conn, b"", status=found["status"])
            elif isinstance(found, bytes):
                plain(conn, found, kind="application/xml")
            else:
                plain(conn, json.dumps(found, ensure_ascii=False).encode(), kind="application/json")

        return answer
