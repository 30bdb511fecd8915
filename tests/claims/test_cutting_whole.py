"""Claims keep their verb, their condition and their speaker in French, Spanish, German and Russian: ages, series, roles, moods."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.names import find_names
from claims.records import Claim, ClaimKind, Modality, Polarity
from claims.sentences import split_sentences
from claims.wording import modality_of, polarity_of


def _claims(text: str, language: str, title: str = "Titel") -> list[Claim]:
    article = read_article(
        f"{title}\n\n{text}".encode(), source="a.txt", language=language, published_on=date(2025, 3, 12)
    )
    return extract_claims(article, learnt=False)  # what the rules cut by themselves


def _texts(claims: list[Claim], kind: ClaimKind = ClaimKind.CONTENT) -> list[str]:
    return [one.text for one in claims if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "El tren que une Sevilla con Cádiz sale a las ocho y llega a las diez.", "es",
            ["El tren que une Sevilla con Cádiz sale a las ocho", "El tren que une Sevilla con Cádiz llega a las diez"],
        ),
        (
            "Der Minister will bis Mai einen Plan vorlegen, wie die Kosten sinken sollen.", "de",
            ["Der Minister will bis Mai einen Plan vorlegen, wie die Kosten sinken sollen"],
        ),
        (
            "Hervé Roux, 58 ans, ancien notaire à Vannes, a été condamné jeudi.", "fr",
            ["Hervé Roux, 58 ans", "Hervé Roux ancien notaire à Vannes", "Hervé Roux a été condamné jeudi"],
        ),
        (
            "La rivière a débordé en aval du hameau de Lure, qui compte 40 habitants.", "fr",
            ["La rivière a débordé en aval du hameau de Lure", "hameau de Lure, qui compte 40 habitants"],
        ),
        (
            "La presse a retrouvé la fille d'une fermière, ruinée par la grêle.", "fr",
            ["La presse a retrouvé la fille d'une fermière, ruinée par la grêle"],
        ),
        (
            "Kırk yıl boyunca 300 saz yapan, köyünden hiç ayrılmayan Halil Usta, dün akşam öldü.", "tr",
            ["Kırk yıl boyunca 300 saz yapan Halil Usta", "köyünden hiç ayrılmayan Halil Usta", "Halil Usta, dün akşam öldü"],
        ),
        (
            "油价去年上涨了8.5%，若明年补贴标准不变，每张车票要涨价1元。", "zh",
            ["油价去年上涨了8.5%", "若明年补贴标准不变，每张车票要涨价1元"],
        ),
        (
            "Lucie Marchand, 43 ans, ancienne trésorière du club, a reconnu les faits.", "fr",
            ["Lucie Marchand, 43 ans", "Lucie Marchand ancienne trésorière du club", "Lucie Marchand a reconnu les faits"],
        ),
        (
            "Klaus Berner, 57, der die Werft seit 2010 leitet, entließ im März 40 Leute.", "de",
            ["Klaus Berner, 57", "Klaus Berner der die Werft seit 2010 leitet", "Klaus Berner entließ im März 40 Leute"],
        ),
        (
            "Иван Седов, 58 лет, который руководит заводом с 2010 года, подал в отставку.", "ru",
            ["Иван Седов, 58 лет", "Иван Седов который руководит заводом с 2010 года", "Иван Седов подал в отставку"],
        ),
        (
            "Une équipe du CHU, qui a suivi 400 patients, publié un rapport et comparé les résultats, va s'agrandir.", "fr",
            [
                "Une équipe du CHU qui a suivi 400 patients", "Une équipe du CHU qui a publié un rapport",
                "Une équipe du CHU qui a comparé les résultats", "Une équipe du CHU va s'agrandir",
            ],
        ),
        (
            "Les pêcheurs qui vendent au port paient une taxe et déclarent leurs prises.", "fr",
            ["Les pêcheurs qui vendent au port paient une taxe", "Les pêcheurs qui vendent au port déclarent leurs prises"],
        ),
        (
            "El libro cuenta la vida de tres hermanas que abren una tienda, pierden la casa y emigran a Cuba.", "es",
            ["El libro cuenta la vida de tres hermanas que abren una tienda, pierden la casa y emigran a Cuba"],
        ),
        ("Ningún vecino puede cerrar la calle y cobrar peaje.", "es", ["Ningún vecino puede cerrar la calle y cobrar peaje"]),
        (
            "El jurado tardó cinco horas en votar y lo hizo por cuatro votos a tres.", "es",
            ["El jurado tardó cinco horas en votar", "El jurado lo hizo por cuatro votos a tres"],
        ),
        (
            "L'usine rouvrira en mai, à condition que les pompes soient livrées.", "fr",
            ["L'usine rouvrira en mai, à condition que les pompes soient livrées"],
        ),
        ("El río creció, de modo que el puente se hundió.", "es", ["El río creció, de modo que el puente se hundió"]),
        ("Le port, fermé, rouvrira lundi.", "fr", ["Le port rouvrira lundi"]),
        (
            "La mairie a vendu la maison d'un peintre, achetée en 1990.", "fr",
            ["La mairie a vendu la maison d'un peintre", "la maison d'un peintre, achetée en 1990"],
        ),
        (
            "Im Januar war der Absatz um ein Zehntel gefallen, unter dem Strich stand ein Minus von 4 Millionen.", "de",
            ["Im Januar war der Absatz um ein Zehntel gefallen", "unter dem Strich stand ein Minus von 4 Millionen"],
        ),
        (
            "Der Betriebsrat warf der Leitung vor, die Warnungen ignoriert zu haben.", "de",
            [],
        ),
        (
            "Eine Steuer, wie sie die Opposition fordert, lehnt der Rat ab.", "de",
            ["Eine Steuer, wie sie die Opposition fordert, lehnt der Rat ab"],
        ),
        (
            "3 Millionen Euro sind dafür zugesagt, falls die Prüfung im März gut ausgeht.", "de",
            ["3 Millionen Euro sind dafür zugesagt, falls die Prüfung im März gut ausgeht"],
        ),
        (
            "В Твери открыли мост: первая машина проехала в 9:30 и вернулась через час.", "ru",
            ["В Твери открыли мост", "первая машина проехала в 9:30", "первая машина вернулась через час"],
        ),
        (
            "Завод, строительство которого началось в 2011 году, обошёлся области в 3 миллиарда рублей.", "ru",
            ["Завод, строительство которого началось в 2011 году", "Завод обошёлся области в 3 миллиарда рублей"],
        ),
        ("Соглашение, как ожидается, подпишут в марте.", "ru", ["Соглашение, как ожидается, подпишут в марте"]),
        ("В полиции опровергли слухи о том, что дело закроют.", "ru", ["В полиции опровергли слухи о том, что дело закроют"]),
    ],
)  # fmt: skip
def test_a_claim_keeps_its_verb_its_subject_and_its_condition(text: str, language: str, expected: list[str]) -> None:
    assert sorted(_texts(_claims(text, language))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "language", "said", "speaker"),
    [
        ("Au tribunal, en mars, le chauffeur avait admis « une erreur de trajet », tout en niant avoir bu.", "fr", "une erreur de trajet », tout en niant avoir bu", "le chauffeur"),
        ("Élu d'opposition depuis 2014, Marc Delorme affirme n'avoir reçu le dossier que la veille.", "fr", "n'avoir reçu le dossier que la veille", "Marc Delorme"),
        ("Maire de Varenne depuis 2008, Sophie Launay assure que la digue tiendra.", "fr", "la digue tiendra", "Sophie Launay"),
        ("La juge, Anne Lemoine, a rejeté la demande, estimant que le dossier était « vide ».", "fr", "estimant que le dossier était « vide »", "Anne Lemoine"),
        ("Selon le rapport, publié jeudi, un pont sur cinq est en mauvais état.", "fr", "un pont sur cinq", "le rapport"),
        ("El alcalde suspendió la feria, alegando que las carpas no eran seguras.", "es", "alegando que las carpas no eran seguras", "El alcalde"),
        ("“Nadie invierte así”, dijo ayer Laura Pons, su presidenta.", "es", "Nadie invierte así", "Laura Pons"),
        ("Pedro Salas, dueño de una panadería que abrió en 1990, contó que paga el triple de luz.", "es", "paga el triple de luz", "Pedro Salas"),
        ("El ministro asegura haber pagado todas las multas en 2023.", "es", "haber pagado todas las multas", "El ministro"),
        ("La empresa negó que haya despidos; el sindicato convocó un paro y anunció que pedirá ayuda.", "es", "anunció que pedirá ayuda", "el sindicato"),
        ("El informe concluye que el agua contiene plomo y recomienda cerrar tres pozos.", "es", "contiene plomo", "El informe"),
        ("Die Löhne seien bis Ende Mai gesichert, teilte der 1950 gegründete Betrieb mit.", "de", "Die Löhne seien bis Ende Mai gesichert", "der 1950 gegründete Betrieb"),
        ("Die Ministerin sagte, sie kenne den Bericht.", "de", "sie [Die Ministerin] kenne den Bericht", "Die Ministerin"),
        ("Der Trainer Jan Holm blieb ruhig. Auf die Frage nach dem Vertrag antwortete er: „Ich habe bis 2027 unterschrieben.“", "de", "Auf die Frage", "Jan Holm"),
        ("Die Ministerin Ute Groß besuchte die Klinik. Berichte, wonach die Station schließe, wies sie zurück: „Die Station bleibt offen.“", "de", "Berichte, wonach", "Ute Groß"),
        ("«Мы всё проверили», — сообщил на совещании министр Пётр Ильин.", "ru", "Мы всё проверили", "министр Пётр Ильин"),
        ("مدیر موزه، رضا کریمی، خبر سرقت سه تابلو را رد کرد و گفت همه آثار در انبار مانده‌اند.", "fa", "همه آثار", "مدیر موزه، رضا کریمی"),
        ("Belediye Başkanı Ayşe Kaya, sokağa ressamın adının verileceğini, seneye bir sergi açacaklarını açıkladı.", "tr", "adının verileceğini", "Belediye Başkanı Ayşe Kaya"),
        ("В полиции опровергли слухи о том, что дело закроют, однако признали, что свидетель пропал.", "ru", "свидетель пропал", "В полиции"),
    ],
)  # fmt: skip
def test_whoever_says_it_is_named(text: str, language: str, said: str, speaker: str) -> None:
    found = [one for one in _claims(text, language) if said in one.text and one.attribution is not None]
    assert found
    assert {one.attribution.speaker for one in found if one.attribution} == {speaker}


def test_a_reported_clause_that_follows_is_told_by_the_same_speaker() -> None:
    claims = _claims(
        "Bürgermeister Kurt Sand sagte, die Kasse sei leer. Rund ein Fünftel der Einnahmen stamme von einer Firma. "
        "Die Kosten lägen bei 3 Millionen Euro, die Arbeiten sollten im Mai beginnen.",
        "de",
    )
    for part in ("Rund ein Fünftel", "Die Kosten", "die Arbeiten"):
        told = next(one for one in claims if one.text.startswith(part))
        assert told.attribution is not None
        assert "Kurt Sand" in told.attribution.speaker


def test_what_stands_in_the_indicative_is_nobodys_word() -> None:
    claims = _claims("Bürgermeister Kurt Sand sagte, die Kasse sei leer. Die Steuer wurde 2019 erhöht.", "de")
    assert next(one for one in claims if one.text.startswith("Die Steuer")).attribution is None


def test_a_german_verb_without_its_particle_says_nothing() -> None:
    claims = _claims("Nachdem zwei Zeugen geschwiegen hatten, stellte das Gericht das Verfahren ein.", "de")
    assert _texts(claims, ClaimKind.SPEECH) == []


def test_refusing_is_no_saying() -> None:
    claims = _claims("Los vecinos se niegan a vender y bloquean la carretera desde el lunes.", "es")
    assert _texts(claims, ClaimKind.SPEECH) == []
    assert "Los vecinos bloquean la carretera desde el lunes" in _texts(claims)


def test_a_pronoun_does_not_speak_for_somebody_of_another_gender() -> None:
    claims = _claims("« Tout va bien », assure le géologue. « On nous a menti depuis mai », déplore-t-elle.", "fr")
    spoke = next(one for one in claims if "menti" in one.text and one.attribution)
    assert spoke.attribution is not None
    assert "géologue" not in spoke.attribution.speaker


def test_a_relative_clause_behind_a_role_tells_of_its_bearer() -> None:
    claims = _claims(
        "« La récolte est perdue », regrette Jeanne Faure, éleveuse à Saint-Paul, qui emploie six personnes.", "fr"
    )
    assert "Jeanne Faure qui emploie six personnes" in _texts(claims)


def test_a_quotation_in_german_marks_ends_where_it_closes() -> None:
    claims = _claims("„Das Geld reicht nicht“, klagte Stadträtin Petra Lang, die seit 2018 im Amt ist.", "de")
    assert any(one.endswith("Petra Lang, die seit 2018 im Amt ist") for one in _texts(claims))
    text = "„Wir haben gedrängt, und man hat uns ausgelacht.“ Die Gewerkschaft verlangt mehr."
    assert [text[one.start : one.end] for one in split_sentences(text, "de")][1] == "Die Gewerkschaft verlangt mehr."
    text = "Das Team will einen Test entwickeln. 2,4 Millionen Euro sind zugesagt."
    assert len(split_sentences(text, "de")) == 2


def test_the_place_of_an_office_bears_no_title() -> None:
    claims = _claims("Maire de Varenne depuis 2008, Sophie Launay assure que la digue tiendra.", "fr")
    assert _texts(claims)[0] == "Maire de Varenne depuis 2008, Sophie Launay"
    assert "Maire de Varenne" not in _texts(claims)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Muere Ana Ruiz, pionera del flamenco", "es", "Ana Ruiz"),
        ("Dimite Pedro Gil tras la denuncia", "es", "Pedro Gil"),
        ("Rosa Vega llegó ayer", "es", "Rosa Vega"),
        ("Умер Иван Петров, автор романа", "ru", "Иван Петров"),
        ("Das Gericht bestellte den Dortmunder Rechtsanwalt Dr. Holger Nienstedt", "de", "Holger Nienstedt"),
    ],
)
def test_verbs_and_titles_are_no_part_of_a_name(text: str, language: str, name: str) -> None:
    assert name in [one.text for one in find_names(text, language)]


def test_a_headline_lends_no_verb_to_a_fill() -> None:
    claims = _claims(
        "El kilo se vendió ayer en 98 pesos.", "es", title="Productores frenan el corte y el kilo roza los 98 pesos"
    )
    assert _texts(claims) == ["El kilo se vendió ayer en 98 pesos"]


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("La cinta llegará a 60 salas", "es", "predicted"),
        ("La obra que abrirá en mayo costó 3 millones", "es", "asserted"),
        ("Irán cerró el estrecho", "es", "asserted"),
        ("Die Schule musste im Februar schließen", "de", "asserted"),
        ("Die Stadt konnte 2023 keine Lehrer finden", "de", "asserted"),
        ("Die Stadt könnte 2026 Lehrer finden", "de", "conditional"),
    ],
)
def test_accents_tell_what_is_and_what_will_or_might_be(text: str, language: str, modality: str) -> None:
    assert modality_of(text, language) is Modality(modality)


def test_a_quoted_speakers_own_takes_up_nobody_else() -> None:
    text = (
        "Yvette Guillou a perdu 92 000 euros. « Mon client voulait tout rendre avant sa retraite », a dit son avocat."
    )
    assert not [one.text for one in _claims(text, "fr") if "[Yvette Guillou]" in one.text and "client" in one.text]


def test_a_determined_noun_of_a_quotation_is_no_name() -> None:
    assert find_names("„Solche Pläne gab es nicht“, sagte sie.", "de") == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Né à Brest en 1950, le peintre a exposé à Lyon", "affirmed"),
        ("La langue aura disparu quinze ans plus tôt que ne le prévoyait le scénario", "affirmed"),
        ("Il ne viendra pas plus tôt", "negated"),
    ],
)
def test_not_every_ne_denies(text: str, polarity: str) -> None:
    assert polarity_of(text, "fr") is Polarity(polarity)
