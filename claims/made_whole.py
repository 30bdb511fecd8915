"""The drafts of a sentence, each made whole: words that a cut tore off, what is only told by the way, who tells it."""

from dataclasses import replace

from claims.cited import with_cited
from claims.draft import Draft
from claims.mended import mended
from claims.mended_english import mended_english
from claims.mended_told import mended_told
from claims.records import Sentence
from claims.speaker_words import with_whole_speakers
from claims.standing import Context


def made_whole(drafts: list[Draft], sentence: Sentence, context: Context) -> list[Draft]:
    """The drafts under whole speakers and with the words that they need; those that assert nothing are left out."""
    made = mended(sentence.text, sentence.language, drafts)
    if sentence.language == "en":
        made = mended_english(sentence.text, made)
    made = [_unbroken(one, sentence.text) if one.role else one for one in mended_told(sentence, made)]
    return with_whole_speakers(with_cited(made, sentence), sentence, context)


def _unbroken(draft: Draft, text: str) -> Draft:
    """What is told of a noun, in one piece where it stands right behind it."""
    made: list[tuple[int, int]] = []
    for start, end in draft.spans:
        if made and not text[made[-1][1] : start].strip():
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
    return replace(draft, spans=tuple(made))
