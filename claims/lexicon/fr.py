"""To be filled: words of fr."""

from claims.lexicon.shape import Words

WORDS = Words(language="fr")
