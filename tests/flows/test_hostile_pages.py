"""Reference pages on a hostile server: the run finishes, each page not had is one worded row, and its claims say so.

The sockets of this process lead to this machine only (`--disable-socket`), so a guard that failed would be seen and
still send nothing.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from evidence.records import Undecided
from review.report import write_report
from review.why import as_lines, explain
from review.words import words_for
from tests.evidence.hostile_server import Hostile, hostile, plain
from tests.flows.conftest import ARABIC
from tests.flows.in_process import check, desk_settings

REASONS = {
    "/drip-headers": "timeout",
    "/drip-body": "timeout",
    "/bomb": "too_large",
    "/bomb-twice": "too_large",
    "/endless": "too_large",
    "/ten-gigabytes": "too_large",
    "/loop": "redirects",
    "/to?u=http://169.254.169.254/": "private_address",
    "/to?u=http://10.0.0.1/": "private_address",
    "/to?u=http://127.0.0.1:9/": "private_address",
    "/garbage": "unreachable",
    "/picture": "not_text",
    "/hangs-up": "unreachable",
    "/program": "not_text",
    "/endless-headers": "unreachable",
    "/gone": "http_status",
    "/not-gzip": "bad_answer",
    "/storm?times=99&after=3600": "try_later",
}
# Whatever names no answer stands between answers: after three silences in a row a host is not asked again.
READ = ("/page", "/cp1256", "/broken-markup", "/wrong-charset")


def settings_for(folder: Path, server: Hostile, paths: list[str]):
    (folder / "ar.txt").write_text(ARABIC, "utf-8")
    (folder / "pages.txt").write_text("\n".join(f"{server.url}{path}" for path in paths), "utf-8")
    return desk_settings(
        folder, f"127.0.0.1:{server.port}", pages=folder / "pages.txt", deadline_seconds=3.0, workers=1,
        max_page_bytes=1_000_000,
    )  # fmt: skip


def test_no_page_of_a_hostile_server_ends_a_run(tmp_path: Path) -> None:
    """Good pages among them are read; the others are rows with a closed word and a sentence."""
    with hostile() as server:
        settings = settings_for(tmp_path, server, [*READ, *REASONS])  # the storm closes the host, so it is last
        parts, result = check(settings, tmp_path / "ar.txt")
    assert len(result.outcomes) == len(result.claims) > 0
    assert {page.url.removeprefix(server.url) for page in result.pages} == set(READ)
    told = {each.subject.removeprefix(server.url): each.reason.partition(": ")[0] for each in result.failures}
    assert told == REASONS
    assert all(each.reason.endswith(".") and ": " in each.reason for each in result.failures)
    assert not any(isinstance(outcome, Undecided) for outcome in result.outcomes)
    for row in parts.store.current_verdicts():
        assert Counter(each["subject"] for each in row["missing"]) == Counter(server.url + path for path in REASONS)
    rows = parts.store.query("SELECT count(DISTINCT claim_id), count(*) FROM missing_evidence")[1]
    assert rows == [(len(result.claims), len(result.claims) * len(REASONS))]
    parts.store.close()


def test_a_claim_says_what_it_was_judged_without(tmp_path: Path) -> None:
    """`why`, the report and --json name each page with its reason."""
    with hostile() as server:
        parts, result = check(settings_for(tmp_path, server, ["/page", "/gone"]), tmp_path / "ar.txt")
    chain = list(as_lines(explain(parts.store.why(result.claims[0].id), parts.snapshots, words=words_for("en"))))
    assert "  judged without 1 pages or searches" in chain
    assert any(f"fetch: http_status: {server.url}/gone answers 410" in line for line in chain)
    assert any("in the stored page: " in line and "⟦" in line for line in chain)  # the server is gone
    rows = parts.store.current_verdicts(result.article.id)
    for form in ("html", "markdown", "json"):
        text = write_report(result.article, rows, form=form).replace("\\_", "_")
        assert text.count("http_status") == len(result.claims)
    assert json.loads(json.dumps(rows))[0]["missing"][0]["stage"] == "fetch"
    parts.store.close()


@pytest.mark.parametrize("status", ["500 Oops", "404 Not Found", "200 OK"])
def test_a_bad_robots_txt_ends_no_run(tmp_path: Path, status: str) -> None:
    """A fault of the site keeps us out, a missing or endless file does not."""
    with hostile() as server:
        server.robots = lambda conn: plain(conn, b"# padding\n" * 110_000, status=status, kind="text/plain")
        _, result = check(settings_for(tmp_path, server, ["/page"]), tmp_path / "ar.txt")
    if status.startswith("500"):
        assert [each.reason.partition(":")[0] for each in result.failures] == ["robots"]
        assert all(
            isinstance(each, Undecided) and "no source could be reached" in each.reason for each in result.outcomes
        )
    else:
        assert result.failures == ()
        assert len(result.pages) == 1
