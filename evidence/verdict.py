"""From the stances of passages to one verdict: each independent source once, sound sources first.

An error is never a verdict: `judge_claim` turns every failure into an `Undecided` that says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.digests import digest
from claims.languages import base_tag
from claims.records import Claim
from evidence.records import EvidenceUse, Label, RankedPassage, Stance, StanceLabel, Undecided, Verdict
from evidence.rules import Thresholds, load_thresholds
from evidence.slots.hedges import lasting
from evidence.stance import Judge, by_person, checked
from evidence.tiers import Power, Tiers, load_tiers
from evidence.wording import rationale_of

STALE = timedelta(days=366)  #: a page so much older than the day that is judged does not know what is "still" so

Uses = Sequence[tuple[RankedPassage, Stance]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What the counted sources of one stance come to."""

    sound: float  #: confidence from sources that may decide
    all: float  #: confidence with those that only add
    groups: int
    uses: tuple[EvidenceUse, ...]  #: the best use of each independent source, best first

    @property
    def only_later(self) -> bool:
        """Whether every one of them was published after the date that is judged."""
        return bool(self.uses) and all(use.after_as_of for use in self.uses)


def judge_claim(
    claim: Claim,
    ranked: Sequence[RankedPassage],
    *,
    judge: Judge,
    as_of: date,
    run_id: str,
    people: Sequence[tuple[RankedPassage, Stance]] = (),
    tiers: Tiers | None = None,
    thresholds: Thresholds | None = None,
) -> Verdict | Undecided:
    """The verdict on a claim, or why there is none; `people` are stances that persons took."""
    try:
        stances = checked(claim, ranked, judge.judge(claim, ranked))
        return reach_verdict(
            claim,
            [*zip(ranked, stances, strict=True), *people],
            as_of=as_of,
            judge=judge.name,
            tiers=tiers or load_tiers(),
            thresholds=thresholds or load_thresholds(),
        )
    except Exception as error:  # noqa: BLE001 - whatever fails, the claim stays undecided and says why
        return undecided(claim, reason_of(error), as_of=as_of, run_id=run_id)


def reason_of(error: BaseException) -> str:
    """One sentence for a failure; a fault of ours is named by its type."""
    text = " ".join(str(error).split())
    return text or type(error).__name__ if _ours(error) else f"{type(error).__name__}: {text}".rstrip(": ")


def _ours(error: BaseException) -> bool:
    """Whether the error was raised on purpose, with a sentence of its own."""
    return type(error).__module__.startswith("evidence")


def undecided(claim: Claim, reason: str, *, as_of: date, run_id: str) -> Undecided:
    """The record of a claim that some part could not judge."""
    return Undecided(id=digest(claim.id, reason, run_id), claim_id=claim.id, reason=reason, as_of=as_of)


def reach_verdict(
    claim: Claim,
    uses: Uses,
    *,
    as_of: date,
    judge: str,
    tiers: Tiers | None = None,
    thresholds: Thresholds | None = None,
) -> Verdict:
    """Weigh the stances, each independent source once, and say which label they bear out."""
    tiers = tiers or load_tiers()
    rules = thresholds or load_thresholds()
    every = tuple(
        EvidenceUse(ranked=ranked, stance=stance, after_as_of=_after(ranked, as_of))
        for ranked, stance in sorted(uses, key=lambda use: (use[0].rank, use[0].passage.id, use[1].judge))
    )
    counted = _of_one_voice(use for use in _people_first(every) if not _is_the_article(claim, use.ranked))
    still = lasting(claim.quote, base_tag(claim.language))
    supports = _side((use for use in counted if not (still and _stale(use, as_of))), StanceLabel.SUPPORTS, tiers, rules)
    refutes = _side(counted, StanceLabel.REFUTES, tiers, rules)
    label, confidence = _decide(supports, refutes, rules)
    return Verdict(
        id=digest(
            claim.id,
            str(label),
            tuple(sorted(f"{use.ranked.passage.id}:{use.stance.label}:{use.stance.judge}" for use in every)),
            judge,
            f"{rules.version}/{tiers.version}",
            as_of.isoformat(),
        ),
        claim_id=claim.id,
        label=label,
        confidence=round(confidence, 4),
        rationale=rationale_of(claim, label, supports.uses, refutes.uses, read=len(every), as_of=as_of),
        as_of=as_of,
        judge=judge,
        rule_version=f"{rules.version}/{tiers.version}",
        evidence=every,
    )


