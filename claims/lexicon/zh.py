"""To be filled: words of zh."""

from claims.lexicon.shape import Words

WORDS = Words(language="zh")
