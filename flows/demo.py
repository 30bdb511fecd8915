"""The command `demo`: the bundled article checked by the ordinary pipeline against the bundled site.

Only this file and `flows.demo_site` know that it is a demo: the pipeline is told, by settings that
any operator could give, that its wiki stands on a loopback port.
"""

from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console

from flows.demo_site import serve_site
from flows.run_check import run_check
from flows.settings import load_settings

FOLDER = Path("tabayyun-demo")


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
        _say_where(database)
    return code
