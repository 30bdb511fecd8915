"""To be filled: words of es."""

from claims.lexicon.shape import Words

WORDS = Words(language="es")
