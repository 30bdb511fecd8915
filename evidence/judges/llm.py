"""Any language model behind an OpenAI-compatible server as a judge; it must quote, and the quote is checked.

One question a passage, so that no page can speak into the reading of another. An answer without a proven quote,
a broken answer, a refusal, or a decisive answer on a page that gives orders leaves the claim undecided.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claims.digests import digest
from claims.records import Claim
from evidence.errors import JudgeFailed
from evidence.judges.orders import without_orders
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.stance import stance_of

VERSION = "1"
SHORTEST_QUOTE = 8  #: characters; less proves nothing
_LABELS = {
    "supports": StanceLabel.SUPPORTS,
    "refutes": StanceLabel.REFUTES,
    "neither": StanceLabel.NEITHER,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "stance": {"type": "string", "enum": list(_LABELS)},
        "quote": {"type": "string"},
        "probability": {"type": "number", "minimum": 0, "maximum": 1},
        "why": {"type": "string"},
    },
    "required": ["stance", "quote", "probability", "why"],
    "additionalProperties": False,
}


#: puts a prompt and a schema to a language model and gives the JSON text of its answer (evidence/llm.py)
Complete = Callable[[str, dict[str, Any]], str]


@lru_cache(maxsize=1)
def _prompt() -> str:
    """What the model is told to do."""
    return files("evidence.judges").joinpath("llm_prompt.md").read_text("utf-8")


class LlmJudge:
    """A language model that quotes."""

    def __init__(self, model: str, complete: Complete) -> None:
        self._complete = complete
        self.name = f"llm-{VERSION}:{model}@{digest(_prompt())[:12]}"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage."""
        return [self._one(claim, item) for item in ranked]

    def _one(self, claim: Claim, item: RankedPassage) -> Stance:
        """The stance of one passage."""
        shown, orders = without_orders(item.passage.text, item.passage.language)
        if not shown.strip():
            why = "the passage only gives orders to its reader"
            return stance_of(claim, item, StanceLabel.NEITHER, probability=1.0, reason=why, judge=self.name)
        where = f"passage {item.passage.id[:8]} of {item.page.url}, claim {claim.id[:8]}"
        answer = self._complete(f"{_prompt()}\n{_question(claim, item, shown)}", SCHEMA)
        label, quote, probability, why = _parsed(answer, where, self.name)
        if label is not StanceLabel.NEITHER:
            if orders:
                raise JudgeFailed(
                    f"The page gives orders to its reader, so a decisive answer is not believed ({where}). "
                    "The claim stays undecided; look at the page, and bring it as evidence yourself if it is sound."
                )
            _prove(quote, shown, where, self.name)
            why = f"“{quote}” – {why}" if why else f"“{quote}”"
        return stance_of(claim, item, label, probability=probability, reason=why, judge=self.name)


def _question(claim: Claim, item: RankedPassage, shown: str) -> str:
    """The claim and the passage, between marks that the page cannot know."""
    mark = digest(claim.id, item.passage.id, "mark")[:16]
    about = " · ".join(part for part in (item.page.title, item.passage.heading) if part)
    published = item.page.published_on.isoformat() if item.page.published_on else "unknown"
    title, _ = without_orders(about, item.passage.language)
    return (
        f"Claim: {claim.text}\n\nPassage (page published: {published}; page title: {title})\n"
        f"<<<{mark}\n{shown}\n{mark}>>>"
    )


def _parsed(text: str, where: str, judge: str) -> tuple[StanceLabel, str, float, str]:
    """The parts of an answer, each as it must be."""
    try:
        answer = json.loads(text)
    except (TypeError, ValueError):
        raise JudgeFailed(
            f"{judge} answered with no JSON ({where}). The claim stays undecided; run it again."
        ) from None
    wrong = ""
    if not isinstance(answer, Mapping):
        wrong = f"no object but {type(answer).__name__}"
    elif answer.get("stance") not in _LABELS:
        wrong = f"stance {answer.get('stance')!r}; expected {', '.join(_LABELS)}"
    elif not isinstance(answer.get("quote"), str):
        wrong = "no quote"
    elif isinstance(answer.get("probability"), bool) or not isinstance(answer.get("probability"), int | float):
        wrong = f"probability {answer.get('probability')!r}; expected a number"
    elif not 0.0 <= answer["probability"] <= 1.0:
        wrong = f"probability {answer['probability']}; expected 0 to 1"
    if wrong:
        raise JudgeFailed(f"{judge} answered with {wrong} ({where}). The claim stays undecided; run it again.")
    return _LABELS[answer["stance"]], answer["quote"], float(answer["probability"]), str(answer.get("why", ""))


def _prove(quote: str, shown: str, where: str, judge: str) -> None:
    """JudgeFailed unless the quote stands in what was shown, letter by letter; only white space may differ."""
    plain = " ".join(quote.split())
    if len(plain) >= SHORTEST_QUOTE and plain in " ".join(shown.split()):
        return
    raise JudgeFailed(
        f"{judge} quotes {plain[:80]!r}, which does not stand in the passage ({where}). "
        "The claim stays undecided; run it again or set another model in `judge`."
    )
