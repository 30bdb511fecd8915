"""Which sources are asked for names in other languages, by setting."""

from pathlib import Path

import pytest

from flows.errors import BadInput
from flows.sources import make_namings
from flows.wiring import Parts
from tests.flows.in_process import desk_settings


def names(folder: Path, **given: object) -> list[str]:
    return [naming.name for naming in make_namings(desk_settings(folder, **given))]


def test_sources_that_know_names_are_asked_for_them_wikis_first(tmp_path: Path) -> None:
    """Language links are pages themselves; labels are asked for what they leave open."""
    assert names(tmp_path, sources=["wikidata", "wikipedia"]) == ["wikipedia", "wikidata"]
    assert names(tmp_path, sources=["search_api"], search_api="http://s.example/") == []


def test_a_setting_adds_names_without_searching_there(tmp_path: Path) -> None:
    """So that a search API profits from labels."""
    settings = desk_settings(
        tmp_path, sources=["search_api"], search_api="http://s.example/", name_sources=["wikidata"]
    )
    parts = Parts(settings)
    assert [naming.name for naming in parts.namings] == ["wikidata"]
    assert [source.name for source in parts.sources] == ["search"]


def test_what_knows_no_names_is_said_before_any_work(tmp_path: Path) -> None:
    """One sentence with the setting and what is known."""
    parts = Parts(desk_settings(tmp_path, sources=["gdelt"], name_sources=["gdelt"]))
    with pytest.raises(BadInput, match=r"'gdelt' knows no names .*'name_sources'.*wikipedia, wikidata"):
        parts.require_reference()
