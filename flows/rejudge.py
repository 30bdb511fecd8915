"""Stored evidence judged again: ranked as a check ranks it, judged only where something differs."""

from dataclasses import dataclass
from datetime import UTC, datetime

from claims.digests import digest
from evidence.records import Undecided, Verdict
from evidence.store.evidence_for import people_on
from evidence.store.standing import StandingArticle, StandingClaim, note_rejudged
from evidence.verdict import judge_claim, reason_of, undecided
from flows import steps
from flows.wiring import Options, Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A verdict whose label changed, and why."""

    claim_id: str
    claim_text: str
    article_title: str
    before: str  #: a label, "undecided" where there was no verdict
    after: str
    why: str
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejudged:
    """What judging an article's claims again came to."""

    claims: int
    judged: int
    undecided: int
    moved: tuple[Moved, ...]


def rejudging_digest(standing: StandingArticle, parts: Parts) -> str:
    """A digest of everything that decides what judging again comes to."""
    return digest(
        "rejudge",
        standing.article.id,
        *sorted(page.text_sha256 for page in standing.pages),
        *(manual.id for each in standing.claims for manual in each.manual),
        _work(standing, parts),
    )


def as_checked(standing: StandingArticle, parts: Parts) -> bool:
    """Whether the check itself was made of all that there is now: no newer page, no evidence by people."""
    if standing.newer or any(each.manual for each in standing.claims):
        return False
    return not standing.claims or standing.work_digest == _work(standing, parts)


def _work(standing: StandingArticle, parts: Parts) -> str:
    """What a check of this article for the date of its standing verdicts would be called."""
    day = next((each.as_of for each in standing.claims if each.as_of is not None), None)
    return Parts(parts.settings, Options(as_of=day)).work_digest(standing.article)


def rejudge(standing: StandingArticle, parts: Parts, *, only_changed: bool, why: str) -> Rejudged:
    """Judge the claims of an article on its newest pages and keep what came out.

    With `only_changed`, a claim whose best passages are those of its verdict is left as it stands.
    """
    passages = steps.usable_passages(standing.article, standing.pages)
    outcomes: list[tuple[StandingClaim, Verdict | Undecided]] = []
    for each in standing.claims:
        as_of = each.as_of or standing.article.published_on or datetime.now(UTC).date()
        try:
            ranked = steps.rank(each.claim, passages, parts)
        except Exception as error:  # noqa: BLE001  (whatever fails, an error is never a verdict)
            failed = undecided(each.claim, f"ranking failed: {reason_of(error)}", as_of=as_of, run_id=parts.run_id)
            outcomes.append((each, failed))
            continue
        if only_changed and each.label and tuple(one.passage.id for one in ranked) == each.passages:
            continue
        outcome = judge_claim(
            each.claim,
            ranked,
            judge=parts.judge,
            as_of=as_of,
            run_id=parts.run_id,
            people=people_on(each.manual, ranked, as_of=each.as_of),
            tiers=parts.tiers,
            thresholds=parts.thresholds,
        )
        outcomes.append((each, outcome))
    parts.store.save_verdicts([outcome for _, outcome in outcomes], run_id=parts.run_id)
    moved = tuple(
        _moved(standing, each, outcome, why) for each, outcome in outcomes if _label(outcome) not in ("", each.label)
    )
    failed_count = sum(isinstance(outcome, Undecided) for _, outcome in outcomes)
    if not failed_count:  # a failure is tried again next time, so this work is not done
        note_rejudged(
            parts.store,
            standing.article.key,
            rejudging_digest(standing, parts),
            run_id=parts.run_id,
            claims=len(standing.claims),
            judged=len(outcomes),
            moved=len(moved),
        )
    return Rejudged(claims=len(standing.claims), judged=len(outcomes), undecided=failed_count, moved=moved)


def _label(outcome: Verdict | Undecided) -> str:
    return outcome.label.value if isinstance(outcome, Verdict) else ""


def _moved(standing: StandingArticle, each: StandingClaim, outcome: Verdict | Undecided, why: str) -> Moved:
    assert isinstance(outcome, Verdict)
    by_page = {page.id: page.url for page in standing.pages}
    changed = sorted({by_page[page_id] for page_id in standing.newer if page_id in by_page})
    return Moved(
        claim_id=each.claim.id,
        claim_text=each.claim.text,
        article_title=standing.article.title,
        before=each.label or "undecided",
        after=outcome.label.value,
        why=f"{why}: {', '.join(changed)}" if changed else why,
        rationale=outcome.rationale,
    )
