"""Claim and passage -> every reading of its sentences."""

from dataclasses import dataclass, replace
from datetime import date

from claims.records import Claim, Precision, TimeExpression
from claims.sentences import split_sentences
from evidence.records import RankedPassage
from evidence.slots.facts import Facts, facts_of
from evidence.slots.features import Around, Reading, read
from evidence.slots.words import Lens, words_of_text


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence of a passage, read for a claim."""

    start: int  #: in the passage
    end: int
    reading: Reading


def claim_facts(claim: Claim) -> Facts:
    """The claim taken apart; times counted from the article's date are those that the splitter resolved."""
    facts = facts_of(claim.text, claim.language, None)
    resolved = []
    for time in claim.times:
        at = facts.text.find(time.text)
        # "in the last weeks of 1999": the year says more than the weeks counted from today
        if time.relative and facts.times:
            continue
        if at >= 0 and not any(one.start < at + len(time.text) and at < one.end for one in facts.times):
            resolved.append(replace(time, start=at, end=at + len(time.text)))
    return replace(facts, times=(*facts.times, *resolved))


def read_passage(claim: Facts, item: RankedPassage, lens: Lens) -> list[Read]:
    """A reading of each sentence of the passage."""
    passage = item.passage
    return read_text(
        claim, passage.text, passage.language, lens, above=lines_above(item), published_on=item.page.published_on
    )


def lines_above(item: RankedPassage) -> str:
    """What stands over a passage: the title of its page and its heading, a line each, nothing twice."""
    return "\n".join(dict.fromkeys(part for part in (item.page.title, item.passage.heading) if part))


def read_text(
    claim: Facts, text: str, language: str, lens: Lens, *, above: str = "", published_on: date | None = None
) -> list[Read]:
    """A reading of each sentence of a text that stands under the lines `above` it."""
    spans = [(span.start, span.end) for span in split_sentences(text, language)] or [(0, len(text))]
    above_facts = facts_of(above, language, published_on)
    around = Around(
        words=(*above_facts.words, *words_of_text(text, language)),
        times=(*above_facts.times, *facts_of(text, language, published_on).times, *_page_date(published_on)),
    )
    return [
        Read(start, end, read(claim, facts_of(text[start:end], language, published_on), around, lens))
        for start, end in spans
    ]


def _page_date(published_on: date | None) -> tuple[TimeExpression, ...]:
    """The day a page came out, as a time that stands beside its sentences."""
    if published_on is None:
        return ()
    return (
        TimeExpression(
            text=published_on.isoformat(), start=0, end=0, first=published_on, last=published_on,
            precision=Precision.DAY, relative=False,
        ),
    )  # fmt: skip
