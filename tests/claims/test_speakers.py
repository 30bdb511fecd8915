"""Who tells a claim, by the network that names the speaker among the words that tell it."""

from datetime import date

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from claims.article import read_article
from claims.extract import extract_claims
from claims.segment_heads import SPEAKERS, load_speakers, run_of
from claims.segmenter import load_segmenter
from training.segmenter.speakers import Network


def speakers(text: str, language: str) -> set[str]:
    """All who tell a claim of a text."""
    article = read_article(
        f"A heading\n\n{text}".encode(), source="a.txt", language=language, published_on=date(2026, 11, 20)
    )
    return {claim.attribution.speaker for claim in extract_claims(article) if claim.attribution is not None}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "In Lisbon, where rents doubled, an official who asked not to be named said that the fund had lost 40 million euros.",
         "an official"),
        ("ar", "وبحسب مراجعة شملت أربعة عقود، تراجع استهلاك الملح في البلاد بمقدار الثلث.", "مراجعة"),
        ("ar", "ويقر المقاول سامي الخطيب بأن الغلاف كان أرق مما في العقد.", "المقاول سامي الخطيب"),
        ("tr", "Adının yazılmasını istemeyen bir mühendis, köprünün 2019'da kapatıldığını söyledi.", "bir mühendis"),
        ("de", "Wie die Archivarin Lia Kruse am Rande der Verhandlung erzählte, wurde das Lager 1871 geschlossen.",
         "die Archivarin Lia Kruse"),
        ("fr", "Le maire, Lucien Barral, assure que le pont a été fermé en mars.", "Le maire, Lucien Barral"),
    ],
)  # fmt: skip
def test_the_speaker_is_named_whole_and_alone(language: str, text: str, speaker: str) -> None:
    """Neither the verb nor hearers nor a clause before belong to him, and nothing of his name is cut off."""
    assert speakers(text, language) == {speaker}


def test_what_ships_gives_the_numbers_that_were_taught() -> None:
    """The network in numpy and the one that is taught are one."""
    text = "The bridge was closed in March, according to two engineers of the city."
    seen = load_segmenter().read_all([text])[text]
    assert seen is not None
    telling = seen.members[..., 1] > 0
    network = Network()
    network.load_state_dict(
        {name: torch.from_numpy(one.astype(np.float32)) for name, one in load_file(SPEAKERS).items()}
    )
    units = torch.from_numpy(seen.units)[None].expand(len(telling), -1, -1)
    with torch.no_grad():
        taught = network.eval()(units, torch.from_numpy(telling.astype(np.float32))).numpy()
    assert load_speakers().numbers(seen.units, telling) == pytest.approx(taught, abs=0.01)


def test_a_run_is_the_unbroken_one_with_most_to_it() -> None:
    """Words outside break it; where all speak against a name, there is none."""
    numbers = np.array([2.0, 1.0, 5.0, -1.0, 3.0, -9.0], np.float32)
    assert run_of(numbers, np.array([True, True, False, True, True, True])) in {(0, 1), (4, 4)}
    assert run_of(numbers, np.ones(6, bool)) == (0, 4)
    assert run_of(-np.ones(3, np.float32), np.ones(3, bool)) is None


def test_a_surname_speaks_under_its_whole_name() -> None:
    """ "Mr Hart" and the "he" behind him are Owen Hart, whom the article named before."""
    text = (
        "The council backed the plan, said Owen Hart, the leader of the council. Mr Hart denied that the council had lied. "
        "An auditor had seen the books, he said."
    )
    assert speakers(text, "en") == {"Owen Hart"}
    assert speakers("Mr Hart denied that the council had lied.", "en") == {"Mr Hart"}


def test_a_german_speaker_is_named_without_his_office() -> None:
    """What he is stands behind a comma, and is nobody who speaks; "er" goes on under his name."""
    text = "«Wir verlieren Kunden», sagte Karl Meissner, Präsident des Gewerbeverbands Alpina. Er warnte, dass 40 Läden schliessen könnten."
    assert speakers(text, "de") == {"Karl Meissner"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anne Morvan a relevé que la société avait versé 4 millions d'euros de primes.", {"Anne Morvan"}),
        ("Le conseil a relevé le tarif de 4 % en mars.", set()),
        ("Le jugement reproche au club d'avoir menti. Si la cour d'appel confirme le jugement, le club devra payer 300 euros.",
         {"Le jugement"}),
    ],
)  # fmt: skip
def test_french_findings_and_conditions(text: str, speaker: set[str]) -> None:
    """ "Relever que" says, "relever" with an object does not, and no condition has a speaker of its own."""
    assert speakers(text, "fr") == speaker
