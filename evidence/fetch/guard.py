"""Which addresses may be asked: public ones, and those that the operator allowed by HOST:PORT."""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import idna
from requests.utils import requote_uri

from evidence.fetch.limits import Refusal, refuse

Address = tuple[int, tuple[str, int]]  #: family, (IP, port)
Resolve = Callable[[str, int], list[Address]]

PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,252})|[0-9a-f:.]+(?:%[a-z0-9]+)?")
NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its canonical form."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def netloc(self) -> str:
        """HOST:PORT, as `--allow-host` spells it."""
        return f"{self.host}:{self.port}"

    @property
    def root(self) -> str:
        """The address of the host's front page, without the last slash."""
        return urlunsplit((self.scheme, urlsplit(self.url).netloc, "", "", ""))


def read_target(url: str) -> Target:
    """The canonical form of an address: no fragment, host in ASCII, path quoted.

    >>> read_target("HTTP://مثال.إختبار/صفحة#قسم").url
    'http://xn--mgbh0fb.xn--kgbechtv/%D8%B5%D9%81%D8%AD%D8%A9'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise refuse(
            Refusal.SCHEME, url, f"'{url[:200]}' is not an address. Expected one that starts with http:// or https://."
        ) from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise refuse(Refusal.SCHEME, url, f"'{url[:200]}' is not fetched: only http:// and https:// are.")
    if parts.username is not None:
        raise refuse(Refusal.SCHEME, url, "An address with a user name in it is not fetched. Leave out 'NAME@'.")
    host = _ascii_host(parts.hostname, url)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, PORTS[scheme]) else f"{shown}:{port}"
    clean = requote_uri(urlunsplit((scheme, netloc, parts.path or "/", parts.query, "")))
    return Target(clean, scheme, host, port or PORTS[scheme])


def _ascii_host(host: str, url: str) -> str:
    try:
        plain = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        plain = ""
    if not _HOST.fullmatch(plain):
        raise refuse(Refusal.SCHEME, url, f"'{host[:100]}' is not a host name.")
    return plain


def is_public(address: str) -> bool:
    """Whether packets to this IP go to the internet and nowhere else.

    >>> [is_public(a) for a in ("93.184.215.14", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    [True, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in NAT64:  # a gateway would hand it to the IPv4 address in its last four bytes
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if ip.teredo is not None or ip.is_site_local:
            return False
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (
        ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved or ip.is_unspecified
    )


def look_up(host: str, port: int) -> list[Address]:
    """The addresses of a host, as the system's resolver gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(int(family), (str(place[0]), int(place[1]))) for family, _, _, _, place in found]


class Guard:
    """The rule, with the hosts that are excepted from it."""

    def __init__(self, allow_hosts: Iterable[str] = ()) -> None:
        self.allow_hosts = frozenset(host.strip().lower() for host in allow_hosts)

    def excepts(self, host: str, port: int) -> bool:
        """Whether the operator allowed this very host and port."""
        return f"{host}:{port}" in self.allow_hosts

    def check(self, host: str, port: int, addresses: list[Address]) -> None:
        """Raise PageRefused unless every address is public, or the host is excepted.

        One private address among public ones is enough to refuse: a name that answers with both is
        trying which of them we take.
        """
        if self.excepts(host, port):
            return
        for _, (ip, _) in addresses:
            if not is_public(ip):
                raise refuse(
                    Refusal.PRIVATE_ADDRESS,
                    f"{host}:{port}",
                    f"{host} is at {ip}, which is not a public address. Nothing was asked; "
                    f"use --allow-host {host}:{port} if it is yours and meant.",
                )

    def check_hop(self, before: Target, after: Target) -> None:
        """Raise PageRefused if another host sends us into one that is excepted."""
        if self.excepts(after.host, after.port) and before.netloc != after.netloc:
            raise refuse(
                Refusal.PRIVATE_ADDRESS,
                after.url,
                f"{before.netloc} sent us on to {after.netloc}, which may only be asked directly.",
            )
