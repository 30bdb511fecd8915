"""To be filled: words of de."""

from claims.lexicon.shape import Words

WORDS = Words(language="de")
