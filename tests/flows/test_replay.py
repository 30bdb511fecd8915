"""A run played again, or made again offline, gives the same canonical export, byte for byte."""

from evidence.fetch.journal import Journal
from evidence.snapshots import Snapshots
from tests.flows.conftest import Desk, Site


def canonical(desk: Desk, name: str) -> bytes:
    """What `export --format canonical` writes: verdicts and evidence without run ids and clock times."""
    done = desk.run("export", name, "--format", "canonical")
    assert done.returncode == 0, done.stderr
    (file,) = (desk.folder / name).iterdir()
    assert file.name.endswith(".canonical.jsonl")
    return file.read_bytes()


def test_replay_and_offline_runs_are_equal_byte_for_byte(desk: Desk, site: Site) -> None:
    """Offline the newest snapshots are read, in a replay the run's own though newer ones lie beside; nobody is asked."""
    assert desk.rows("check", "ar.txt")
    first = canonical(desk, "first")
    assert b'"evidence":[{' in first
    folder = desk.folder / "tabayyun.d"
    (journal,) = (folder / "journals").glob("*.jsonl")
    site.asked.clear()
    (desk.folder / "tabayyun.duckdb").unlink()
    desk.rows("check", "ar.txt", "--no-network")
    assert canonical(desk, "offline") == first
    snapshots = Snapshots(folder)
    pages = [one for one in Journal(journal).read().values() if one.url.endswith(".html")]
    assert pages
    for page in pages:
        text = f"<p>{'نص آخر لا صلة له بشيء مما كان هنا من قبل. ' * 9}</p>".encode()
        newer = snapshots.put(url=page.url, body=text, media_type="text/html")
        assert snapshots.latest(page.url) == newer
    (desk.folder / "tabayyun.duckdb").unlink()
    desk.rows("check", "ar.txt", "--replay", journal.stem)
    assert canonical(desk, "replay") == first
    assert site.asked == []
    (desk.folder / "tabayyun.duckdb").unlink()
    desk.rows("check", "ar.txt", "--no-network")
    assert canonical(desk, "changed") != first  # the export tells verdicts on other pages apart
