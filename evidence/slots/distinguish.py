"""Words that make a namesake of what the claim is about: the new canal is not the canal."""

from claims.folding import fold
from evidence.slots.features import Reading
from evidence.slots.relations import listed_words

BESIDE = 3.0  #: words between the name and what sets it apart


def speaks_of_a_namesake(reading: Reading, claim_text: str, claim_language: str) -> bool:
    """Whether the sentence sets apart what it speaks of with a word that the claim does not have."""
    page = reading.sentence
    pattern, mine = (listed_words("distinguish.toml", tag) for tag in (page.language, claim_language))
    if pattern is None or (mine is not None and mine.search(fold(claim_text).text)):
        return False
    form = fold(page.text)
    spoken = [word for word, _ in reading.alignment.spoken()]
    for match in pattern.finditer(form.text):
        start, end = form.back(*match.span())
        if any(word.start < end and start < word.end for word in spoken):
            continue
        if any(page.distance(start, end, word.start, word.end) < BESIDE for word in spoken):
            return True
    return False
