"""Settings have one reader, one table, and words for every mistake."""

from pathlib import Path

import pytest

from flows.errors import BadInput
from flows.settings import Settings, load_settings

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_an_option_wins_over_the_environment_and_that_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearer to the person, the stronger."""
    config = tmp_path / "tabayyun.toml"
    config.write_text('judge = "nli:a"\nembedder = "b"\nworkers = 2\n', "utf-8")
    monkeypatch.setenv("TABAYYUN_EMBEDDER", "none")
    monkeypatch.setenv("TABAYYUN_WORKERS", "3")
    settings = load_settings(config, workers=4)
    assert (settings.judge, settings.embedder, settings.workers) == ("nli:a", "none", 4)


def test_lists_in_the_environment_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody should have to write JSON into a unit file."""
    monkeypatch.setenv("TABAYYUN_SOURCES", "wikipedia, wikidata")
    assert load_settings().sources == ("wikipedia", "wikidata")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('judg = "default"', "no setting 'judg'"),
        ("freshness_hours = 'soon'", "'freshness_hours' is 'soon'"),
        ("freshness_hours = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named_with_the_file(tmp_path: Path, text: str, words: str) -> None:
    """What, where, what was expected."""
    config = tmp_path / "desk.toml"
    config.write_text(text, "utf-8")
    with pytest.raises(BadInput, match="desk.toml") as error:
        load_settings(config)
    assert words in str(error.value)


def test_a_settings_file_that_is_not_there_is_said() -> None:
    """--config never falls back in silence."""
    with pytest.raises(BadInput, match="no settings file"):
        load_settings(Path("nowhere.toml"))


def test_every_setting_stands_in_the_documented_table() -> None:
    """One reader, one table."""
    table = DOCS.read_text("utf-8")
    missing = [name for name in Settings.model_fields if f"| `{name}` |" not in table]
    assert not missing
