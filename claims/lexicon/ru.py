"""To be filled: words of ru."""

from claims.lexicon.shape import Words

WORDS = Words(language="ru")
