"""A claim in Arabic is checked against a page that only its names in English lead to."""

import json
from pathlib import Path

from flows.demo_site import serve_site
from tests.flows.conftest import Desk, write_site

LEDGER = "<!doctype html><html lang=en><title>Gauges</title><p>Readings of the Warda River began in 1950.</p></html>"


def test_the_names_of_an_article_are_asked_once_and_searched_in_english(desk: Desk, tmp_path: Path) -> None:
    """One question for the names of all claims; a page without an Arabic twin is read."""
    folder = tmp_path / "wider"
    folder.mkdir()
    write_site(folder)
    (folder / "en" / "gauges.html").write_text(LEDGER, "utf-8")
    index = json.loads((folder / "index.json").read_text("utf-8"))
    index.append({"language": "en", "title": "Gauges", "path": "en/gauges.html", "langlinks": []})
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    asked: list[str] = []
    with serve_site(folder, asked) as base:
        host = base.removeprefix("http://")
        desk.rows("check", "ar.txt", mediawiki_api=base + "/{language}/w/api.php", allow_hosts=host)
    assert sum("titles=" in path for path in asked) == 1
    assert "/en/gauges.html" in asked
    assert desk.sql("select requests, failures from run_stages where stage = 'names'") == [["1", "0"]]
