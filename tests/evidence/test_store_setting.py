"""The setting that the views print: title, lead and near words, also of claims that an older program kept."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from claims.records import Article
from claims.setting import lead_of, setting_text
from evidence.records import Label
from evidence.store import Store, open_store
from evidence.store.migrate import newest, steps
from tests.evidence.store_samples import claim, in_paragraphs, result, run_of, undecided, verdict

LEAD = "أعلنت مطاحن الوادي تراجع أرباحها."
MIDDLE = "تأخر الحصاد في أربع من المناطق الخمس. " * 10
PARAGRAPHS = (LEAD, MIDDLE.strip(), "ارتفعت المبيعات إلى 90 مليونا.")
OF = in_paragraphs(*PARAGRAPHS)
LAST = PARAGRAPHS[-1].removesuffix(".")
LEAD_STEP = 53  #: the migration that brought the lead's columns
WITH_LEAD = f"{OF.title} … {LEAD} … {MIDDLE.strip()} {LAST}."
VIEWS = ("current_verdicts", "verdict_history")


def kept(path: Path, of: Article = OF) -> Store:
    """A store with a claim of the lead, which failed, and one far below, which a person has decided too."""
    store = open_store(path)
    first, last = claim(of, LEAD.removesuffix(".")), claim(of, LAST)
    run = run_of(store)
    store.save_article(run.id, result(of, (first, last), (undecided(first), verdict(last, Label.NOT_ENOUGH_EVIDENCE))))
    store.finish_run(run.id)
    store.decide(last.id, Label.SUPPORTED, by="Mona", reason="the report")
    return store


def settings(store: Store, view: str, quote: str) -> set[str]:
    """What a view prints beside a claim."""
    return {row[0] for row in store.query(f"SELECT setting FROM {view} WHERE quote = '{quote}'")[1]}


def as_before(path: Path, store: Store) -> Store:
    """The rows of a store in a file with the schema before the lead, opened by this program."""
    with duckdb.connect(str(path)) as connection:
        older = [step for step in steps() if step[0] < LEAD_STEP]
        for number, name, sql in older:
            connection.execute(sql)
            connection.execute("INSERT INTO schema_version VALUES (?, ?, now()::TIMESTAMP)", [number, name])
        connection.execute(f"ATTACH '{store.path}' AS newer (READ_ONLY)")
        tables = connection.execute(
            "SELECT c.table_name, string_agg(c.column_name, ', ') FROM duckdb_columns() c "
            "JOIN duckdb_tables() t USING (database_name, table_name) "
            "WHERE database_name = current_database() GROUP BY ALL HAVING bool_or(c.column_name = 'seq')"
        ).fetchall()
        for table, columns in tables:
            connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM newer.{table}")
        connection.execute("SELECT nextval('seq_log') FROM range(1000)").fetchall()  # behind the rows that came along
    return open_store(path)


@pytest.mark.parametrize("view", VIEWS)
def test_a_claim_is_shown_with_title_lead_and_near_words(tmp_path: Path, view: str) -> None:
    """As `why` and the sheets of graders show it."""
    store, start = kept(tmp_path / "a.duckdb"), OF.text.index(LAST)
    assert settings(store, view, LAST) == {WITH_LEAD}
    assert setting_text(OF, lead_of(OF), start, start + len(LAST) + 1) == WITH_LEAD
    assert settings(store, view, LEAD.removesuffix(".")) == {LEAD}


def test_the_lead_is_kept_as_a_span_of_the_article(tmp_path: Path) -> None:
    """Only where the near words lack it."""
    store = kept(tmp_path / "a.duckdb")
    cut = "substr(a.text, lead_start + 1, lead_end - lead_start)"
    asked = f"SELECT {cut} FROM claim_occurrence JOIN article a USING (article_id) ORDER BY quote_start"
    assert store.query(asked)[1] == [(None,), (LEAD,)]


@pytest.mark.parametrize("view", VIEWS)
def test_rows_of_an_older_program_read_as_before(tmp_path: Path, view: str) -> None:
    """They have no lead; what the store takes in from now on has."""
    store = as_before(tmp_path / "b.duckdb", kept(tmp_path / "a.duckdb"))
    assert store.query("SELECT max(version) FROM schema_version")[1] == [(newest(),)]
    assert settings(store, view, LAST) == {f"{OF.title} … {MIDDLE.strip()} {LAST}."}
    assert settings(store, view, LEAD.removesuffix(".")) == {LEAD}
    anew = claim(OF, LAST, splitter="rules-2")
    store.save_article(run_of(store).id, result(OF, (anew,), (verdict(anew),), work="work-2"))
    assert WITH_LEAD in settings(store, view, LAST)


def test_the_lead_makes_no_other_occurrence(tmp_path: Path) -> None:
    """A claim that stands as it stood has the same row, whether a lead was found or not."""
    asked = "SELECT occurrence_id FROM claim_occurrence ORDER BY quote_start"
    without = kept(tmp_path / "b.duckdb", replace(OF, blocks=()))
    assert kept(tmp_path / "a.duckdb").query(asked) == without.query(asked)
    assert without.query("SELECT count(lead_start) FROM claim_occurrence")[1] == [(0,)]
