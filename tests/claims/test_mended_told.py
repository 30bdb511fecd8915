"""French, Spanish and German statements of who said what: whole, one assertion each, nothing torn."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind, Polarity
from claims.wording import polarity_of


def claims_of(text: str) -> list[Claim]:
    """The claims of a short article."""
    return extract_claims(read_article(text.encode(), source="x", published_on=date(2026, 9, 10)))


def told(text: str, kind: ClaimKind) -> list[str]:
    """The words of its claims of a kind, with fills."""
    return [one.text for one in claims_of(text) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Hersteller Kortex baut in Hallbach Pumpen. Die Firma dementierte am Montag: Man habe nie einen Verkauf geplant.",
         "Die Firma [Hersteller Kortex] dementierte am Montag: Man habe nie einen Verkauf geplant"),
        ("Laut der «Hallbacher Zeitung», die sich auf einen Beamten beruft, dürfte der Bau bis 2030 dauern.",
         "Laut der «Hallbacher Zeitung» dürfte der Bau bis 2030 dauern"),
        ('El puente cierra. "No hay dinero", dijo Ana Soler, directora del hospital y madre de dos hijas.',
         '"No hay dinero", dijo Ana Soler'),
        ("El Diario de Cuenca publicó el lunes que, según un exingeniero de la empresa, la matriz conocía el problema desde 2021.",
         "El Diario de Cuenca publicó el lunes que, según un exingeniero de la empresa, la matriz conocía el problema desde 2021"),
    ],
)  # fmt: skip
def test_an_act_of_speech_is_whole_and_one(text: str, wanted: str) -> None:
    """What was said behind a colon or a source belongs to it; what is told of the source or the speaker does not."""
    assert wanted in told(text, ClaimKind.SPEECH)


def test_the_day_of_an_act_of_speech_stays() -> None:
    """Behind a title, the day tells when it was said."""
    made = told(
        "Le pont ferme. « La route est sûre », a dit Anne Morel, présidente du syndicat, lundi.", ClaimKind.SPEECH
    )
    assert any("lundi" in one for one in made)


def test_a_name_alone_is_no_act_of_speech() -> None:
    """The name before its verb is no statement, and what was said has no holes."""
    text = (
        "Le juge, Paul Renard, a relevé que Cristallia avait dégagé en 2024 un bénéfice de 4 millions d'euros, "
        "dont la moitié était remontée vers sa maison mère."
    )
    made = told(text, ClaimKind.SPEECH)
    assert "Le juge, Paul Renard" not in made
    assert not any("remontée sa" in one for one in made)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("Le tribunal a jugé l'affaire mardi. Le syndicat dit n'avoir reçu aucune réponse.",
         "Le syndicat dit n'avoir reçu aucune réponse", "n'avoir reçu aucune réponse"),
        ("Die Regierung lehnt den Plan ab; die Liberalen unterstützen ihn, haben aber einen Aufschub beantragt.",
         "die Liberalen haben aber einen Aufschub beantragt", "die Liberalen unterstützen ihn [den Plan], haben"),
        ("Die Stadt klagt. Vor allem Kortex, das in Hallbach 900 Leute beschäftigt, denke über einen Umzug nach.",
         "Kortex, das in Hallbach 900 Leute beschäftigt", "allem Kortex, das in Hallbach 900 Leute beschäftigt"),
        ("La maire, Odile Marchal, parlera. Son avocat avait fermé le dossier en mars, avant d'annoncer le lendemain, par un courriel, son départ.",
         "Son [Odile Marchal] avocat annoncer le lendemain, par un courriel, son départ",
         "Son [Odile Marchal] avocat avait d'annoncer le lendemain, par un courriel, son départ"),
    ],
)  # fmt: skip
def test_no_statement_is_torn(text: str, wanted: str, unwanted: str) -> None:
    """An infinitive keeps its verb, no auxiliary hangs over, "avant de" is no object."""
    made = told(text, ClaimKind.CONTENT)
    assert wanted in made
    assert unwanted not in made


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("le pont ne soit fermé cet hiver", Polarity.AFFIRMED),
        ("Les élus évitent que la route ne soit coupée", Polarity.AFFIRMED),
        ("la route n'est pas coupée", Polarity.NEGATED),
        ("Personne ne vote", Polarity.NEGATED),
        ("il ne peut venir", Polarity.NEGATED),
        ("aucun élu ne viendra", Polarity.NEGATED),
    ],
)
def test_the_empty_french_ne_denies_nothing(text: str, polarity: Polarity) -> None:
    """What is feared is not denied."""
    assert polarity_of(text, "fr") is polarity


def test_a_year_compared_with_is_no_number() -> None:
    """Behind a share, "mehr als 2021" names a year."""
    made = claims_of("Die Fabrik verkaufte im Mai 4200 Pumpen, fast ein Viertel mehr als 2021.")
    assert all(one.value != 2021 for claim in made for one in claim.quantities)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le tribunal a reproché mardi à la société Metalux d'avoir fermé le four numéro 3. La société fera appel. Ce four coûtait 40.000 euros par jour.",
         ["La société [Metalux] fera appel", "Ce four [le four numéro 3] coûtait 40.000 euros par jour"]),
        ("El juez acusó a la cementera de secar el río. La cementera pagará las botellas hasta agosto.",
         ["La cementera pagará las botellas hasta agosto"]),
        ("La empresa Minera Cobrex negó los cargos. La planta da trabajo a unas 300 personas, pero solo 40 de ellas viven en Llanquén. La firma no respondió las preguntas de este medio.",
         ["solo 40 de ellas [unas 300 personas] viven en Llanquén",
          "La firma [Minera Cobrex] no respondió las preguntas de este medio"]),
        ("La empresa Cobrex crece. Nuestra planta cumple la ley, dijo el gerente, Iván Soto.",
         ["Nuestra planta cumple la ley"]),
    ],
)  # fmt: skip
def test_fills_are_whole_phrases_of_the_right_kind(text: str, wanted: list[str]) -> None:
    """No infinitive in a fill, a number with its "numéro", persons for "ellas", nobody for "our plant"."""
    made = told(text, ClaimKind.CONTENT)
    assert [one for one in wanted if one not in made] == []
