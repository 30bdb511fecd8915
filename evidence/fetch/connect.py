"""The one place where a connection is opened: resolved once, checked, and opened to what was checked.

The name is looked up here and the socket goes to that very address, so that a name which answers
differently a second time gains nothing. Every wait on the socket ends with the page's deadline, in the
headers as in the body, so that a server which drips cannot outlast it.
"""

import io
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.poolmanager import PoolManager

from evidence.fetch.guard import Address, Guard, Resolve

OpenSocket = Callable[[int, tuple[str, int], float], socket.socket]

_finish_by: ContextVar[float] = ContextVar("finish_by")


@contextmanager
def until(seconds: float) -> Iterator[None]:
    """Inside, every wait on a socket of this thread ends after so many seconds in all."""
    token = _finish_by.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _finish_by.reset(token)


def seconds_left() -> float:
    """What is left of the deadline; raises TimeoutError when nothing is."""
    left = _finish_by.get() - time.monotonic()
    if left <= 0:
        raise TimeoutError("the deadline for this page has passed")
    return left


def open_socket(family: int, place: tuple[str, int], timeout: float) -> socket.socket:
    """A connected TCP socket."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.connect(place)
    except BaseException:
        sock.close()
        raise
    return sock


class _TimedReader(io.RawIOBase):
    """Reads of a socket that end with the deadline."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(seconds_left())
        return self._raw.readinto(buffer)  # type: ignore[no-any-return]

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedSocket:
    """A socket, plain or TLS, all of whose waits end with the deadline."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._sock))

    def sendall(self, data: Any) -> None:
        self._sock.settimeout(seconds_left())
        self._sock.sendall(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class GuardedAdapter(HTTPAdapter):
    """Sends requests over sockets that the guard has passed."""

    def __init__(self, guard: Guard, *, resolve: Resolve, open_socket: OpenSocket = open_socket) -> None:
        self._guard = guard
        self._resolve = resolve
        self._open_socket = open_socket
        super().__init__(max_retries=0, pool_connections=32, pool_maxsize=8)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        """The pools of this adapter, whose connections come from `_dial`."""
        dial = self._dial

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return dial(self)

            def connect(self) -> None:
                super().connect()
                self.sock = _TimedSocket(self.sock)

        class Tls(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return dial(self)

            def connect(self) -> None:
                super().connect()
                self.sock = _TimedSocket(self.sock)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class TlsPool(HTTPSConnectionPool):
            ConnectionCls = Tls

        manager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **options)
        manager.pool_classes_by_scheme = {"http": PlainPool, "https": TlsPool}
        self.poolmanager = manager

    def _dial(self, connection: HTTPConnection) -> socket.socket:
        """A socket to the first address that answers, all of them checked."""
        host, port = connection.host.strip("[]"), int(connection.port or 0)
        try:
            addresses = _in_time(lambda: self._resolve(host, port))
        except socket.gaierror as error:
            raise NameResolutionError(host, connection, error) from None
        except UnicodeError as error:
            raise NewConnectionError(connection, f"{host} is not a host name: {error}") from None
        self._guard.check(host, port, addresses)
        wrong: Exception = NewConnectionError(connection, f"{host} has no address")
        for place, (family, address) in enumerate(addresses):
            share = seconds_left() / (len(addresses) - place)  # one dead address leaves time for the others
            try:
                return self._open_socket(family, address, share)
            except TimeoutError as error:
                wrong = ConnectTimeoutError(connection, f"{address[0]} did not answer: {error}")
            except OSError as error:
                wrong = NewConnectionError(connection, f"{address[0]}: {error}")
        raise wrong


def _in_time(look_up: Callable[[], list[Address]]) -> list[Address]:
    """What the resolver says; it knows no timeout, so it is waited for, not stopped."""
    answer: queue.SimpleQueue[list[Address] | BaseException] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(look_up())
        except BaseException as error:  # noqa: BLE001  (handed to the waiting thread)
            answer.put(error)

    threading.Thread(target=ask, daemon=True, name="resolver").start()
    try:
        found = answer.get(timeout=seconds_left())
    except queue.Empty:
        raise TimeoutError("the name was not resolved in time") from None
    if isinstance(found, BaseException):
        raise found
    return found
