"""What a second check of an article asks for: nothing while pages are fresh, then only whether they changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.job import Job, PlainCalls
from flows.progress import Silent
from flows.steps import read_input
from flows.wiring import Parts
from tests.flows.changing import ChangingSite, changing_site
from tests.flows.conftest import ARABIC
from tests.flows.in_process import check, desk_settings


@pytest.fixture
def site() -> Iterator[ChangingSite]:
    with changing_site() as site:
        site.put("/warda", "نهر وردة", "يبلغ طول نهر وردة 212 كيلومتراً، ويصبّ في بحيرة سالم.")
        site.put("/salim", "مدينة سالم", "يسكن مدينة سالم 84 ألف نسمة.")
        site.results = ["/warda", "/salim"]
        yield site


def test_a_second_check_asks_for_nothing_and_a_late_one_only_for_changes(tmp_path: Path, site: ChangingSite) -> None:
    """Zero requests within the window, also under other settings; after it every page costs a 304 and no body."""
    (tmp_path / "ar.txt").write_text(ARABIC, "utf-8")
    settings = desk_settings(tmp_path, site.host, sources=["search_api"], search_api=f"{site.base}/search")
    parts, first = check(settings, tmp_path / "ar.txt")
    assert {page.title for page in first.pages} == {"نهر وردة", "مدينة سالم"}
    parts.store.close()
    site.answers.clear()

    again = Parts(settings)
    article = read_input(str(tmp_path / "ar.txt"), again, stdin=bytes)
    assert Job(parts=again, execute=PlainCalls(4), shown=Silent()).check(article) is None
    again.store.close()
    other, _ = check(settings.model_copy(update={"passages_per_claim": 3}), tmp_path / "ar.txt")
    assert (other.fetcher.counts().requests, site.answers) == (0, [])
    other.store.close()

    late, second = check(settings.model_copy(update={"freshness_hours": 0.0}), tmp_path / "ar.txt")
    pages = [(path, status) for path, status in site.answers if path in ("/warda", "/salim")]
    assert sorted(pages) == [("/salim", 304), ("/warda", 304)]
    assert late.fetcher.counts().unchanged >= 2
    assert [outcome.id for outcome in second.outcomes] == [outcome.id for outcome in first.outcomes]
    late.store.close()
