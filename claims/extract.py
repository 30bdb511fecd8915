"""Article -> claims, in text order: sentences, who says what, clauses, facts that names carry, slots."""

from dataclasses import replace
from datetime import date

from claims.checkworthy import DROPPED, NOTHING, check_worthiness
from claims.clause_base import Spans
from claims.dates import needs_published
from claims.draft import Draft
from claims.draft_spans import sound
from claims.drafts import drafts_of
from claims.errors import DateNeeded
from claims.foretold import comes_to_pass, was_done
from claims.interviews import answering, answers_of, opens_interview
from claims.meant.labels import teller
from claims.meant.records import Fill
from claims.meant.resolver import Resolver
from claims.meant.tellers import with_full_names, with_tellers
from claims.names import find_names
from claims.records import (
    Article,
    BlockKind,
    CheckWorthiness,
    Claim,
    ClaimKind,
    Modality,
    Polarity,
    Sentence,
    Span,
    TimeExpression,
    Worthiness,
    claim_id_of,
)
from claims.segmenter import Seen, load_segmenter
from claims.self_told import without_own_word
from claims.sentences import article_sentences
from claims.slots import Slots
from claims.standing import Context, filled
from claims.traditional import is_traditional, restored, simplified
from claims.wording import modality_of, polarity_of
from claims.worth_model import learnt_worth

SPLITTER = "choice-8"
#: The languages that the segmenter was taught; elsewhere the rules are alone.
TAUGHT = frozenset({"ar", "de", "en", "es", "fa", "fr", "ru", "tr", "zh"})
_OPENERS, _CLOSERS = "“«„「", "”»」"


def extract_claims(article: Article, *, learnt: bool = True, meant: bool = True) -> list[Claim]:
    """The claims of an article, each proven by its spans; ids stay when other sentences change.

    In the languages of `TAUGHT` what rules and the segmenter read is weighed; without `learnt` the rules are alone.
    Without `meant` what pronouns and bare descriptions mean is left open.
    """
    if article.language == "zh" and is_traditional(article.text):
        read = simplified(article)
        return restored(_claims_of(read, learnt=learnt, meant=meant), read, article)
    return _claims_of(article, learnt=learnt, meant=meant)


def _claims_of(article: Article, *, learnt: bool, meant: bool) -> list[Claim]:
    """The claims of an article whose characters the word lists know."""
    context = Context(language=article.language)
    resolver = Resolver(article)
    seen: dict[tuple[str, ClaimKind], int] = {}
    made: list[Claim] = []
    sentences = list(article_sentences(article))
    read = read_ahead(article, sentences) if learnt or meant else {}
    context.found = read if learnt else {}
    answers = answers_of(article)
    for sentence in sentences:
        if sentence.block is BlockKind.HEADLINE:
            resolver.hear(sentence, [])
        if sentence.block is not BlockKind.BODY:
            continue
        if article.published_on is None and needs_published(sentence.text, article.language):
            raise DateNeeded(
                f"{article.source} dates something only relative to its own day of publication («{_shortened(sentence.text)}»), "  # noqa: E501
                "and that day is unknown. Give it with --published DATE."
            )
        slots = Slots(article, sentence)
        context.parsed = False
        context.turn += 1
        block = article.text.count("\n", 0, sentence.start)
        if block != context.block:
            context.block, context.opened = block, context.turn
        context.answering = answering(answers, sentence.start)
        drafts = _drafts(sentence, context)
        resolver.hear(sentence, drafts, read.get(sentence.text) if meant else None)
        drafts = with_tellers(drafts, sentence, resolver.meant, context)
        drafts = with_full_names(drafts, sentence, resolver.surnames, context)
        for at, draft in enumerate(drafts):
            draft = without_own_word(resolver.with_speaker(draft, sentence, context), sentence)  # noqa: PLW2901
            if draft.fill:
                draft = replace(draft, fill=teller(draft, resolver.entities.all))  # noqa: PLW2901 -- the same draft, said more fully
            claim = _claim(article, sentence, draft, slots, resolver.fills(at, draft, sentence), seen)
            if claim is not None:
                made.append(claim)
        if not context.parsed:
            context.note(sentence.text)
        _note_quotes(sentence.text, context)
    return made


def read_ahead(article: Article, sentences: list[Sentence]) -> dict[str, Seen | None]:
    """What the segmenter finds in the body, in a language that it was taught."""
    if article.language not in TAUGHT:
        return {}
    return load_segmenter().read_all(one.text for one in sentences if one.block is BlockKind.BODY)


def _drafts(sentence: Sentence, context: Context) -> list[Draft]:
    """What a sentence asserts, each quote once; of "two questions to the coach, Sami Haddad:" only who he is."""
    drafts = _unique(_sound(drafts_of(sentence, context), len(sentence.text)))
    opens = opens_interview(sentence.text, sentence.language)
    return [draft for draft in drafts if draft.spans[0][0] > 0] if opens else drafts


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _note_quotes(text: str, context: Context) -> None:
    """Whether a quotation stays open at the sentence's end."""
    opened = sum(text.count(mark) for mark in _OPENERS)
    closed = sum(text.count(mark) for mark in _CLOSERS)
    if "„" in text:
        closed += text.count("“")
        opened -= text.count("“")
    if opened > closed:
        context.open_quote = True
    elif closed > opened:
        context.open_quote = False


