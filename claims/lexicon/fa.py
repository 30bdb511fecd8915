"""To be filled: words of fa."""

from claims.lexicon.shape import Words

WORDS = Words(language="fa")
