"""The drafts of a sentence, each made whole: words that a cut tore off, what is only told by the way, who tells it."""

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
    return with_whole_speakers(with_cited(mended_told(sentence, made), sentence), sentence, context)
