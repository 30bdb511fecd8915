"""The command `review`: the page for people, served until it is stopped."""

import socket
from pathlib import Path

from flows.errors import BadInput
from flows.people import desk_of
from flows.reading import existing
from flows.settings import load_settings
from flows.wiring import Parts


def run_review(
    *,
    host: str,
    port: int,
    by: str | None,
    store: Path | None,
    config: Path | None,
    allow_hosts: list[str] | None = None,
) -> int:
    """Serve the review page; the address is printed, and Ctrl-C ends it."""
    import uvicorn

    from review.web import make_app
    from review.web.guard import is_loopback

    settings = existing(load_settings(config, store=store, allow_hosts=allow_hosts))
    token = settings.token.get_secret_value()
    if not is_loopback(host) and not token:
        raise BadInput(
            f"--host {host} lets others in, and no token is set. Set TABAYYUN_TOKEN to a long random word, "
            "or leave --host out to serve this machine alone."
        )
    names = tuple(name.strip() for name in (by or settings.user).split(",") if name.strip())
    app = make_app(desk_of(Parts(settings)), host=host, token=token, names=names)
    listening = _bound(host, port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
    shown = f"[{host}]" if ":" in host else host
    print(f"http://{shown}:{listening.getsockname()[1]}/  (Ctrl-C ends it)", flush=True)
    server.run(sockets=[listening])
    return 0


def _bound(host: str, port: int) -> socket.socket:
    """A socket on this address, bound before anything is said of it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)  # so that who reads the address is not refused
    except (OSError, OverflowError) as error:
        raise BadInput(
            f"{host}:{port} cannot be listened on ({error}). Give another --port; 0 takes a free one."
        ) from None
    return listening
