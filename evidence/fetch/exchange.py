"""One request and its answer, bounded in time and size; no redirect is followed here."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urljoin

import requests
import urllib3

from evidence.errors import PageRefused
from evidence.fetch.connect import GuardedAdapter, OpenSocket, seconds_left, until
from evidence.fetch.guard import Guard, Resolve, Target
from evidence.fetch.limits import Refusal, Tally, refuse
from evidence.fetch.media import media_type_of

MOVED = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536
NOT_KEPT = frozenset({"set-cookie", "set-cookie2"})
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said to one request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    moved_to: str | None  #: where it sends us

    def header(self, name: str) -> str:
        """The value of a header, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def retry_after(self) -> float:
        """Seconds that the server asked us to wait, 0.0 where it named none."""
        return read_retry_after(self.header("retry-after"), datetime.now(UTC))


class Exchange:
    """Sends requests through the guard, without cookies, proxies or stored passwords."""

    def __init__(
        self, guard: Guard, *, user_agent: str, tally: Tally, resolve: Resolve, open_socket: OpenSocket
    ) -> None:
        self._tally = tally
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy would be asked for addresses that the guard never sees
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": user_agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"})
        adapter = GuardedAdapter(guard, resolve=resolve, open_socket=open_socket)
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)

    def ask(
        self,
        target: Target,
        headers: Mapping[str, str],
        *,
        seconds: float,
        most_bytes: int,
        cut: bool = False,
        wanted: Callable[[str], bool] | None = None,
    ) -> Answer:
        """The answer, read within the bounds; raises PageRefused where they are passed.

        `cut` takes what fits of a body that is too large; `wanted` says of a declared media type
        whether its body is read at all.
        """
        with (
            until(max(seconds, 0.001)),
            _worded(target.url, seconds),
            self._sent(target, headers) as response,
        ):
            told = tuple((k, v) for k, v in response.headers.items() if k.lower() not in NOT_KEPT)
            place = response.headers.get("location")
            moved = place if response.status_code in MOVED and place is not None else None
            body = b""
            if moved is None and 200 <= response.status_code < 300:
                kind = media_type_of(response.headers.get("content-type", ""))
                if wanted is not None and not wanted(kind):
                    raise refuse(
                        Refusal.NOT_TEXT,
                        target.url,
                        f"{target.url} is {kind}, neither text nor PDF. Not read.",
                    )
                body = self._read(target.url, response, most_bytes, cut=cut)
            return Answer(
                status=response.status_code,
                headers=told,
                body=body,
                moved_to=None if moved is None else _absolute(target.url, _unlatin(moved)),
            )

    @contextlib.contextmanager
    def _sent(self, target: Target, headers: Mapping[str, str]) -> Iterator[requests.Response]:
        """The response with its body unread; sent once more where a kept connection had just died."""
        for again in (True, False):
            self._tally.asked(target.netloc)
            try:
                response = self._session.get(
                    target.url,
                    headers=dict(headers),
                    stream=True,
                    allow_redirects=False,
                    timeout=seconds_left(),
                )
            except requests.ConnectionError as error:
                if again and _was_dropped(error):
                    continue
                raise
            try:
                yield response
            finally:
                # A body that was not read to its end makes the connection useless, so it is dropped.
                response.raw.close()
                response.close()
            return

    def _read(self, url: str, response: requests.Response, most: int, *, cut: bool) -> bytes:
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > most and not cut:
            raise _too_large(url, most)
        pieces: list[bytes] = []
        size = 0
        while True:
            seconds_left()
            piece = response.raw.read1(PIECE, decode_content=True)
            if not piece:
                break
            size += len(piece)
            self._tally.add("bytes", len(piece))
            pieces.append(piece)
            if size > most:
                if cut:
                    break
                raise _too_large(url, most)
        if not cut and declared.isdigit() and not response.headers.get("content-encoding") and size < int(declared):
            raise refuse(Refusal.UNREACHABLE, url, f"{url} broke off after {size} of {declared} bytes. Not kept.")
        return b"".join(pieces)


def _too_large(url: str, most: int) -> PageRefused:
    return refuse(Refusal.TOO_LARGE, url, f"{url} is larger than {most:,} bytes. Not read; see max_page_bytes.")


def _absolute(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise refuse(Refusal.SCHEME, url, f"{url} sends on to '{location[:100]}', which is no address.") from None


def _unlatin(location: str) -> str:
    """A Location header holds bytes that were read as Latin-1; most servers mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _causes(error: BaseException) -> list[BaseException]:
    """The error and all that it wraps, wherever the libraries put it."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return found


def _was_dropped(error: BaseException) -> bool:
    kinds = (ConnectionResetError, BrokenPipeError, urllib3.exceptions.ProtocolError)
    return any(isinstance(one, kinds) for one in _causes(error))


def _is_timeout(error: BaseException) -> bool:
    """Whether it says "too late"; a refused connection is a ConnectTimeoutError to urllib3, not to us."""
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return False
    return isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError)


@contextlib.contextmanager
def _worded(url: str, seconds: float) -> Iterator[None]:
    """Whatever the libraries raise, as one worded refusal."""
    started = time.monotonic()
    try:
        yield
    except PageRefused as error:
        if error.url == url:
            raise
        raise PageRefused(str(error), url=url, reason=error.reason) from None
    except Exception as error:  # noqa: BLE001  (a page must not end a run, whatever its server sends)
        late = time.monotonic() - started >= seconds
        causes = _causes(error)
        if late or any(map(_is_timeout, causes)):
            raise refuse(
                Refusal.TIMEOUT, url, f"{url} was not finished within {seconds:.0f} seconds. Not kept."
            ) from None
        if any(isinstance(one, urllib3.exceptions.DecodeError) for one in causes):
            raise refuse(Refusal.BAD_ANSWER, url, f"{url} is not packed as it says: {causes[-1]}. Not kept.") from None
        last = " ".join(str(causes[-1]).split())[:200] or type(error).__name__
        raise refuse(Refusal.UNREACHABLE, url, f"{url} could not be reached: {last}.") from None


def read_retry_after(value: str, now: datetime) -> float:
    """Seconds in a Retry-After header, given as a number or as a date.

    >>> read_retry_after("Fri, 28 Mar 2025 10:00:30 GMT", datetime(2025, 3, 28, 10, 0, tzinfo=UTC))
    30.0
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(min(int(value[:9]), 10**7))
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return 0.0
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - now).total_seconds())
