"""The world on loopback: articles, a feed of them, reference pages, a search API, and faults as told.

    python -m benchmarks.soak.site PORT ARTICLES [--failing 0.05] [--gone 0.01]

A page that fails answers 503 to its first request and then well: a fault that passes. A page that is gone
answers 404 always: a fault that does not. Both are chosen by the page's number, so that every run meets the
same ones. Several desks can be served at once, each as if it were alone: a desk is known by the contact in its
User-Agent, NAME@soak.example. GET /__counts?desk=NAME tells how many bodies and 304s one was sent.
"""

import argparse
import hashlib
import json
import os
import re
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from benchmarks.soak.world import ORDER, article, page, rivers

_WORD = re.compile(r"\w+")
_DESK = re.compile(r"([\w-]+)@soak\.example")


class World:
    """What is served."""

    def __init__(self, count: int, *, failing: float, gone: float, languages: int = len(ORDER)) -> None:
        self.rivers = rivers(count, languages=languages)
        self.pages = {river.page_path: river for river in self.rivers}
        self.news = {river.news_path: river for river in self.rivers}
        self.failing, self.gone = failing, gone
        self.failed: set[tuple[str, str]] = set()  #: desk and path
        self.edition: Counter[str] = Counter()
        self.counts: dict[str, Counter[str]] = {}  #: by desk
        self.lock = threading.Lock()
        self.by_name: dict[str, list[str]] = {}
        for river in self.rivers:
            self.by_name.setdefault(river.name.casefold(), []).append(river.page_path)

    def chosen(self, path: str, share: float, salt: str) -> bool:
        """Whether this path is among the share that has this fault."""
        return int(hashlib.sha256(f"{salt}{path}".encode()).hexdigest()[:8], 16) < share * 2**32

    def search(self, query: str) -> list[str]:
        """Paths of the pages about the rivers that the query names."""
        folded = query.casefold()
        found = [path for word in _WORD.findall(folded) for path in self.by_name.get(word, [])]
        if not found:  # scripts without spaces
            found = [path for name, paths in self.by_name.items() if name in folded for path in paths]
        return list(dict.fromkeys(found))[:5]

    def feed(self, base: str) -> bytes:
        """All articles as an RSS feed."""
        items = "".join(
            f"<item><title>{river.name}</title><link>{base}{river.news_path}</link>"
            f"<pubDate>2025-03-{1 + river.number % 28:02d}</pubDate></item>"
            for river in self.rivers
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>news</title>{items}</channel></rss>'.encode()


def serve(port: int, world: World) -> ThreadingHTTPServer:
    """A server, ready to serve."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            base = f"http://127.0.0.1:{self.server.server_address[1]}"
            if path == "/robots.txt":
                self.send(200, b"User-agent: *\nAllow: /\n", "text/plain")
            elif path == "/search":
                found = world.search(parse_qs(parts.query).get("q", [""])[0])
                results = [{"url": base + each, "title": each} for each in found]
                self.send(200, json.dumps({"results": results}).encode(), "application/json")
            elif path == "/feed":
                self.send(200, world.feed(base), "application/rss+xml")
            elif path == "/__counts":
                desk = parse_qs(parts.query).get("desk", [""])[0]
                self.send(200, json.dumps(world.counts.get(desk, {})).encode(), "application/json")
            elif path.startswith("/__correct/"):
                world.edition["/" + path.removeprefix("/__correct/")] += 1
                self.send(200, b"{}", "application/json")
            elif path in world.news:
                self.send(200, article(world.news[path]).encode(), "text/html; charset=utf-8")
            elif path in world.pages:
                self.page(path)
            else:
                self.send(404, b"not here", "text/plain")

        @property
        def desk(self) -> str:
            found = _DESK.search(self.headers.get("User-Agent", ""))
            return found[1] if found else ""

        def page(self, path: str) -> None:
            if world.chosen(path, world.gone, "gone"):
                self.send(404, b"gone", "text/plain")
                return
            if world.chosen(path, world.failing, "failing"):
                with world.lock:
                    first = (self.desk, path) not in world.failed
                    world.failed.add((self.desk, path))
                if first:
                    self.send(503, b"later", "text/plain", **{"Retry-After": "0"})
                    return
            body = page(world.pages[path], world.edition[path]).encode()
            self.send(200, body, "text/html; charset=utf-8")

        def send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            with world.lock:
                counts = world.counts.setdefault(self.desk, Counter())
                counts[f"{status}"] += 1
                counts[f"bodies {urlsplit(self.path).path.split('/')[1]}"] += status == 200
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", kind)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    return server


def _end_with(parent: int) -> None:
    """End when whoever started us has ended, however that was."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("port", type=int)
    asked.add_argument("articles", type=int)
    asked.add_argument("--failing", type=float, default=0.05)
    asked.add_argument("--languages", type=int, default=len(ORDER))
    asked.add_argument("--gone", type=float, default=0.01)
    given = asked.parse_args()
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    world = World(given.articles, failing=given.failing, gone=given.gone, languages=given.languages)
    serve(given.port, world).serve_forever()
