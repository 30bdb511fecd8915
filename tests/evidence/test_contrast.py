"""Change one thing in a claim and the verdict flips or abstains; take the fact out and it abstains."""

from collections import Counter

import pytest

from benchmarks.verdicts.contrast import contrasts, said_of


@pytest.fixture(scope="module")
def results():
    from evidence.judges import load_judge

    judge = load_judge("default")
    chosen = [one for one in contrasts() if one.group.split("-")[1] == "0" and one.page_language in {"ar", "en"}]
    return [(one, said_of(one, judge)) for one in chosen]


def test_a_changed_claim_is_hardly_ever_still_supported(results) -> None:
    """Of claims supported to begin with, at most one changed in twenty stays so."""
    supported = {one.group for one, said in results if one.change == "none" and said == "supported"}
    kinds = {"number", "date", "place", "person", "denied", "unit"}
    changed = [said for one, said in results if one.group in supported and one.change in kinds]
    assert len(changed) >= 20
    assert Counter(changed)["supported"] <= len(changed) * 0.05


def test_a_fact_taken_out_is_neither_borne_out_nor_contradicted(results) -> None:
    """A page that does not mention the number says nothing of it."""
    gone = [said for one, said in results if one.change == "gone"]
    assert Counter(gone)["supported"] + Counter(gone)["refuted"] <= len(gone) * 0.05


def test_nothing_supported_becomes_refuted_by_other_words(results) -> None:
    """A paraphrase may be abstained on, never called false."""
    assert not [one for one, said in results if one.change in {"none", "other words"} and said == "refuted"]
