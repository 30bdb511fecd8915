"""Every query of docs/sql.md is run on a store in which every question has an answer."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from evidence.records import Label, StanceLabel, Verdict
from evidence.store import Store
from tests.evidence.store_samples import (
    AR,
    FETCHED,
    PAGE,
    again,
    article,
    claim,
    desk,
    manual,
    page,
    result,
    run_of,
    undecided,
    use,
    verdict,
)

DOC = Path(__file__).parents[2] / "docs" / "sql.md"


def queries() -> dict[str, str]:
    """Every SQL block by the heading above it."""
    found: dict[str, str] = {}
    heading = ""
    for match in re.finditer(
        r"^#+ (?P<heading>[^\n]+)$|^```sql\n(?P<sql>.*?)^```$", DOC.read_text(), re.MULTILINE | re.DOTALL
    ):
        if match["heading"]:
            heading = match["heading"]
        else:
            found[heading] = match["sql"]
    return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, str]:
    """A desk's store: corrections, outages, people of different minds, changed, late, undated and removed pages."""
    kept = desk(tmp_path_factory.mktemp("sql"))
    store, claims = kept.store, kept.result.claims
    late = page("It cost 40 million pounds in the end.", url="https://late.example/", published_on=date(2026, 12, 1))
    undated = page("Opened in 1950, they say.", url="https://undated.example/", published_on=None)
    changed = page(PAGE + " Corrected.", fetched_at=FETCHED + timedelta(days=2))
    conflicting = verdict(
        claims[2], Label.REFUTED,
        (use(claims[2], kept.result.pages[0], "It cost 31 million pounds.", StanceLabel.REFUTES),
         replace(use(claims[2], late[1], "It cost 40 million pounds", rank=2), after_as_of=True)),
        rule_version="rule-2",
    )  # fmt: skip
    supported = verdict(claims[0], Label.SUPPORTED, (
        use(claims[0], kept.result.pages[0], "The bridge was opened in 1950."),
        use(claims[0], undated[1], "Opened in 1950", rank=2),
    ), rule_version="rule-2")  # fmt: skip
    outcomes: tuple[Verdict, ...] = (supported, verdict(claims[1], Label.NOT_ENOUGH_EVIDENCE), conflicting)
    store.save_article(
        run_of(store).id,
        again(kept.result, outcomes=outcomes, work_digest="w2", pages=(late[1], undated[1], changed[1]),
              snapshots=(late[0], undated[0], changed[0])),
    )  # fmt: skip
    store.save_article(run_of(store).id, again(kept.result, outcomes=(supported, undecided(claims[1]), conflicting)))
    store.decide(claims[2].id, Label.SUPPORTED, by="Mona", reason="the final bill")
    store.decide(claims[2].id, Label.REFUTED, by="علي", reason="the plan")
    store.decide(claims[0].id, Label.SUPPORTED, by="علي", reason="the archive")
    brought = manual(claims[0])
    store.add_evidence(brought)
    store.save_verdict(verdict(claims[0], Label.CONFLICTING, store.load_evidence(claims[0].id)))
    of = article(AR.replace("820", "850"))
    longer = claim(of, "يبلغ طوله 850 مترا")
    left = (claim(of, "افتتح الجسر عام 1950"), longer, claim(of, "قال الوزير سامر حداد إن الكلفة 40 مليونا"))
    found = (supported, verdict(longer, Label.NOT_ENOUGH_EVIDENCE), conflicting)
    store.save_article(run_of(store).id, result(of, left, found, (changed,), work="w4"))
    other = article("مقالة أخرى قديمة.", key="other", source="/desk/2.txt")
    lone = claim(other, "مقالة أخرى قديمة")
    gone = page("Gone soon.", url="https://gone.example/")
    store.save_article(run_of(store).id, result(
        other, (lone,), (verdict(lone, Label.SUPPORTED, (use(lone, gone[1], "Gone soon."),)),), (gone,)
    ))  # fmt: skip
    store.remove_page("https://gone.example/", by="Desk", reason="asked")
    store.save_verdict(undecided(lone, "judge_failed: no answer"))
    return store, claims[0].id


