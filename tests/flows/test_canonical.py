"""The canonical export of a run, of the same offline and of its replay: one and the same bytes."""

from pathlib import Path
from typing import Any

from evidence.records import ArticleResult
from flows.demo_site import serve_site
from flows.settings import Settings
from flows.wiring import Parts
from review.exports import write_documents
from tests.flows.conftest import ARABIC, write_site
from tests.flows.in_process import check, desk_settings


def exported(settings: Settings, folder: Path, **options: Any) -> tuple[bytes, Parts, ArticleResult]:
    """What a check into a new store beside the same stored pages comes to."""
    settings.store.unlink(missing_ok=True)
    parts, result = check(settings, folder / "ar.txt", **options)
    (file,) = write_documents(parts.store, folder / "out", "canonical")
    parts.store.close()
    return file.read_bytes(), parts, result


def test_a_run_made_again_from_its_snapshots_is_equal_byte_for_byte(tmp_path: Path) -> None:
    """Offline, and in a replay though every page reads otherwise by then; other pages give other bytes."""
    site = tmp_path / "site"
    site.mkdir()
    write_site(site)
    (tmp_path / "ar.txt").write_text(ARABIC, "utf-8")
    with serve_site(site) as base:
        wiki = {"sources": ["wikipedia"], "mediawiki_api": base + "/{language}/w/api.php"}
        settings = desk_settings(tmp_path, base.removeprefix("http://"), **wiki)
        first, online, result = exported(settings, tmp_path)
    assert b'"evidence":[{' in first
    assert online.run_id.encode() not in first
    offline = settings.model_copy(update={"network": False})
    assert exported(offline, tmp_path)[0] == first
    for snapshot in result.snapshots:
        online.snapshots.put(
            url=snapshot.url, body="<p>نص آخر لا صلة له بشيء مما كان.</p>".encode(), media_type="text/html"
        )
    replayed, parts, _ = exported(settings, tmp_path, replay=online.run_id)
    assert replayed == first
    assert parts.fetcher.counts().requests == 0
    assert exported(offline, tmp_path)[0] != first
