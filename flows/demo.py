"""The command `demo`: the bundled article checked by the ordinary pipeline against the bundled site.

Only this file and `flows.demo_site` know that it is a demo: the pipeline is told, by settings that
any operator could give, that its wiki stands on a loopback port.
"""

import socket
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from evidence.store.names import names_of
from flows.demo_site import serve_site
from flows.reading import run_report
from flows.run_check import run_check
from flows.settings import load_settings

FOLDER = Path("tabayyun-demo")
PORT = "demo-port"


def _say_where(database: Path) -> None:
    names = names_of(database)
    report = database.with_suffix(".html")
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\nThe store:     {names.live}   (read {names.review}, the copy for readers)")
    console.print(f"The report:    {report}")
    console.print(f"Ask in SQL:    tabayyun sql 'from current_verdicts select label, claim_text' --store {names.live}")
    console.print(f"One claim:     tabayyun why CLAIM --store {names.live}   (CLAIM: the code before each claim)")


def _same_port(database: Path) -> int:
    """The port of the last demo on this store while it is free, so that a page keeps its address; else any."""
    try:
        port = int((names_of(database).folder / PORT).read_text())
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    except (OSError, ValueError):
        return 0
    return port


def examples() -> Path:
    """The folder of the bundled article and site: inside the wheel, or beside it in a checkout."""
    inside = Path(str(files("flows"))) / "examples"
    return inside if inside.is_dir() else Path(__file__).resolve().parent.parent / "examples"


def run_demo(*, store: Path | None = None, config: Path | None = None, as_json: bool = False) -> int:
    """Serve the site, check the article, and say where everything lies; the exit code of `check`."""
    database = store or FOLDER / "demo.duckdb"
    database.parent.mkdir(parents=True, exist_ok=True)
    with serve_site(examples() / "site", port=_same_port(database)) as base:
        host = base.removeprefix("http://")
        names_of(database).folder.mkdir(exist_ok=True)
        (names_of(database).folder / PORT).write_text(host.rpartition(":")[2])
        settings = load_settings(
            config,
            store=database,
            sources=["wikipedia"],
            mediawiki_api=f"{base}/{{language}}/w/api.php",
            source_languages=["fr", "es"],
            allow_hosts=[host],
            host_rates={host: 500.0},
            embedder="shipped",
            judge="default",
        )
        code = run_check([str(examples() / "article.txt")], settings, as_json=as_json)
    if not as_json:
        run_report(None, database.with_suffix(".html"), "html", store=database, config=config)
        _say_where(database)
    return code
