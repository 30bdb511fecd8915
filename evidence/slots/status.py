"""What a sentence can say of one slot of a claim."""

from enum import StrEnum


class Status(StrEnum):
    """What a sentence says of one slot of the claim."""

    AGREES = "agrees"  #: the same value
    NEARBY = "nearby"  #: the same value, in the title, the heading or the sentence beside it
    DIFFERS = "differs"  #: another value of the same relation
    OTHER = "other"  #: another value of the same kind, and no relation that both name
    APART = "apart"  #: the same value, which seems to belong to something else
    VAGUE = "vague"  #: a value that neither proves nor excludes the claim's
    MISSING = "missing"  #: nothing of the kind
