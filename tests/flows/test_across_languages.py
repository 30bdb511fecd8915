"""A claim in Arabic is checked against a page that only its names in English lead to."""

import json
from pathlib import Path

from flows.demo_site import serve_site
from tests.flows.conftest import ARABIC, write_site
from tests.flows.in_process import check, desk_settings

LEDGER = "<!doctype html><html lang=en><title>Gauges</title><p>Readings of the Warda River began in 1950.</p></html>"


def test_the_names_of_an_article_are_asked_once_and_searched_in_english(tmp_path: Path) -> None:
    """One question for the names of all claims; a page without an Arabic twin is read."""
    folder = tmp_path / "wider"
    folder.mkdir()
    write_site(folder)
    (folder / "en" / "gauges.html").write_text(LEDGER, "utf-8")
    index = json.loads((folder / "index.json").read_text("utf-8"))
    index.append({"language": "en", "title": "Gauges", "path": "en/gauges.html", "langlinks": []})
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    (tmp_path / "ar.txt").write_text(ARABIC, "utf-8")
    asked: list[str] = []
    with serve_site(folder, asked) as base:
        host = base.removeprefix("http://")
        wiki = {"sources": ["wikipedia"], "mediawiki_api": base + "/{language}/w/api.php"}
        _, result = check(desk_settings(tmp_path, host, **wiki), tmp_path / "ar.txt")
    assert sum("titles=" in path for path in asked) == 1
    assert "/en/gauges.html" in asked
    assert [(stage.requests, stage.failures) for stage in result.stages if stage.stage == "names"] == [(1, 0)]
    assert "Warda River" in {query.text for query in result.queries if query.language == "en"}
