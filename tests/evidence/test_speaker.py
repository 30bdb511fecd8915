"""Whether somebody said it is another question than whether it is so."""

from dataclasses import replace

import pytest

from claims.records import Attribution, Claim, ClaimKind, Span
from evidence.judges import load_judge
from evidence.records import StanceLabel
from evidence.slots.speaker import may_tell
from tests.evidence.judging import claim_from, passage_from


def said_by(speaker: str, claim: Claim) -> Claim:
    attribution = Attribution(speaker=speaker, verb="قال", speaker_span=Span(start=0, end=len(speaker)), outer=())
    return replace(claim, kind=ClaimKind.SPEECH, attribution=attribution)


@pytest.mark.parametrize(
    ("speaker", "text", "language", "may"),
    [
        ("سامر النجار", "يبلغ طول الجسر 212 متراً.", "ar", False),
        ("سامر النجار", "ذكر النجار أن طول الجسر 212 متراً.", "ar", True),
        ("زيغمار غابريل", "Sigmar Gabriel described the bridge as long.", "en", True),
        ("Sigmar Gabriel", "يبلغ طول الجسر 212 متراً.", "ar", False),
    ],
)
def test_a_passage_that_does_not_name_the_speaker_tells_nothing_of_what_he_said(
    speaker: str, text: str, language: str, may: bool
) -> None:
    """Across scripts too."""
    claim = said_by(speaker, claim_from("قال إن طول الجسر 212 متراً.", "ar"))
    assert may_tell(claim, passage_from(text, language)) is may


def test_that_it_is_so_does_not_show_that_somebody_said_so() -> None:
    """The same passage supports the content and says nothing of the speech."""
    content = claim_from("The Warda Bridge is 212 metres long.", "en")
    passage = passage_from("The Warda Bridge is 212 metres long.", "en", title="Warda Bridge")
    judge = load_judge("default")
    assert judge.judge(content, [passage])[0].label is StanceLabel.SUPPORTS
    assert judge.judge(said_by("Nadia Salim", content), [passage])[0].label is StanceLabel.NEITHER
