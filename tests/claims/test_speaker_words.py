"""Whoever tells a claim stands there whole and alone, and each of two joined acts of speaking is a claim."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind


def told(text: str, language: str) -> list[Claim]:
    """The claims of a text that somebody tells."""
    article = read_article(
        f"A heading\n\n{text}".encode(), source="a.txt", language=language, published_on=date(2026, 11, 20)
    )
    return [claim for claim in extract_claims(article) if claim.attribution is not None]


def speaker_of(text: str, language: str, said: str) -> str:
    """Who tells the last claim that holds some words."""
    found = [one for one in told(text, language) if said in one.text][-1]
    assert found.attribution is not None
    return found.attribution.speaker


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("ru", "Дирекция завода эти данные опровергла.", "опровергла", "Дирекция завода"),
        ("ru", "Газета «Маяк» сообщила, что мост закроют в мае.", "сообщила", "Газета «Маяк»"),
        ("de", "Den Vorwurf wies die Firma zurück.", "wies", "die Firma"),
        ("de", "Der »Talbote« berichtete am Montag, das Bad werde 2027 geschlossen.", "berichtete", "Der »Talbote«"),
        ("de", "Die „Neue Talpost“ berichtete am Freitag, das Land habe die Mittel gestrichen.", "habe die Mittel", "Die „Neue Talpost“"),
        ("de", "Das „Bündnis für Bäume“ kritisierte die Fällung von 40 Linden.", "kritisierte", "Das „Bündnis für Bäume“"),
        ("de", "Zuletzt hatte der „Talbote“ berichtet, der Verein habe mit zwei Firmen verhandelt.", "habe mit zwei", "der „Talbote“"),
        ("de", "Der Angeklagte hatte im Mai noch alle Vorwürfe bestritten.", "bestritten", "Der Angeklagte"),
        ("de", "Ein Sprecher des Amtes wies die Kritik am Montag zurück: Seit 2019 seien nur drei Fälle gemeldet worden.", "seien nur", "Ein Sprecher des Amtes"),
        ("de", "Kolb warf der Stadtverwaltung vor, drei Anträge nicht bearbeitet zu haben.", "warf", "Kolb"),
        ("de", "Ministerin Eva Stadler besuchte das Werk. Wie sie dem Sender sagte, müsse die Firma 40 Stellen streichen.", "müsse", "Eva Stadler"),
        ("de", "Bürge Kurt Böhm schwieg lange. Er habe das Geld nur leihen wollen, sagte er damals, später sei der Plan gescheitert.", "gescheitert", "Bürge Kurt Böhm"),
        ("de", "„Bitterer Tag“ nannte Bürgermeister Olaf Renn die Schließung.", "nannte", "Bürgermeister Olaf Renn"),
        ("ru", "В ходе прений адвокат Пётр Орлов заявил, что дело закрыто.", "дело закрыто", "Пётр Орлов"),
        ("ru", "Вчера губернатор заявил, что мост закроют в мае.", "мост закроют", "губернатор"),
        ("ru", "Мэр Кирилл Панин ещё весной требовал закрыть рынок.", "требовал", "Мэр Кирилл Панин"),
        ("tr", "Belediye sözcüsü iddiayı yalanladı.", "yalanladı", "Belediye sözcüsü"),
        ("tr", "Belediye sözcüsü iddiayı yalanladı. Annesi Ayla Kurt pazar günü kursu kapıdan izledi. “Ben kırk yaşındayım, hiç bisiklete binmedim” dedi.",
         "kırk", "Ayla Kurt"),
        ("es", "La rectora Ana Gil inauguró el curso. El lunes, sin embargo, declaró a Radio Sierra que no dimitirá antes de junio.",
         "no dimitirá", "Ana Gil"),
        ("es", "Según la comisión, encabezada por el juez Mora, el puente se hundió en 2019.", "se hundió", "la comisión"),
        ("fa", "رضا احمدی گفت که پل بسته شد. او همچنین تأکید کرد که بودجه طرح ۲۰ میلیارد تومان است.", "بودجه", "رضا احمدی"),
        ("zh", "校长王立新说，学校去年亏损30万元。按照他的说法，全市明年将新建5所学校。", "新建5所", "校长王立新"),
        ("en", "The Harbour Times reported on Friday that the minister had told colleagues that he would resign by June.",
         "he [the minister] would resign", "the minister"),
    ],
)  # fmt: skip
def test_nothing_is_cut_off_a_speaker_and_nothing_is_his_that_is_not(
    language: str, text: str, said: str, speaker: str
) -> None:
    """No object, adverb, time or hearer is in his words; names and titles in quotation marks are whole."""
    assert speaker_of(text, language, said) == speaker


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("es", "El alcalde negó las acusaciones y anunció que acudirá al juzgado.",
         ["El alcalde negó las acusaciones", "El alcalde anunció que acudirá al juzgado"]),
        ("fr", "Le maire a dénoncé une manœuvre et assuré que le budget était équilibré.",
         ["Le maire a dénoncé une manœuvre", "Le maire et assuré que le budget était équilibré"]),
        ("de", "Ein Sprecher bestätigte die Verzögerung und versicherte, die Brücke werde im März fertig.",
         ["Ein Sprecher bestätigte die Verzögerung", "Ein Sprecher versicherte, die Brücke werde im März fertig"]),
        ("de", "Ministerin Lia Roth räumte ein, dass das Amt zu spät geprüft habe, wies aber den Vorwurf der Untätigkeit zurück.",
         ["Ministerin Lia Roth räumte ein, dass das Amt zu spät geprüft habe", "Ministerin Lia Roth wies aber den Vorwurf der Untätigkeit zurück"]),
        ("fa", "احمدی این خبر را رد کرد و یادآور شد که سه مدرسه در روستا ساخته شده است.",
         ["احمدی این خبر را رد کرد", "احمدی یادآور شد که سه مدرسه در روستا ساخته شده است"]),
        ("zh", "教育局副局长王立新承认，有12所学校没有食堂，但他否认政府减少了拨款。",
         ["教育局副局长王立新承认，有12所学校没有食堂", "他[王立新]否认政府减少了拨款"]),
        ("en", "Battery maker Voltar said Monday it is closing two plants, and its chief executive admitted that the company had acted too late.",
         ["Battery maker Voltar said Monday it is closing two plants", "its [Voltar] chief executive admitted that the company had acted too late"]),
    ],
)  # fmt: skip
def test_each_of_two_joined_acts_of_speaking_is_a_claim(language: str, text: str, acts: list[str]) -> None:
    """Each has its own verb, speaker and words, and nobody passes on the other."""
    found = [one for one in told(text, language) if one.kind is ClaimKind.SPEECH]
    assert [one.text.removeprefix("但") for one in found] == acts
    assert all(one.attribution is not None and not one.attribution.outer for one in found)


def test_what_an_office_turns_down_is_not_said_by_the_application() -> None:
    """A German object that stands first speaks for nobody."""
    assert told("Einen Antrag des Vereins lehnte das Bauamt 2020 ab.", "de") == []


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("de", "Abgeordnete Lore Wendt nannte den Beschluss kurzsichtig.", "nannte", "Abgeordnete Lore Wendt"),
        ("de", "Die Krankenkasse Vita hält den Preis für vertretbar.", "hält", "Die Krankenkasse Vita"),
        ("de", "Der Wirt Klaus Rehm klagte über den Lärm der Züge.", "klagte", "Der Wirt Klaus Rehm"),
        ("de", "Biologe Tom Wern hält die Daten für vielversprechend, warnt aber vor voreiligen Schlüssen.", "warnt", "Biologe Tom Wern"),
        ("de", "Richterin Sabine Lehner nannte die Tat „planvoll und kalt“. Pichler habe 214 Rechnungen gefälscht.", "214", "Richterin Sabine Lehner"),
        ("de", "Die Dienststelle äußerte sich zurückhaltender: Man prüfe das Verfahren.", "Man prüfe", "Die Dienststelle"),
        ("ru", "Депутат Галина Тарасова считает такой бюджет нечестным.", "считает", "Депутат Галина Тарасова"),
        ("ru", "Эту идею депутат Сергей Юдин назвал преждевременной.", "назвал", "депутат Сергей Юдин"),
        ("ru", "В мэрии обвинения назвали надуманными.", "назвали", "мэрии"),
        ("ru", "Губернатор Пётр Лапин попросил министерство продлить контракт.", "попросил", "Губернатор Пётр Лапин"),
        ("ru", "Сергей Ветров вину не признал. Он утверждает, что денег не брал.", "денег не брал", "Сергей Ветров"),
    ],
)  # fmt: skip
def test_a_judgement_and_a_demand_are_told_by_whoever_utters_them(
    language: str, text: str, said: str, speaker: str
) -> None:
    """No reported words follow; who judges speaks, and may go on in the next sentence."""
    assert speaker_of(text, language, said) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt hält 40 Betten für Notfälle bereit.",
        "Der Pfarrer hielt eine Rede für den Frieden.",
        "Die Firma nannte keine Gründe.",
        "Der Läufer klagte über Magenprobleme.",
        "Das Gericht hat den Kassenwart am Dienstag zu vier Jahren Haft verurteilt.",
        "Der Verein kündigte eine Klage an.",
    ],
)
def test_the_same_german_verbs_say_nothing_otherwise(text: str) -> None:
    """What somebody keeps ready, names, suffers or does is the article's word."""
    assert told(text, "de") == []
