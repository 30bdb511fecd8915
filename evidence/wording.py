"""The rationale of a verdict: one sentence in the article's language and in English, naming the passages."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from claims.records import Claim
from evidence.records import EvidenceUse, Label

LONGEST_QUOTE = 160
BETWEEN_LANGUAGES = " / "  #: the article's language stands before it, English after


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, str]]:
    """The sentences of every language."""
    return dict(tomllib.loads(files("evidence").joinpath("wording.toml").read_text("utf-8")))


def languages_of(claim: Claim) -> tuple[str, ...]:
    """The article's language where we have words for it, and English."""
    own = claim.language.split("-")[0]
    return (own, "en") if own in _all() and own != "en" else ("en",)


def rationale_of(
    claim: Claim,
    label: Label,
    supports: Sequence[EvidenceUse],
    refutes: Sequence[EvidenceUse],
    *,
    read: int,
    as_of: date,
) -> str:
    """Why the verdict is what it is."""
    sentences = [_in(language, label, supports, refutes, read=read, as_of=as_of) for language in languages_of(claim)]
    return BETWEEN_LANGUAGES.join(sentences)


def _in(
    language: str,
    label: Label,
    supports: Sequence[EvidenceUse],
    refutes: Sequence[EvidenceUse],
    *,
    read: int,
    as_of: date,
) -> str:
    """The rationale in one language."""
    words = _all()[language]
    if read == 0:
        return words["nothing_read"]
    main, other = (refutes, supports) if label is Label.REFUTED else (supports, refutes)
    said = words[str(label)].format(
        names=_names(main),
        others=_names(other),
        reason=_reason(main, words, language),
        counter=_reason(other, words, language),
        read=read,
    )
    if label is Label.NOT_ENOUGH_EVIDENCE and (main or other):
        said += " " + _leaning(supports, refutes, words, language)
    late = [use for use in main if use.after_as_of]
    if label is not Label.NOT_ENOUGH_EVIDENCE and late:
        said += " " + words["later"].format(date=as_of.isoformat(), late=_names(late))
    since = [use for use in other if use.after_as_of]
    if label is Label.SUPPORTED and since:
        said += " " + words["since"].format(late=_names(since))
    return said


def _leaning(
    supports: Sequence[EvidenceUse], refutes: Sequence[EvidenceUse], words: dict[str, str], language: str
) -> str:
    """Which passage comes nearest to settling a claim that is left open, and which way it points."""
    sure = [max((use.stance.probability for use in uses), default=0.0) for uses in (supports, refutes)]
    side, name = (refutes, "leaning_against") if sure[1] > sure[0] else (supports, "leaning_for")
    return words[name].format(names=_names(side[:1]), reason=_reason(side, words, language))


def _names(uses: Sequence[EvidenceUse]) -> str:
    """Publisher, or title or address, of each source, with its date."""
    names = []
    for use in uses[:3]:
        page = use.ranked.page
        name = page.publisher or page.title or page.url
        names.append(f"{name} ({page.published_on})" if page.published_on else name)
    return ", ".join(dict.fromkeys(names))


def _reason(uses: Sequence[EvidenceUse], words: dict[str, str], language: str) -> str:
    """What the best passage says, and what the judge made of it."""
    if not uses:
        return ""
    text = " ".join(uses[0].ranked.passage.text.split())
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE - 1].rstrip() + "…"
    quoted = words["quoted"].format(text=text)
    parts = uses[0].stance.reason.split(BETWEEN_LANGUAGES)
    why = parts[-1] if language == "en" else parts[0]
    return f"{quoted} – {why}" if why else quoted
