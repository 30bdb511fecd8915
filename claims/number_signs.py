"""Signs and words that put a number below zero: "-5 °C", "minus 5 degrees", "5 degrees below zero"."""

from claims.number_grammar import NumberGrammar


def below_zero(flat: str, grammar: NumberGrammar, unit: str, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of a quantity with what puts it below zero; None where nothing does."""
    ahead = grammar.minus.search(flat, max(0, start - 20), start)
    if ahead is not None:
        return ahead.start(), end
    behind = grammar.below.match(flat, end) if unit in {"celsius", "fahrenheit"} else None
    return (start, behind.end()) if behind else None
