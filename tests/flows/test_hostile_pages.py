"""Reference pages on a hostile server: the run finishes, and each page not had is one worded row."""

from tests.evidence.hostile_server import hostile
from tests.flows.conftest import Desk

REASONS = {
    "/drip-headers": "timeout",
    "/bomb": "too_large",
    "/ten-gigabytes": "too_large",
    "/loop": "redirects",
    "/to?u=http://169.254.169.254/": "private_address",
    "/picture": "not_text",
    "/gone": "http_status",
    "/garbage": "unreachable",
    "/not-gzip": "bad_answer",
}
READ = ("/page", "/cp1256", "/broken-markup")


def test_no_page_of_a_hostile_server_ends_a_run(desk: Desk) -> None:
    """Good pages among them are read; the others are rows with a closed word and a sentence."""
    with hostile() as server:
        lines = [f"{server.url}{path}" for path in (*REASONS, *READ)]
        (desk.folder / "pages.txt").write_text("\n".join(lines), encoding="utf-8")
        done = desk.run(
            "check", "ar.txt", "--pages", "pages.txt", "--source", "none", "--allow-host", f"127.0.0.1:{server.port}",
            "--json", deadline_seconds="5", requests_per_second="100",
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = dict(desk.sql("select subject, split_part(reason, ':', 1) from failures"))
    assert rows == {f"{server.url}{path}": reason for path, reason in REASONS.items()}
    assert desk.sql("select count(*) from failures where reason like '%: %.'") == [[str(len(REASONS))]]
