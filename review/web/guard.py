"""Who may ask: host names, the token beyond loopback, and forms that only our own pages can send."""

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from fastapi import Request

SESSION, FORM = "tabayyun_session", "tabayyun_form"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """What one server asks of those who call it."""

    host: str
    token: str  #: "" on loopback where none is set
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def host_known(self, request: Request) -> bool:
        """Whether the Host header names this server; on loopback another name is a rebinding attack."""
        name = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        return not is_loopback(self.host) or is_loopback(name)

    def signed_in(self, request: Request) -> bool:
        """Whether the caller has shown the token, or none is asked for."""
        if not self.token:
            return True
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        return self._same(bearer, self.token) or self._same(request.cookies.get(SESSION, ""), self.session())

    def takes(self, token: str) -> bool:
        """Whether this is the token."""
        return bool(self.token) and self._same(token, self.token)

    def session(self) -> str:
        """The cookie of those who have shown the token; another start of the server makes it void."""
        return self._mac("session", self.token)

    def form_cookie(self, request: Request) -> str:
        """The caller's form cookie, a new one where it has none."""
        return request.cookies.get(FORM, "") or secrets.token_urlsafe(16)

    def form_key(self, cookie: str) -> str:
        """What a form of ours carries for a caller with this cookie."""
        return self._mac("form", cookie)

    def form_genuine(self, request: Request, key: str) -> bool:
        """Whether a form came from a page of ours: its key fits the cookie, and no other origin sent it."""
        cookie = request.cookies.get(FORM, "")
        if not cookie or not self._same(key, self.form_key(cookie)):
            return False
        origin = request.headers.get("origin")
        return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")

    def _mac(self, what: str, value: str) -> str:
        return hmac.new(self.secret, f"{what}:{value}".encode(), hashlib.sha256).hexdigest()

    @staticmethod
    def _same(given: str, wanted: str) -> bool:
        return hmac.compare_digest(given.encode(), wanted.encode())
