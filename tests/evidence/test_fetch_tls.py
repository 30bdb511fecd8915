"""The same bounds hold over TLS, and a certificate that nobody vouches for is no page."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from evidence.errors import PageRefused
from evidence.fetch import Fetcher
from tests.evidence.hostile_server import PAGE, PUBLIC, Door, Hostile, make_fetcher, names


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for safe.test and 127.0.0.1, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "safe.test")])
    alternatives = [x509.DNSName("safe.test"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "one.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


class Tls(Hostile):
    """The hostile server behind TLS."""

    def __init__(self, certificate: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        super().__init__()
        self.url = f"https://127.0.0.1:{self.port}"

    def _serve(self, conn: socket.socket) -> None:
        with suppress(OSError):
            super()._serve(self._context.wrap_socket(conn, server_side=True))


@pytest.fixture
def server(certificate: Path) -> Iterator[Tls]:
    running = Tls(certificate)
    yield running
    running.close()


def trusting(fetcher: Fetcher, certificate: Path) -> Fetcher:
    fetcher._exchange._session.verify = str(certificate)
    return fetcher


def test_a_page_is_read_over_tls_at_the_address_that_was_checked(
    tmp_path: Path, server: Tls, certificate: Path
) -> None:
    """The name is checked against the certificate, the socket goes to the checked address."""
    door = Door(leads_to={PUBLIC: server.port})
    fetcher = trusting(make_fetcher(tmp_path, door=door, resolve=names({"safe.test": [PUBLIC]})), certificate)
    fetched = fetcher.get("https://safe.test/page")
    assert fetcher.body(fetched.snapshot) == PAGE
    assert set(door.tried) == {(PUBLIC, 443)}


@pytest.mark.parametrize(
    ("path", "reason"), [("/drip-body", "timeout"), ("/drip-headers", "timeout"), ("/bomb", "too_large")]
)
def test_the_bounds_hold_over_tls(tmp_path: Path, server: Tls, certificate: Path, path: str, reason: str) -> None:
    """Deadline and size are those of the page, whatever carries it."""
    fetcher = trusting(make_fetcher(tmp_path, server.port, limits={"deadline_seconds": 0.5}), certificate)
    started = time.monotonic()
    with pytest.raises(PageRefused) as caught:
        fetcher.get(server.url + path, purpose="api")
    assert caught.value.reason == reason
    assert time.monotonic() - started < 4


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, server: Tls) -> None:
    """There is no setting to read such a page all the same."""
    with pytest.raises(PageRefused) as caught:
        make_fetcher(tmp_path, server.port).get(server.url + "/page")
    assert caught.value.reason == "unreachable"
    assert "certificate" in str(caught.value).lower()
    assert server.asked == []


def test_a_handshake_that_never_comes_is_a_timeout(tmp_path: Path) -> None:
    """A port that accepts and says nothing does not hold a worker."""
    silent = socket.create_server(("127.0.0.1", 0))
    held: list[object] = []
    threading.Thread(target=lambda: held.append(silent.accept()), daemon=True).start()
    port = silent.getsockname()[1]
    started = time.monotonic()
    with silent, pytest.raises(PageRefused) as caught:
        make_fetcher(tmp_path, port, limits={"deadline_seconds": 0.4}).get(f"https://127.0.0.1:{port}/")
    assert caught.value.reason == "timeout"
    assert time.monotonic() - started < 4