def _sound(drafts: list[Draft], length: int) -> list[Draft]:
    """Drafts with sound spans; those without any are left out."""
    made = [replace(draft, spans=sound(draft.spans, length)) for draft in drafts]
    return [draft for draft in made if draft.spans]


def _unique(drafts: list[Draft]) -> list[Draft]:
    """Each quote and kind once, in text order."""
    kept: dict[tuple[Spans, ClaimKind], Draft] = {}
    for draft in drafts:
        kept.setdefault((draft.spans, draft.kind), draft)
    return sorted(kept.values(), key=_in_text_order)


def _in_text_order(draft: Draft) -> tuple[int, bool, int, int]:
    """That it was said before what was said; then by the words that each claim adds."""
    return draft.spans[0][0], draft.kind is ClaimKind.CONTENT, draft.spans[-1][0], -draft.spans[-1][1]


def _claim(
    article: Article,
    sentence: Sentence,
    draft: Draft,
    slots: Slots,
    fills: list[Fill],
    seen: dict[tuple[str, ClaimKind], int],
) -> Claim | None:
    """The finished claim; None where it would assert nothing."""
    pieces = [sentence.text[a:b] for a, b in draft.spans]
    joined = ("" if article.language == "zh" else " ").join(pieces)
    language = article.language
    worth = _worth(draft, joined, language)
    if worth is None:
        return None
    start, end = sentence.start + draft.spans[0][0], sentence.start + max(b for _, b in draft.spans)
    quote = article.text[start:end]
    key = (" ".join(quote.split()), draft.kind)
    if draft.role and key in seen:
        return None  # "Minister X" a second time claims nothing new
    identity = seen.get(key, 0) + 1
    seen[key] = identity
    speech = draft.kind is ClaimKind.SPEECH
    told = draft.core or joined
    for name in find_names(told, language) if language in {"ar", "es", "fa"} else ():
        alone = len(draft.spans) > 1 and name.text == pieces[0]
        if language != "es" or " " in name.text or name.start or alone:
            told = told.replace(name.text, " ")  # a name may be spelt like a verb of the future: سناء, Rentería
    read = filled(article, sentence, draft, fills)
    if draft.fill and draft.fill not in read:
        read = f"[{draft.fill}] {read}"
    modality = Modality.ASSERTED if speech else draft.modality or modality_of(told, language)
    if draft.modality is Modality.PREDICTED and modality_of(told, language) is Modality.CONDITIONAL:
        modality = Modality.CONDITIONAL  # "توقع أن يرتفع السعر إذا"
    spans = tuple(Span(start=sentence.start + a, end=sentence.start + b) for a, b in draft.spans)
    times = slots.times(spans)
    published = article.published_on
    ahead = [one.text for one in times if published is not None and _lies_ahead(one, published, language)]
    foretold = (draft.ahead and not was_done(told, language)) or comes_to_pass(told, language, ahead)
    if not speech and modality is Modality.ASSERTED and foretold:
        modality = Modality.PREDICTED
    return Claim(
        id=claim_id_of(article.key, quote, identity, draft.kind), article_id=article.id, article_key=article.key, kind=draft.kind, occurrence=identity,  # noqa: E501
        language=language, quote=quote, quote_start=start, quote_end=end, quote_spans=spans, sentence_start=sentence.start, sentence_end=sentence.end,  # noqa: E501
        text=read, attribution=draft.attribution, polarity=Polarity.AFFIRMED if speech else polarity_of(draft.core or joined, language),  # noqa: E501
        modality=modality, worthiness=worth,
        quantities=slots.quantities(spans), times=times, names=slots.names(spans), splitter=SPLITTER,
    )  # fmt: skip


def _lies_ahead(time: TimeExpression, published: date, language: str) -> bool:
    """Whether a time is to come; in Persian also one that runs from now on: "تا پایان تابستان"."""
    runs = language == "fa" and time.first == published and time.last > published
    return time.first > published or runs


def _worth(draft: Draft, joined: str, language: str) -> CheckWorthiness | None:
    """Whether it is worth checking, by the editor where he weighed it, else by its words; None for no claim."""
    worth = check_worthiness(joined, language, attributed=draft.attribution is not None)
    if draft.kind is ClaimKind.SPEECH:
        return replace(
            worth,
            category=Worthiness.FACTUAL if worth.category in DROPPED else worth.category,
            score=max(worth.score, 0.3),
            reason=f"that it was said; {worth.reason}",
        )
    few_will_do = draft.role or (draft.plain and language == "ar")  # names and verbs stand out less in Arabic
    if worth.category in (NOTHING if draft.weighed else DROPPED) or (not few_will_do and worth.score < 0.12):
        return None
    if worth.category in DROPPED:
        if draft.modality is None and modality_of(draft.core or joined, language) is Modality.OPINION:
            return None  # "must be open to all": kind and mood agree, and readers found none of those sound
        worth = replace(worth, category=Worthiness.FACTUAL, reason=f"read as checkable in spite of {worth.reason}")
    learnt = learnt_worth(joined, language)
    return worth if learnt is None else replace(worth, score=learnt)  # the model only sorts
