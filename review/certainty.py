"""How sure a verdict is, as people are shown it."""

#: Verdicts that say something of the claim; of the others a figure would read as "probably unproven".
SAYS_SOMETHING = frozenset({"supported", "refuted", "conflicting_evidence", "supports", "refutes"})


def certainty(label: str | None, confidence: float | None) -> str:
    """The calibrated confidence in two digits, "" where the label abstains or a person decided.

    >>> certainty("refuted", 0.973), certainty("not_enough_evidence", 1.0), certainty("supported", None)
    ('0.97', '', '')
    """
    return f"{confidence:.2f}" if confidence is not None and label in SAYS_SOMETHING else ""
