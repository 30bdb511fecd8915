from pathlib import Path

import duckdb
import pytest

from evidence.errors import StoreError
from tests.evidence.store_samples import desk


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_every_view_is_a_file_that_others_read(tmp_path: Path, form: str) -> None:
    """Named after its view, with all rows; a second export takes the place of the first."""
    store = desk(tmp_path).store
    store.export(tmp_path / "out", form)
    written = store.export(tmp_path / "out", form)
    views = store.query("SELECT view_name FROM duckdb_views() WHERE NOT internal AND database_name = 'store'")[1]
    assert {place.name for place in written} == {f"{view}.{form}" for (view,) in views}
    assert {place.name for place in (tmp_path / "out").iterdir()} == {place.name for place in written}
    for view in ("current_verdicts", "verdict_evidence", "runs"):
        columns, rows = store.query(f"SELECT * FROM {view}")
        read = duckdb.sql(f"SELECT * FROM '{tmp_path}/out/{view}.{form}'")
        assert read.columns == columns
        assert len(read.fetchall()) == len(rows)


def test_an_unknown_format_is_told(tmp_path: Path) -> None:
    """With those that are known."""
    with pytest.raises(StoreError, match="parquet, csv"):
        desk(tmp_path).store.export(tmp_path / "out", "xml")
