"""A small web site on loopback with a search API in MediaWiki's shape, over a folder of pages.

The folder holds `index.json` (a list of `{language, title, path, langlinks: [{language, path}]}`) and the
pages. Search is over an index of the words that a reader sees; as in MediaWiki, every word asked for must
stand in the page. Whoever asks is served alike: nothing else in the project knows this file.
"""

import json
import math
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from bs4 import BeautifulSoup

UNSEEN = (
    "nav, header, footer, aside, script, style, noscript, template, form, "
    "[role=navigation], [role=dialog], .navbox, .toc"
)
ROBOTS = "User-agent: *\nAllow: /\n"
_WORD = re.compile(r"[^\W_]+")
_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})
# What Arabic writes in one piece with a word; real search engines take it off as well.
_JOINED = re.compile(r"^(?:وال|فال|بال|كال|ولل|لل|ال|و|ب|ل|ف|ك)(?=[\u0621-\u064a]{3})")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:es|s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPage:
    """One page of the site."""

    number: int
    language: str
    title: str
    path: str
    links: tuple[tuple[str, str], ...]  #: language and path of the same page in other languages
    words: Counter[str]
    length: int
    text: str


def search_words(text: str) -> list[str]:
    """Words as the index holds them: no marks, no case, without joined particles and plural endings.

    >>> search_words("وقناةُ السويس canals")
    ['قناه', 'سويس', 'canal']
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_ALEF))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("\u0640", "")
    return [_PLURAL.sub("", _JOINED.sub("", word)) for word in _WORD.findall(plain)]


class DemoIndex:
    """The pages of a folder and the words in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        rows = listed["pages"] if isinstance(listed, dict) else listed
        self.pages = [self._page(number, row) for number, row in enumerate(rows, 1)]
        self.by_path = {page.path: page for page in self.pages}
        self._holding = Counter(word for page in self.pages for word in page.words)

    def _page(self, number: int, row: dict[str, Any]) -> DemoPage:
        soup = BeautifulSoup((self.folder / row["path"]).read_bytes(), "lxml")
        for unseen in soup.select(UNSEEN):
            unseen.decompose()
        text = " ".join((soup.body or soup).get_text(" ").split())
        words = Counter(search_words(f"{row['title']} {row['title']} {text}"))
        return DemoPage(
            number=number,
            language=row["language"],
            title=row["title"],
            path=row["path"],
            links=tuple((link["language"], link["path"]) for link in row.get("langlinks", [])),
            words=words,
            length=sum(words.values()),
            text=text,
        )

    def search(self, words: str, language: str, limit: int) -> list[DemoPage]:
        """The pages of a language that hold every word, those where the words are rare and frequent first."""
        asked = set(search_words(words))
        found = [page for page in self.pages if page.language == language and asked and asked <= page.words.keys()]

        def score(page: DemoPage) -> float:
            total = 0.0
            for word in asked:
                rare = math.log(1 + len(self.pages) / self._holding[word])
                often = page.words[word] / (page.words[word] + 0.5 + page.length / 400)
                total += rare * (often + (word in search_words(page.title)))
            return total

        return sorted(found, key=lambda page: (-score(page), page.number))[:limit]


class _Api:
    """The part of MediaWiki's action=query that readers use."""

    def __init__(self, index: DemoIndex, base: str) -> None:
        self.index = index
        self.base = base

    def answer(self, language: str, asked: dict[str, str]) -> dict[str, Any]:
        if asked.get("action") != "query":
            return _error("badvalue", 'Unrecognized value for parameter "action".')
        if asked.get("list") == "search":
            return self._listed(language, asked)
        pages = self._asked(language, asked)
        if not pages:
            return {"batchcomplete": True}
        shown = [self._shown(page, asked, place) for place, page in enumerate(pages, 1)]
        return {"batchcomplete": True, "query": {"pages": shown}}

    def _listed(self, language: str, asked: dict[str, str]) -> dict[str, Any]:
        if not asked.get("srsearch"):
            return _error("missingparam", 'The "srsearch" parameter must be set.')
        found = self.index.search(asked["srsearch"], language, _limit(asked.get("srlimit")))
        rows = [
            {
                "ns": 0,
                "title": page.title,
                "pageid": page.number,
                "size": page.length,
                "snippet": page.text[:160],
            }
            for page in found
        ]
        return {"batchcomplete": True, "query": {"searchinfo": {"totalhits": len(rows)}, "search": rows}}

    def _asked(self, language: str, asked: dict[str, str]) -> list[DemoPage | str]:
        """The pages that a generator, titles or page ids name; a title that is no page stays a text."""
        if asked.get("generator") == "search":
            return [*self.index.search(asked.get("gsrsearch", ""), language, _limit(asked.get("gsrlimit")))]
        here = [page for page in self.index.pages if page.language == language]
        out: list[DemoPage | str] = [
            next((page for page in here if page.title == title.replace("_", " ")), title)
            for title in filter(None, asked.get("titles", "").split("|"))
        ]
        for number in filter(str.isdigit, asked.get("pageids", "").split("|")):
            out += [page for page in here if page.number == int(number)]
        return out

    def _shown(self, page: DemoPage | str, asked: dict[str, str], place: int) -> dict[str, Any]:
        if isinstance(page, str):
            return {"ns": 0, "title": page, "missing": True}
        row: dict[str, Any] = {"pageid": page.number, "ns": 0, "title": page.title}
        if asked.get("generator"):
            row["index"] = place
        properties = asked.get("prop", "").split("|")
        if "info" in properties:
            row |= {"contentmodel": "wikitext", "pagelanguage": page.language, "length": page.length}
            if "url" in asked.get("inprop", "").split("|"):
                row |= {"fullurl": self._url(page.path), "canonicalurl": self._url(page.path)}
        if "langlinks" in properties:
            linked = [
                (language, self.index.by_path[path]) for language, path in page.links if path in self.index.by_path
            ]
            row["langlinks"] = [
                {"lang": language, "title": other.title}
                | ({"url": self._url(other.path)} if "url" in asked.get("llprop", "") else {})
                for language, other in linked
                if asked.get("lllang", language) == language
            ]
        if "extracts" in properties:
            row["extract"] = page.text
        return row

    def _url(self, path: str) -> str:
        return f"{self.base}/{quote(path)}"


def _limit(value: str | None) -> int:
    return min(max(int(value), 1), 50) if value and value.isdigit() else 10


def _error(code: str, info: str) -> dict[str, Any]:
    return {"error": {"code": code, "info": info}}


@contextmanager
def serve_site(folder: Path, log: list[str] | None = None, *, port: int = 0) -> Iterator[str]:
    """The base address of the site while it is served; every request's path is added to `log`.

    The search API stands at BASE/{language}/w/api.php.
    """
    index = DemoIndex(folder)
    asked_for = log if log is not None else []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked_for.append(self.path)
            parts = urlsplit(self.path)
            path = PurePosixPath(unquote(parts.path).lstrip("/"))
            api = re.fullmatch(r"([a-z-]+)/w/api\.php", str(path))
            if str(path) == "robots.txt":
                self._send(200, "text/plain; charset=utf-8", ROBOTS.encode())
            elif api:
                asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
                answer = _Api(index, base).answer(api[1], asked)
                self._send(200, "application/json; charset=utf-8", json.dumps(answer, ensure_ascii=False).encode())
            elif str(path) in index.by_path:
                self._send(200, "text/html; charset=utf-8", (folder / str(path)).read_bytes())
            else:
                self._send(404, "text/html; charset=utf-8", b"<!doctype html><title>404</title><p>Not here.")

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing: the screen belongs to the command."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield base
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
