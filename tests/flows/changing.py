"""A site on loopback whose pages, feed and search answers a test can change; it knows ETags and counts."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    "<body><main><h1>{title}</h1>{body}</main></body></html>"
)


@dataclass
class ChangingSite:
    """Pages by path, and what was asked for and answered."""

    base: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    results: list[str] = field(default_factory=list)  #: paths that every search finds
    answers: list[tuple[str, int]] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)

    @property
    def host(self) -> str:
        return self.base.removeprefix("http://")

    def put(self, path: str, title: str, *paragraphs: str, language: str = "ar", published: str = "") -> str:
        """The address of a page that now reads so."""
        head = f'<meta property="article:published_time" content="{published}T08:00:00Z">' if published else ""
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        self.pages[path] = PAGE.format(language=language, title=title, head=head, body=body).encode()
        return f"{self.base}{path}"

    def put_feed(self, path: str, entries: dict[str, str]) -> str:
        """The address of an RSS feed of these paths, each with its date or none."""
        items = "".join(
            f"<item><title>{place}</title><link>{self.base}{place}</link>{f'<pubDate>{date}</pubDate>' if date else ''}</item>"
            for place, date in entries.items()
        )
        self.pages[path] = (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'.encode()
        )
        return f"{self.base}{path}"

    def bodies(self) -> list[str]:
        """Paths whose bodies were sent, robots.txt aside."""
        return [path for path, status in self.answers if status == 200 and path != "/robots.txt"]


@contextmanager
def changing_site() -> Iterator[ChangingSite]:
    """The site while it is served; its search API stands at /search."""
    site = ChangingSite()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/robots.txt":
                self._send(200, b"User-agent: *\nAllow: /\n", "text/plain")
            elif parts.path == "/search" and "q" in parse_qs(parts.query):
                found = [{"url": f"{site.base}{path}", "title": path} for path in site.results]
                self._send(200, json.dumps({"results": found}).encode(), "application/json")
            elif parts.path in site.failing:
                self._send(404, b"gone", "text/plain")
            elif parts.path in site.pages:
                body = site.pages[parts.path]
                self._send(
                    200, body, "application/rss+xml" if body.startswith(b"<?xml") else "text/html; charset=utf-8"
                )
            else:
                self._send(404, b"not here", "text/plain")

        def _send(self, status: int, body: bytes, kind: str) -> None:
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            site.answers.append((urlsplit(self.path).path, status))
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", kind)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
