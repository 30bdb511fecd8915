"""What a careful editor would say of each statement of a sentence: what is wrong with it, or of which kind it is.

The network of `claims/statements.py`, taught by `training/segmenter/editor.py` on statements that readers judged. It
takes the place of rules by words for what nobody could bear out: of 153 statements that those left out, readers found
89 sound. Where the segmenter did not read a sentence, the rules still decide.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import regex

from claims.arabic.deeds import tells_a_deed
from claims.bert import Floats, Ints
from claims.checkworthy import check_worthiness
from claims.choice import Candidate, looked_at
from claims.draft import Draft
from claims.records import ClaimKind, Sentence, Worthiness
from claims.segment_heads import SEGMENTER, Bools, read_head
from claims.segmenter import Seen
from claims.speech_base import quotes_of
from claims.statements import Beside, signs_of

FILE = SEGMENTER.with_name("editor.safetensors")
#: What is said, each by the letter that readers wrote: not whole, its words moved, several at once; of the sound ones
#: fact, future, condition, opinion, what only one person can know; and nothing to check
SAYS = "NMAFPKOIQ"
BESIDES = 2  #: signs of each unit besides those that `choice` reads: in quotation marks; told by somebody
TORN = 0.85  #: chance of being not whole, moved or nothing, from which on a statement is no claim
TASTE = 0.5  #: and of being opinion or private, where somebody tells it …
DEED = 0.85  #: and where it tells what was done or left undone, which others may have seen
OWN = 0.7  #: … and where the article itself does: readers judged fewer of those
PLAIN = 0.85  #: and of being a fact, from which on few words are enough for a claim
AHEAD = 0.6  #: and of telling the future, from which on it is a prediction
_TORN, _TASTE = [SAYS.index(one) for one in "NMQ"], [SAYS.index(one) for one in "OI"]
_FACT, _AHEAD = SAYS.index("F"), SAYS.index("P")
_CATEGORIES = (Worthiness.OPINION, Worthiness.RHETORIC, Worthiness.PERSONAL, Worthiness.PREDICTION)
_DIGIT = regex.compile(r"\p{N}")


class Editor(Beside):
    """The network with its weights."""

    def chances(self, text: str, language: str, seen: Seen, drafts: list[Draft]) -> Floats:
        """[drafts, SAYS]: the chance of each."""
        inside, mains, signs, figures = read_beside(text, language, seen, drafts)
        told = self.read(seen, inside, mains, signs, figures)
        told = np.exp(told - told.max(-1, keepdims=True))
        made: Floats = told / told.sum(-1, keepdims=True)
        return made


def read_beside(text: str, language: str, seen: Seen, drafts: list[Draft]) -> tuple[Bools, Ints, Floats, Floats]:
    """What the network reads of each draft beside the others: units inside, predicates, signs and figures."""
    looked = looked_at(text, language, seen, [Candidate(one.spans, net=False) for one in drafts])
    mains, quotes = np.array(looked.mains, int), quotes_of(text)
    quoted = np.zeros(len(seen.starts), np.float32)
    for start, end in quotes:
        quoted[(seen.starts >= start) & (seen.ends <= end)] = 1
    told = np.array([one.attribution is not None for one in drafts], np.float32)
    shape = (len(drafts), len(seen.starts))
    besides = np.stack([np.broadcast_to(quoted, shape), np.broadcast_to(told[:, None], shape)], -1)
    signs = np.concatenate([signs_of(seen, looked.inside, mains), besides], -1)
    rows = [_figures(text, language, one, quotes) for one in drafts]
    return looked.inside, mains, signs, np.concatenate([looked.numbers, np.array(rows, np.float32)], -1)


def _figures(text: str, language: str, draft: Draft, quotes: list[tuple[int, int]]) -> list[float]:
    """What is told of one draft: whether somebody tells it, in quotation marks, and what rules by words make of it."""
    joined = ("" if language == "zh" else " ").join(text[a:b] for a, b in draft.spans)
    worth = check_worthiness(joined, language, attributed=draft.attribution is not None)
    quoted = any(a <= draft.spans[0][0] and draft.spans[-1][1] <= b for a, b in quotes)
    return [
        draft.attribution is not None, quoted, worth.score, *(worth.category is one for one in _CATEGORIES),
        _DIGIT.search(joined) is not None,
    ]  # fmt: skip


def edited(drafts: list[Draft], sentence: Sentence, seen: Seen) -> list[Draft]:
    """The drafts that an editor would print, those that tell the future marked; speeches stay, and no title is torn."""
    stated = [one for one in drafts if one.kind is ClaimKind.CONTENT]
    if not stated:
        return drafts
    chances = iter(load_editor().chances(sentence.text, sentence.language, seen, stated))
    weighed = (
        _weighed(one, next(chances), _most_taste(one, sentence)) if one.kind is ClaimKind.CONTENT else one
        for one in drafts
    )
    return [one for one in weighed if one is not None]


def _most_taste(draft: Draft, sentence: Sentence) -> float:
    """The chance of being opinion or private from which on no editor would print it."""
    if sentence.language == "ar" and any(tells_a_deed(sentence.text[a:b]) for a, b in draft.spans):
        return DEED
    return TASTE if draft.attribution is not None else OWN


def _weighed(draft: Draft, chance: Floats, most_taste: float) -> Draft | None:
    """The draft by the chance of each that is said of it; None where no editor would print it."""
    torn = not draft.role and chance[_TORN].sum() >= TORN
    if torn or chance[_TASTE].sum() >= most_taste:
        return None
    return replace(draft, weighed=True, plain=bool(chance[_FACT] >= PLAIN), ahead=bool(chance[_AHEAD] >= AHEAD))


@lru_cache(maxsize=1)
def load_editor() -> Editor:
    """The shipped network."""
    return Editor(read_head(FILE, "training/segmenter/editor.py"))
