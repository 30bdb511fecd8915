"""Whether an Arabic statement tells what was done or left undone, which others may have seen."""

import regex

_MIND = (
    "[شي]?(?:شعر|عرف|توقع|تخيل|صدق|ظن|عتقد|فكر|حلم|خف|خاف|ندم|نم|نس|فهم|قصد|حب|كره)"  # what only one's own mind knows
)
_NOT_DONE = rf"لم [يتنأا](?!(?:كن|عد|زل|كونوا|عودوا)(?!\p{{L}})|{_MIND})\p{{L}}{{2,}}"
_USED_TO = "|".join(
    rf"{was} (?:\p{{L}}+ )?(?:{done})(?!{_MIND})\p{{L}}{{2,}}(?<!ة|[^ه]ا)(?!\p{{L}})"
    for was, done in (
        ("كنا", "ن"), ("كنت", "أ"), ("(?:كان|كانوا)", "ي(?!وم)"), ("كانت", "ت(?!حت|لك|مر|حد)"),
    )
)  # fmt: skip
_DEED = regex.compile(rf"(?<!\p{{L}})[وف]?(?:{_NOT_DONE}|{_USED_TO})")


def tells_a_deed(text: str) -> bool:
    """Whether it says that something was being done, or was not.

    >>> tells_a_deed("لم يبلغنا أحد بالموعد"), tells_a_deed("كان والدي يبيع السمك")
    (True, True)
    >>> tells_a_deed("لم يكن القرار عادلا"), tells_a_deed("كانت تجربة قاسية")
    (False, False)
    """
    return _DEED.search(text) is not None