def test_there_are_twenty_questions_and_more() -> None:
    """Those of a desk, and each with one query."""
    numbered = [heading for heading in queries() if re.match(r"\d+\. ", heading)]
    assert [int(heading.split(".")[0]) for heading in numbered] == list(range(1, len(numbered) + 1))
    assert len(numbered) >= 20


@pytest.mark.parametrize("question", queries())
def test_every_question_has_an_answer(asked: tuple[Store, str], question: str) -> None:
    """The query runs as it stands in the document, and finds what was put there for it."""
    store, claim_id = asked
    columns, rows = store.query(queries()[question].replace("CLAIM", claim_id[:8]))
    assert rows, question
    assert len(set(columns)) == len(columns)


ANSWERS = [
    ("3.", "SELECT count(*) FROM ({}) WHERE claim_text LIKE '%قديمة%'", 1),
    ("4.", "SELECT count(*) FROM ({}) WHERE url LIKE '%Bridge'", 2),
    ("8.", "SELECT count(*) FROM (SELECT * FROM ({}) LIMIT 1) WHERE claim_text LIKE '%850%'", 1),
    ("10.", "SELECT count(DISTINCT url) FROM ({})", 1),
    ("11.", "SELECT count(*) FROM ({}) WHERE published_on = '2026-12-01'", 1),
    ("12.", "SELECT count(*) FROM ({}) WHERE decided_by = 'Mona' AND machine_label = 'refuted'", 1),
    ("13.", "SELECT sum(cases)::INT FROM ({})", 2),
    ("16.", "SELECT count(*) FROM ({}) WHERE site = 'down.example' AND why = 'timeout'", 1),
    ("18.", "SELECT count(*) FROM ({}) WHERE added_by = 'Mona'", 1),
    ("21.", "SELECT claims_gone FROM ({})", 1),
    ("23.", "SELECT count(*) FROM ({}) WHERE len(said) = 2", 1),
    ("24.", "SELECT len(claims) FROM ({})", 1),
]


@pytest.mark.parametrize(("number", "wrapped", "expected"), ANSWERS)
def test_answers_are_the_right_ones(asked: tuple[Store, str], number: str, wrapped: str, expected: int) -> None:
    """Counted on a store whose every row is known."""
    store, claim_id = asked
    sql = next(sql for heading, sql in queries().items() if heading.startswith(number))
    sql = sql.replace("CLAIM", claim_id[:8]).strip().rstrip(";")
    assert store.query(wrapped.format(sql))[1] == [(expected,)]


@pytest.mark.parametrize(
    ("asked_for", "said"),
    [("السيارات", "وسيارة"), ("بالوزارة", "الوزارات"), ("٨٢٠ متراً", "820 متر"), ("على", "علي"), ("Brücke", "BRUCKE")],
)
def test_a_word_is_found_in_its_other_forms(asked: tuple[Store, str], asked_for: str, said: str) -> None:
    """Case, vowel signs, digits, articles and endings make no other word."""
    store, _ = asked
    folded = "SELECT list_sort(claim_words(?))"
    assert store.query(folded, [asked_for])[1] == store.query(folded, [said])[1]


def test_claims_that_share_next_to_nothing_are_not_called_similar(asked: tuple[Store, str]) -> None:
    """One common word in ten is chance; a claim asked for in its own words comes first and whole."""
    store, _ = asked
    alike = "SELECT likeness, claim_text FROM similar_claims(?)"
    assert store.query(alike, ["انتخبت البلدية مجلسا جديدا في الخريف عند الجسر"])[1] == []
    own = store.query(alike, ["[الجسر] يبلغ طوله 850 مترا"])[1]
    assert own[0] == (1.0, "[الجسر] يبلغ طوله 850 مترا")


def test_every_claim_has_its_words_whatever_way_it_came(asked: tuple[Store, str]) -> None:
    """What has no words cannot be found again."""
    store, _ = asked
    lacking = "SELECT count(*) FROM claim_occurrence ANTI JOIN claim_wording USING (occurrence_id)"
    assert store.query(lacking)[1] == [(0,)]
    assert store.query("SELECT count(*), count(DISTINCT occurrence_id) FROM claim_wording")[1][0][0] > 0
    twice = "SELECT count(*) FROM (SELECT occurrence_id FROM claim_wording GROUP BY ALL HAVING count(*) > 1)"
    assert store.query(twice)[1] == [(0,)]