def _decide(supports: Side, refutes: Side, rules: Thresholds) -> tuple[Label, float]:
    """The label and how sure it is."""
    # What was so on the day is not made false by pages that tell what came later.
    if supports.sound >= rules.decisive and refutes.only_later and not supports.only_later:
        return Label.SUPPORTED, supports.all
    if min(supports.sound, refutes.sound) >= rules.conflict:
        return Label.CONFLICTING, min(supports.sound, refutes.sound)
    best, other, label, needed = (
        (supports, refutes, Label.SUPPORTED, rules.decisive)
        if supports.all >= refutes.all
        else (refutes, supports, Label.REFUTED, rules.refuting)
    )
    if best.sound >= needed and other.sound < rules.doubt:
        return label, best.all
    return Label.NOT_ENOUGH_EVIDENCE, max(0.0, 1.0 - max(best.all, other.all))


def _side(uses: Iterable[EvidenceUse], label: StanceLabel, tiers: Tiers, rules: Thresholds) -> Side:
    """What one stance comes to, the best passage standing for each independent source."""
    best: dict[str, tuple[float, Power, EvidenceUse]] = {}
    for use in uses:
        tier = tiers.of(use.ranked.page)
        human = by_person(use.stance)  # a person has seen the source and vouches for the reading
        power = Power.DECIDES if human else tier.power
        if use.stance.label is not label or power is Power.IGNORED:
            continue
        strength = use.stance.probability * (1.0 if human else tier.weight)
        group = _source_of(use)
        if group not in best or (power is Power.DECIDES, strength) > (
            best[group][1] is Power.DECIDES,
            best[group][0],
        ):
            best[group] = (strength, power, use)
    order = sorted(best.values(), key=lambda row: (-row[0], row[2].ranked.rank, row[2].ranked.passage.id))
    sound = _together([row[0] for row in order if row[1] is Power.DECIDES], rules)
    everything = _together([row[0] for row in order], rules)
    return Side(
        sound=sound,
        # Without a sound source the rest come to a doubt at most.
        all=everything if sound else min(rules.doubt, everything),
        groups=len(order),
        uses=tuple(row[2] for row in order),
    )


def _together(strengths: list[float], rules: Thresholds) -> float:
    """The strongest source, raised a little by each further one."""
    sure = 0.0
    for strength in strengths:
        sure = strength if sure == 0.0 else sure + (1.0 - sure) * rules.further_source * strength
    return min(sure, rules.ceiling)


def _people_first(uses: Sequence[EvidenceUse]) -> list[EvidenceUse]:
    """The uses that count: a person's stance takes the machine's place; persons who disagree cancel."""
    spoken: dict[str, set[StanceLabel]] = {}
    for use in uses:
        if by_person(use.stance):
            spoken.setdefault(use.ranked.passage.id, set()).add(use.stance.label)
    kept = []
    for use in uses:
        labels = spoken.get(use.ranked.passage.id)
        if labels is None or (by_person(use.stance) and len(labels) == 1):
            kept.append(use)
    return kept


def _of_one_voice(uses: Iterable[EvidenceUse]) -> list[EvidenceUse]:
    """Every source on one side: a page whose passages point both ways says what the surest of them says.

    A table that gives the opening in one row and the first day of digging in another contradicts nobody.
    """
    kept = list(uses)
    voices: dict[str, Stance] = {}
    for use in kept:
        source = _source_of(use)
        voices[source] = max(voices.get(source, use.stance), use.stance, key=_loudness)
    return [use for use in kept if by_person(use.stance) or use.stance.label is voices[_source_of(use)].label]


def _loudness(stance: Stance) -> tuple[bool, float]:
    """Whether a stance points anywhere, then how surely."""
    return stance.label is not StanceLabel.NEITHER, stance.probability


def _source_of(use: EvidenceUse) -> str:
    """What pages that tell one source again share."""
    return use.ranked.source_group or use.ranked.page.id


def _after(ranked: RankedPassage, as_of: date) -> bool:
    """Whether the page came out after the date that is judged."""
    return ranked.page.published_on is not None and ranked.page.published_on > as_of


def _stale(use: EvidenceUse, as_of: date) -> bool:
    """Whether the page is too old to say what is so to this day; a person who brings it has thought of that."""
    published = use.ranked.page.published_on
    return not by_person(use.stance) and published is not None and published < as_of - STALE


def _is_the_article(claim: Claim, ranked: RankedPassage) -> bool:
    """Whether the page is the article under check, which proves nothing about itself."""
    return claim.article_key in (ranked.page.url, ranked.page.body_sha256)
