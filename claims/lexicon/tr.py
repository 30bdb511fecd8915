"""To be filled: words of tr."""

from claims.lexicon.shape import Words

WORDS = Words(language="tr")
