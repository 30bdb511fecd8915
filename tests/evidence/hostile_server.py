"""A server that does what servers should not, over real sockets, and a door that lets nothing off the machine."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from evidence.fetch import Fetcher, Limits
from evidence.fetch.connect import open_socket
from evidence.fetch.guard import Address, look_up
from evidence.snapshots import Snapshots

PAGE = "<!doctype html><html lang='ar'><title>قناة السويس</title><p>افتُتحت القناة للملاحة عام 1869.</p></html>".encode()
PUBLIC = "93.184.215.14"  # a public address; the door below leads connections to it to loopback


class Door:
    """Opens sockets on this machine only, and remembers every address that anybody tried to reach."""

    def __init__(self, leads_to: dict[str, int] | None = None) -> None:
        self.tried: list[tuple[str, int]] = []
        self.leads_to = leads_to or {}

    def __call__(self, family: int, place: tuple[str, int], timeout: float) -> socket.socket:
        self.tried.append(place)
        if place[0] in self.leads_to:
            return open_socket(socket.AF_INET, ("127.0.0.1", self.leads_to[place[0]]), timeout)
        if place[0] not in ("127.0.0.1", "::1"):
            raise OSError(f"the test's door is closed to {place[0]}")
        return open_socket(family, place, timeout)


def names(table: dict[str, list[str]]) -> Callable[[str, int], list[Address]]:
    """A resolver that knows these names and no others; addresses stand for themselves."""

    def resolve(host: str, port: int) -> list[Address]:
        if host in table:
            return [(socket.AF_INET6 if ":" in ip else socket.AF_INET, (ip, port)) for ip in table[host]]
        with suppress(OSError):
            socket.inet_aton(host)
            return look_up(host, port)
        if ":" in host:
            return look_up(host, port)
        raise socket.gaierror(f"the test knows no {host}")

    return resolve


def make_fetcher(folder: Path, *ports: int, door: Door | None = None, **options: Any) -> Fetcher:
    """A fetcher that may ask these ports of loopback, quickly and impatiently."""
    limits = {
        "deadline_seconds": 15.0, "max_bytes": 1_000_000, "max_redirects": 3, "attempts": 1, "max_wait_seconds": 5.0,
    } | options.pop("limits", {})  # fmt: skip
    settings: dict[str, Any] = {
        "snapshots": Snapshots(folder / "store.d"),
        "locks": folder / "locks",
        "allow_hosts": [f"127.0.0.1:{port}" for port in ports],
        "rate": 10_000.0,
        "freshness": timedelta(hours=1),
        "resolve": names({}),
        "open_socket": door or Door(),
    }
    return Fetcher(limits=Limits(**limits), **(settings | options))


class Hostile:
    """The server; `asked` is every request line in order, `robots` how it answers for robots.txt."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self.times: list[tuple[float, str]] = []
        self.robots: Callable[[socket.socket], None] = lambda conn: plain(conn, b"", status="404 Not Found")
        self.stormy = 0
        self.stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self.stop.set()
        self._listener.close()

    def _listen(self) -> None:
        while not self.stop.is_set():
            try:
                conn, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(conn,), daemon=True).start()

    def _serve(self, conn: socket.socket) -> None:
        with conn, suppress(OSError, ValueError):
            data = b""
            while b"\r\n\r\n" not in data:
                piece = conn.recv(65536)
                if not piece:
                    return
                data += piece
            first, *rest = data.decode("latin-1").split("\r\n")
            path = first.split(" ")[1]
            self.asked.append(path)
            self.times.append((time.monotonic(), path))
            fields = [line.partition(":") for line in rest if ":" in line]
            self.heads.append({name.lower(): value.strip() for name, _, value in fields})
            parts = urlsplit(path)
            name = unquote(parts.path).strip("/").translate(str.maketrans("-./:", "____")) or "page"
            handler = getattr(self, f"do_{name}", None)
            if handler is None:
                plain(conn, PAGE)
            else:
                handler(conn, {key: values[-1] for key, values in parse_qs(parts.query).items()})

    # What it does, by path.

    def do_robots_txt(self, conn: socket.socket, _: dict[str, str]) -> None:
        self.robots(conn)

    def do_drip_body(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
        self._drip(conn, b"x")

    def do_drip_headers(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._drip(conn, b"y")

    def do_drip_chunks(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        self._drip(conn, b"1\r\nz\r\n")

    def _drip(self, conn: socket.socket, drop: bytes) -> None:
        while not self.stop.wait(0.05):
            conn.sendall(drop)

    def do_silence(self, conn: socket.socket, _: dict[str, str]) -> None:
        self.stop.wait(20)

    def do_bomb(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, BOMB, headers="Content-Encoding: gzip\r\n")

    def do_bomb_twice(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, gzip.compress(BOMB), headers="Content-Encoding: gzip, gzip\r\n")

    def do_not_gzip(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, PAGE, headers="Content-Encoding: gzip\r\n")

    def do_loop(self, conn: socket.socket, asked: dict[str, str]) -> None:
        moved(conn, f"/loop?n={int(asked.get('n', '0')) + 1}")

    def do_to(self, conn: socket.socket, asked: dict[str, str]) -> None:
        moved(conn, asked["u"])

    def do_nowhere(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 302 Found\r\nLocation: //:nowhere:/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    def do_ten_gigabytes(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000000000\r\n\r\n" + PAGE)
        self.stop.wait(20)

    def do_endless(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not self.stop.is_set():
            conn.sendall(b"4000\r\n" + b"a" * 0x4000 + b"\r\n")

    def do_endless_headers(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\n")
        while not self.stop.is_set():
            conn.sendall(b"X-More: " + b"h" * 1000 + b"\r\n")

    def do_endless_continue(self, conn: socket.socket, _: dict[str, str]) -> None:
        while not self.stop.is_set():
            conn.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

    def do_broken_off(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n" + PAGE)

    def do_garbage(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.sendall(bytes(range(256)) * 20)

    def do_hangs_up(self, conn: socket.socket, _: dict[str, str]) -> None:
        conn.close()

    def do_wrong_charset(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, PAGE.decode().encode("cp1256", "replace"), kind="text/html; charset=utf-8")

    def do_unknown_charset(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, PAGE, kind="text/html; charset=klingon-1")

    def do_cp1256(self, conn: socket.socket, _: dict[str, str]) -> None:
        text = (
            "<html><body><p>"
            + "افتتحت قناة السويس للملاحة في السابع عشر من نوفمبر عام 1869. " * 4
            + "</p></body></html>"
        )
        plain(conn, text.encode("cp1256"), kind="text/html")

    def do_utf8_called_latin(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, PAGE, kind="text/html; charset=ISO-8859-1")

    def do_picture(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, b"\x89PNG\r\n\x1a\n" + bytes(5000), kind="text/html")

    def do_program(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, b"<html>" + bytes(5000), kind="text/html")

    def do_film(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, bytes(5000), kind="video/mp4")

    def do_broken_markup(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, b"<html><p>" + b"<div><table><tr><p>" * 3000 + PAGE + b"</b></i><!-- <![CDATA[")

    def do_deep(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, b"<div>" * 60_000 + PAGE)

    def do_storm(self, conn: socket.socket, asked: dict[str, str]) -> None:
        self.stormy += 1
        if self.stormy <= int(asked.get("times", "1000")):
            plain(conn, b"", status="429 Too Many Requests", headers=f"Retry-After: {asked.get('after', '1')}\r\n")
        else:
            plain(conn, PAGE)

    def do_gone(self, conn: socket.socket, _: dict[str, str]) -> None:
        plain(conn, b"gone", status="410 Gone")

    def do_etag(self, conn: socket.socket, _: dict[str, str]) -> None:
        if self.heads[-1].get("if-none-match") == '"v1"':
            plain(conn, b"", status="304 Not Modified")
        else:
            plain(conn, PAGE, headers='ETag: "v1"\r\nLast-Modified: Fri, 28 Mar 2025 10:00:00 GMT\r\n')


def plain(
    conn: socket.socket, body: bytes, *, status: str = "200 OK", kind: str = "text/html", headers: str = ""
) -> None:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    head += f"Connection: close\r\n{headers}\r\n"
    conn.sendall(head.encode() + body)


def moved(conn: socket.socket, to: str) -> None:
    plain(conn, b"", status="302 Found", headers=f"Location: {to}\r\n")


def _bomb() -> bytes:
    """100 MB of zeros in 100 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(100)]
    return b"".join([*pieces, packer.flush()])


BOMB = _bomb()


@contextmanager
def hostile() -> Iterator[Hostile]:
    server = Hostile()
    try:
        yield server
    finally:
        server.close()
