"""The French "ne" that denies nothing: "craint que l'usine ne ferme"."""

import regex

#: what denies beside "ne", and verbs that need nothing beside it
_DENIES = regex.compile(
    r"(?<!\p{L})(?:(?:pas|plus|jamais|aucune?s?|rien|personne|nulle?|ni|guère|point|nullement|sans|autres?)(?!\p{L})|"
    r"n(?:e |['’])[^,;]*?(?<!\p{L})qu(?:e |['’])|"
    r"n(?:e |['’])(?:l['’]|l[ea] |les |y |en |se |s['’])?(?:p[eo]u|pu|sa[iuv]|su[ts]?(?!\p{L})|os|cess|manqu|daign))",
    regex.IGNORECASE,
)
_NE = regex.compile(r"(?<!\p{L})n(?:e |['’])", regex.IGNORECASE)


def without_empty_ne(text: str) -> str:
    """The words of a statement without a "ne" beside which nothing denies.

    >>> without_empty_ne("l'usine ne soit vendue"), without_empty_ne("l'usine ne sera pas vendue")
    ("l'usine soit vendue", "l'usine ne sera pas vendue")
    """
    return text if _DENIES.search(text) else _NE.sub("", text)
