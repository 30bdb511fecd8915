"""The sentences of an article in order -> the claims' texts with what their open references mean in brackets."""

from dataclasses import replace

from claims.draft import Draft
from claims.folding import folded
from claims.meant.arabic import Arabic
from claims.meant.dropped import opens_with_verb
from claims.meant.english import read_english
from claims.meant.entities import Entities
from claims.meant.entity import Entity, said_shortly
from claims.meant.han import read_han
from claims.meant.hearing import all_capitals, in_order, of_itself, quoted, things, without_opening
from claims.meant.labels import says_little
from claims.meant.plain import read_plain
from claims.meant.records import ACTORS, Fill, Kind, Mention, Part, Read, Reference
from claims.meant.tellers import speaks, spoken_otherwise
from claims.meant.words import FIRST, OPEN, OURS, pronouns_of
from claims.records import Article, Attribution, BlockKind, ClaimKind, Sentence
from claims.segmenter import Seen
from claims.standing import Context
from claims.tokens import tokens_of

#: languages whose sentences are read by their tokens alone
_BY_TOKENS = frozenset({"fr", "es", "de", "ru", "tr", "fa"})


class Resolver:
    """Follows one article and says what each claim's pronouns, dropped subjects and bare descriptions mean."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.entities = Entities(article.language)
        self.turn = 0
        self.heard = 0  #: where the last sentence ended
        self.meant: dict[Reference, tuple[Entity | None, list[Entity] | None]] = {}
        self.read = Read()
        self.drops: dict[int, Reference] = {}
        self.firsts: list[tuple[int, int]] = []  #: where the sentence says "we" or "I"
        self.surnames: list[tuple[Mention, Entity]] = []  #: persons that the sentence names shortly
        self.speaking: Entity | None = None  #: whoever spoke last

    def hear(self, sentence: Sentence, drafts: list[Draft], seen: Seen | None = None) -> None:
        """Reads one sentence: what it mentions, and what its references mean, where the segmenter has `seen` it."""
        self.turn += 1
        if seen is not None:
            self.entities.vectors.hear(sentence.start, seen)
        if "\n" in self.article.text[self.heard : sentence.start]:
            self.entities.block += 1
        self.heard = sentence.end
        self.meant, self.surnames = {}, []
        self.read, self.drops = self._read(sentence, drafts)
        self.read.mentions = things(self.read.mentions, sentence)
        joined = {
            id(mention): other for one, other in self.read.same for mention, other in ((one, other), (other, one))
        }
        entered: dict[int, Entity] = {}
        taken: dict[int, Entity] = {}
        for one in in_order(self.read, self.drops.values()):
            if isinstance(one, Reference):
                if quoted(one):
                    self._hear_speaker(sentence, drafts, entered)
                own = of_itself(one, self.read, taken, entered)
                entity, _ = self.meant[one] = own or self.entities.meant(one, self.turn, self.speaking)
                if entity is not None:
                    taken[one.end] = entity
                    entity.recall(one, self.turn, self.entities.block)
                continue
            if one.end in taken and not (one.named or one.full):
                continue
            entered[id(one)] = entity = self._enter(one, sentence)
            self._join(joined.get(id(one)), entity, entered)
        self._hear_speaker(sentence, drafts, entered)
        self.surnames = [
            (one, entered[id(one)])
            for one in self.read.mentions
            if one.named and id(one) in entered and said_shortly(one, entered[id(one)])
        ]

    def _join(self, other: Mention | None, entity: Entity, entered: dict[int, Entity]) -> None:
        """Makes what another mention of the same thing brought up one with an entity."""
        if other is None or id(other) not in entered:
            return
        first = entered[id(other)]
        self.entities.join(first, entity)
        entered |= {key: first for key, value in entered.items() if value is entity}

    def _hear_speaker(self, sentence: Sentence, drafts: list[Draft], entered: dict[int, Entity]) -> None:
        """Notes who speaks in a sentence, where it says so; else whoever spoke last goes on."""
        spans = [d.attribution.speaker_span for d in drafts if d.attribution and d.kind is ClaimKind.SPEECH]
        first = {sentence.start + start for start, _ in self.firsts if sentence.language == "en"}
        spans = [one for one in spans if sentence.start <= one.start < one.end and one.start not in first]
        if not spans:
            return
        within = [(one.start, one.end) for one in spans]
        heard = [
            entity
            for one in self.read.mentions
            for a, b in within
            if a <= one.start < b and (entity := entered.get(id(one))) is not None
        ]
        meant = [
            entity
            for one, (entity, _) in self.meant.items()
            for a, b in within
            if one.start == a and one.end == b and entity is not None
        ]
        named = [one for one in heard if one.named]
        self.speaking = next(iter([*named, *meant, *heard]), None)

    def _enter(self, mention: Mention, sentence: Sentence) -> Entity:
        if sentence.block is BlockKind.HEADLINE:
            return self.entities.enter(mention.in_title(), self.turn)
        entity = self.entities.enter(mention, self.turn)
        clause = next((label for one, label in self.read.labels if one is mention), None)
        if clause is not None and not any(label.telling for label in entity.labels):
            entity.tell(clause)
        return entity

    def _read(self, sentence: Sentence, drafts: list[Draft]) -> tuple[Read, dict[int, Reference]]:
        """The sentence by the reader of its language, and the dropped subjects of its drafts."""
        drops: dict[int, Reference] = {}
        if sentence.language == "ar":
            reader = Arabic(sentence, self.entities.surnames(), self.entities.parts("ar"))
            self.firsts = reader.firsts()
            for at, draft in enumerate(drafts):
                if not draft.fill and draft.kind is ClaimKind.CONTENT and not draft.role and len(draft.spans) == 1:
                    found = reader.dropped(*draft.spans[0], surely=draft.subjectless)
                    if found is not None:
                        drops[at] = found
            read = reader.all()
            read.references += reader.crossed()
            return read, drops
        first = FIRST.get(sentence.language, frozenset())
        self.firsts = [(one.start, one.end) for one in tokens_of(sentence.text, sentence.language) if one.text in first]
        for at, draft in enumerate(drafts):
            left_out = draft.subjectless or (
                draft.kind is ClaimKind.CONTENT
                and not draft.role
                and len(draft.spans) == 1
                and opens_with_verb(sentence, draft.spans[0])
            )
            if (
                left_out
                and not draft.fill
                and (sentence.language not in {"tr", "fa"} or draft.kind is ClaimKind.SPEECH)
            ):
                start = sentence.start + draft.spans[0][0]
                drops[at] = Reference(start=start, end=start, part=Part.SUBJECT, kinds=ACTORS, dropped=True)
        if sentence.language == "zh":
            return read_han(sentence), drops
        parsed = read_english(sentence) if sentence.language == "en" else None
        read = parsed or read_plain(sentence, self.entities.surnames(), self.entities.nouns())
        if sentence.block is BlockKind.HEADLINE and all_capitals(sentence.text):
            read.mentions = [one for one in read.mentions if not one.named]  # nothing tells a name there
        elif sentence.block is BlockKind.HEADLINE and sentence.language == "en":
            read.mentions = without_opening(read.mentions, sentence, self.article.text)
        return read, drops

    def with_speaker(self, draft: Draft, sentence: Sentence, context: Context) -> Draft:
        """The draft with the person that a pronoun as its speaker means, where that is clear."""
        said = draft.attribution
        if said is None or self.article.language not in _BY_TOKENS or said.speaker_span.end <= sentence.start:
            return draft
        told = self.article.text[said.speaker_span.start : said.speaker_span.end]
        if len(told.split()) != 1 or folded(told) not in pronouns_of(self.article.language):
            return draft
        entity = next((one for key, (one, _) in self.meant.items() if key.start == said.speaker_span.start), None)
        label = entity.label(short=True) if entity is not None and entity.kind in {Kind.PERSON, Kind.UNKNOWN} else None
        if label is None or not label.named or label.text in said.speaker:
            return draft
        if context.speaker == said.speaker:
            context.speaker = label.text
        return replace(draft, attribution=replace(said, speaker=label.text))

    def fills(self, at: int, draft: Draft, sentence: Sentence) -> list[Fill]:  # noqa: C901, PLR0912
        """What goes into a claim's text, in order: what is meant where it is clear, a mark where it is open."""
        spans = [(sentence.start + a, sentence.start + b) for a, b in draft.spans]
        shown: list[Entity] = []
        short = [entity for one, entity in self.surnames if any(a <= one.start and one.end <= b for a, b in spans)]
        made = self._full_names(spans)
        drop = self.drops.get(at)
        others = [one for key, one in self.drops.items() if key != at and one != drop]
        references = sorted(
            (one for one in self.meant if one not in others), key=lambda one: (one.start, not one.dropped)
        )
        for one in references:
            if one is not drop and not any(a <= one.start and one.end <= b for a, b in spans):
                continue
            entity, rivals = self.meant[one]
            if one.near and any(a < one.start - 1 for a, _ in spans):
                continue  # what it takes up stands before it in the claim
            if entity is not None and spoken_otherwise(self.article, one, entity, draft):
                entity, rivals = None, []
            if entity is None:
                inside = any(
                    seen.noun and seen.turn == self.turn and any(a <= seen.at < one.start <= b for a, b in spans)
                    for rival in rivals or ()
                    for seen in rival.seen
                )
                said = draft.attribution
                if said is not None and draft.kind is ClaimKind.SPEECH and self._by_words_of(one, said):
                    if any(fill.text == said.speaker for fill in made):
                        continue
                    start = (
                        self.article.text.rfind(said.speaker, 0, one.start)
                        if " " in said.speaker or sentence.language in {"fa", "zh"}
                        else -1
                    )
                    if start >= 0:
                        made.append(Fill(at=one.end, text=said.speaker, start=start, end=start + len(said.speaker), before=False))  # noqa: E501  # fmt: skip
                        continue
                owned = sentence.language == "ar" and one.part is Part.OWNER and not rivals
                owned = owned and any(a <= told.start < one.start <= b for told in self.read.mentions for a, b in spans)
                if (
                    rivals is not None
                    and not owned
                    and not inside
                    and not one.dropped
                    and not any(fill.text == OPEN for fill in made)
                ):
                    made.append(Fill(at=one.end, text=OPEN, start=0, end=0, before=one.dropped))
                continue
            if entity in shown or entity in short or self._says(entity, spans, one):
                continue
            shown.append(entity)
            label = entity.label(short=not one.heads)
            if label is None or not (entity.told or label.definite) or says_little(label, one, sentence):
                made.append(Fill(at=one.end, text=OPEN, start=0, end=0, before=one.dropped))
                continue
            start = self.article.text.find(label.text, label.start, label.end)
            loose = label.new and one.part in {Part.OBJECT, Part.OWNER}
            bare = sentence.language == "ar" and not (label.named or one.heads)
            bare = bare and (loose or " " not in label.text.strip())
            if start < 0 or bare or self.article.text[one.start : one.end].endswith(label.text):
                continue  # one bare or new noun says no more than the pronoun beside the sentence
            made.append(Fill(at=one.end, text=label.text, start=start, end=start + len(label.text), before=one.dropped))
        speaker = self._speaker(draft, sentence, spans)
        if speaker is not None:
            made.append(speaker)
        return sorted(made, key=lambda fill: fill.at)

    def _by_words_of(self, reference: Reference, said: Attribution) -> bool:
        """Whether a pronoun names the source of what is said: "по её словам", "او گفت"."""
        if self.article.language == "fa":
            return reference.start == said.speaker_span.start
        if self.article.language == "zh":
            return speaks(self.article.text[reference.start : reference.end], reference, said)
        before = self.article.text[max(0, reference.start - 3) : reference.start]
        return self.article.language == "ru" and before.lower() == "по "

    def _full_names(self, spans: list[tuple[int, int]]) -> list[Fill]:
        """The whole name behind a surname, once a claim, where the claim's words do not hold it anyway."""
        told: set[str] = set()
        made = []
        held = " ".join(self.article.text[a:b] for a, b in spans)
        for one, entity in self.surnames:
            label = entity.label()
            if (
                label is None
                or (self.article.language == "fa" and entity.kind is not Kind.PERSON)
                or label.text in told
                or label.text in held
                or label.end > one.start
                or not any(a <= one.start and one.end <= b for a, b in spans)
            ):
                continue
            told.add(label.text)
            start = self.article.text.find(label.text, label.start, label.end)
            if start >= 0:
                made.append(Fill(at=one.end, text=label.text, start=start, end=start + len(label.text), before=False))
        return made

    def _says(self, entity: Entity, spans: list[tuple[int, int]], reference: Reference) -> bool:
        """Whether the claim's own words say already who or what it is."""
        return any(
            (one.whole or (one.noun and not reference.heads))
            and one.turn == self.turn
            and any(a <= one.at < b for a, b in spans)
            and one.at != reference.start
            for one in entity.seen
        )

    def _speaker(self, draft: Draft, sentence: Sentence, spans: list[tuple[int, int]]) -> Fill | None:
        """Whoever says "we" or "I" in a claim of what was said."""
        said = draft.attribution
        if said is None or not said.speaker or draft.kind is ClaimKind.SPEECH:
            return None
        first = next(
            (
                (a, b)
                for a, b in self.firsts
                if any(c <= sentence.start + a and sentence.start + b <= d for c, d in spans)
            ),
            None,
        )
        if (
            first is None
            or self._speaks_for_others(sentence, first)
            or any(said.speaker in self.article.text[a:b] for a, b in spans)
        ):
            return None
        start = self.article.text.rfind(said.speaker, 0, sentence.end)
        if start < 0:
            return None
        return Fill(
            at=sentence.start + first[1], text=said.speaker, start=start, end=start + len(said.speaker), before=False
        )

    def _speaks_for_others(self, sentence: Sentence, at: tuple[int, int]) -> bool:
        """Whether a person says "we": it is not told for whom."""
        person = self.speaking is not None and self.speaking.kind is Kind.PERSON
        return person and folded(sentence.text[slice(*at)]) in OURS.get(sentence.language, ())
