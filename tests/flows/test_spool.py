"""Results of workers that must not open the store: whole files, stored once, whatever is killed when."""

from pathlib import Path

import pytest

from evidence.store import open_store
from flows.spool import Spool, ingest, packed, spool_of, unpacked
from tests.evidence import store_samples as samples


def test_a_result_comes_out_of_its_file_as_it_went_in() -> None:
    """Every record, every date, in every script; an undecided claim stays undecided."""
    made = samples.simple_result()
    claim = made.claims[0]
    mixed = samples.again(made, outcomes=(samples.undecided(claim), *made.outcomes[1:]))
    assert unpacked(packed("run", mixed)) == ("run", mixed)


def test_what_is_spooled_is_stored_once_even_when_it_comes_twice(tmp_path: Path) -> None:
    """A kill between storing and taking the file away makes it come again."""
    store = open_store(tmp_path / "desk.duckdb", review=False)
    run = samples.run_of(store)
    spool = spool_of(store)
    made = samples.simple_result()
    for _ in range(2):
        spool.save_article(run.id, made)
        assert ingest(spool, store) == [made.article.id]
    assert ingest(spool, store) == []
    with store.connection() as connection:
        counts = connection.execute("SELECT count(*), count(DISTINCT claim_id) FROM current_verdicts").fetchone()
        history = connection.execute("SELECT count(*) FROM verdict_history").fetchone()
    assert counts == (3, 3)
    assert history == (3,)


def test_a_spoilt_file_is_set_aside_and_holds_nothing_back(tmp_path: Path) -> None:
    """The others are stored first; the error names the file."""
    store = open_store(tmp_path / "desk.duckdb", review=False)
    run = samples.run_of(store)
    spool = Spool(tmp_path / "spool")
    spool.save_article(run.id, samples.simple_result())
    (tmp_path / "spool" / "0-half.json").write_bytes(b'{"form": 1, "run_id"')
    (tmp_path / "spool" / ".being-written.json").write_bytes(b"{")
    with pytest.raises(ValueError, match="0-half.bad"):
        ingest(spool, store)
    assert len(store.current_verdicts()) == 3
    assert sorted(path.name for path in (tmp_path / "spool").iterdir()) == [".being-written.json", "0-half.bad"]
