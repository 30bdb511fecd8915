"""Claims that the segmenter found: cut safely, each under whoever says it."""

from datetime import date

import pytest

from claims import segmenter
from claims.article import read_article
from claims.clause_base import Spans
from claims.errors import WeightsUnusable
from claims.extract import extract_claims
from claims.learnt_tellers import Tellers
from claims.records import Attribution, BlockKind, ClaimKind, Sentence, Span
from claims.segmenter import Told
from claims.standing import Context


def told(text: str, language: str) -> list[tuple[str, str]]:
    """The text of each claim that is no saying, and who tells it."""
    article = read_article(text.encode(), source="a.txt", language=language, published_on=date(2025, 3, 28))
    return [
        (claim.text, claim.attribution.speaker if claim.attribution else "")
        for claim in extract_claims(article)
        if claim.kind is ClaimKind.CONTENT
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "La alcaldesa, elegida en 2019, anunció el lunes que el puente cerrará en mayo y que las obras costarán 3 millones.",
         {("La alcaldesa, elegida en 2019", ""), ("el puente cerrará en mayo", "La alcaldesa"), ("las obras costarán 3 millones", "La alcaldesa")}),
        ("es", "El acusado, según la fiscalía, alquilaba pisos a turistas, cobraba tres meses por adelantado y desaparecía sin entregar las llaves.",
         {("El acusado alquilaba pisos a turistas", "la fiscalía"), ("El acusado cobraba tres meses por adelantado", "la fiscalía"),
          ("El acusado desaparecía sin entregar las llaves", "la fiscalía")}),
        ("ru", "Министр Иван Петров заявил, что мост откроют в мае, а ремонт обойдётся в 3 миллиарда рублей.",
         {("Министр Иван Петров", ""), ("мост откроют в мае", "Министр Иван Петров"), ("ремонт обойдётся в 3 миллиарда рублей", "Министр Иван Петров")}),
        ("fa", "این کارخانه که در سال ۱۳۴۵ ساخته شد، ۲۰۰ کارگر دارد و محصولاتش را به عراق صادر می‌کند.",
         {("این کارخانه که در سال ۱۳۴۵ ساخته شد", ""), ("این کارخانه ۲۰۰ کارگر دارد", ""), ("این کارخانه محصولاتش را به عراق صادر می‌کند", "")}),
    ],
)  # fmt: skip
def test_every_statement_is_a_claim_with_its_subject_and_its_speaker(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    """Rules alone left such sentences whole, or cut them without who says so."""
    assert set(told(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Waldliste stützt den Kredit, hat aber eine Frist verlangt.",
         ["Die Waldliste stützt den Kredit", "Die Waldliste hat aber eine Frist verlangt"]),
        ("tr", "Liman İşçileri Derneği'nin genel sekreteri Sevgi Aral kararı haksız buluyor.",
         ["Liman İşçileri Derneği'nin genel sekreteri Sevgi Aral"]),
        ("fr", "Le maire, Hugo Lantier, n'a pas retenu le projet, et deux élus ont démissionné.",
         ["Le maire, Hugo Lantier", "Le maire n'a pas retenu le projet", "deux élus ont démissionné"]),
    ],
)  # fmt: skip
def test_the_likelier_reading_of_one_statement_is_told(language: str, text: str, expected: list[str]) -> None:
    """With its subject and its whole name, and without what is told besides."""
    made = [one.replace(" [?]", "") for one, _ in told(text, language)]
    assert set(expected) <= set(made)
    assert not {"hat aber eine Frist verlangt", "İşçileri Derneği'nin genel sekreteri Sevgi Aral"} & set(made)


def test_a_clause_that_says_which_one_stays_with_its_noun() -> None:
    """Not every fisher declares the catch, and none is said to sell in port."""
    made = [
        text for text, _ in told("Los pescadores que venden en el puerto declaran sus capturas y pagan una tasa.", "es")
    ]
    assert made
    assert all(text.startswith("Los pescadores que venden en el puerto") and len(text) > 45 for text in made)


def test_who_was_spoken_of_does_not_do_what_the_speaker_does() -> None:
    """The minister announces nothing, and that he was paid is nobody's word."""
    assert told("El portavoz negó que el ministro hubiera cobrado y anunció una querella.", "es") == [
        ("El portavoz anunció una querella", "")
    ]


def test_broken_weights_say_what_to_do(tmp_path, monkeypatch) -> None:
    """One sentence, and no claim cut by half a program."""
    broken = tmp_path / "segmenter.safetensors"
    broken.write_bytes(b"no weights")
    monkeypatch.setattr(segmenter, "FILE", broken)
    segmenter.load_segmenter.cache_clear()
    try:
        with pytest.raises(WeightsUnusable, match="Install the program again"):
            told("El puente cerró en mayo.", "es")
    finally:
        segmenter.load_segmenter.cache_clear()


def _heard(heard: float, telling: Spans, speaker: str) -> Attribution | None:
    """Whom a claim of the rules is told by in the end, `speaker` being whom the rules name."""
    text = "The survey was late, the mayor said, and 40 houses were flooded."
    sentence = Sentence(id="s", article_id="a", start=0, end=len(text), text=text, language="en", block=BlockKind.BODY)
    at = text.find(speaker)
    said = Attribution(speaker=speaker, verb="said", speaker_span=Span(start=at, end=at + len(speaker)), outer=())
    place = (text.index("40"), len(text) - 1)
    named = (telling[0][0], telling[0][1] - len(" said")) if telling else None
    told_there = Told((place[1] - 7, place[1]), (place,), telling, 0.9, heard, named)
    tellers = Tellers(sentence, [told_there], [], Context(language="en"))
    return tellers.again(told_there, said if speaker else None)


def test_a_speaker_in_the_sentence_is_believed_unless_the_network_hears_nobody() -> None:
    """Rules hand a speech on over "and" too long; where in doubt, they are right more often."""
    assert _heard(-5.0, (), "the mayor") is None
    said = _heard(-1.0, (), "the mayor")
    assert said is not None
    assert said.speaker == "the mayor"


def test_whoever_the_network_clearly_hears_tells_a_claim_of_the_rules() -> None:
    """And nobody does where it hears somebody dimly."""
    mayor = ((21, 35),)  # "the mayor said"
    said = _heard(4.0, mayor, "")
    assert said is not None
    assert said.speaker == "the mayor"
    assert _heard(0.5, mayor, "") is None


def test_a_short_sentence_of_one_statement_is_not_taken_apart() -> None:
    """A river may be called "rose", which the network took for a word of its own."""
    assert told("يبلغ طول نهر وردة 212 كيلومتراً. بُني أول سد على نهر وردة عام 1975.", "ar") == [
        ("يبلغ طول نهر وردة 212 كيلومتراً", ""),
        ("بُني أول سد على نهر وردة عام 1975", ""),
    ]


def test_a_saying_is_no_content_besides() -> None:
    """What she said is hers; that she said it is a claim of speech alone."""
    text = "Tobias Renn is a statistician. Renn also said the patients had been followed for only thirty days."
    assert [(said, who) for said, who in told(text, "en") if "thirty" in said] == [
        ("the patients had been followed for only thirty days", "Tobias Renn")
    ]


def test_a_comma_in_a_number_ends_no_speaker() -> None:
    """As in "3,5 milyon", which stands between speaker and verb."""
    text = "Karaçay Postası gazetesi ise meclisin kulübe 3,5 milyon lira ek ödenek ayıracağını yazdı."
    assert {who for _, who in told(text, "tr") if who} == {"Karaçay Postası"}


def test_a_name_with_its_spelling_in_brackets_is_no_claim() -> None:
    """Of a name told in two scripts nothing is said yet."""
    text = "وقربه ركن للروائي غابرييل غارسيا ماركيز (Gabriel García Márquez) الذي نال الجائزة عام 1982."
    assert not any(claim.endswith("(Gabriel García Márquez)") and "ركن" not in claim for claim, _ in told(text, "ar"))


def test_a_figure_told_twice_is_two_claims() -> None:
    """ "310 jobs, that is 12 per cent" tells what the 310 are; the clause goes on without it."""
    text = "وقالت مديرة المصنع هدى العبيدي إن الشركة ستسرح 310 عمال، أي نحو 12 في المئة من قوتها العاملة، قبل نهاية أكتوبر."
    article = read_article(text.encode(), source="x.txt", language="ar", published_on=date(2025, 3, 28))
    told = {
        " … ".join(article.text[span.start : span.end] for span in one.quote_spans)
        for one in extract_claims(article)
        if one.kind is ClaimKind.CONTENT
    }
    assert "الشركة ستسرح 310 عمال … قبل نهاية أكتوبر" in told
    assert "310 عمال، أي نحو 12 في المئة من قوتها العاملة" in told


def test_what_is_told_of_a_speaker_behind_his_quotation_is_not_said() -> None:
    text = "«ضحك الجيران علينا سنتين»، يتذكر نبيل الحداد، الرئيس السابق للجمعية."
    article = read_article(text.encode(), source="x.txt", language="ar", published_on=date(2025, 3, 28))
    speech = next(one for one in extract_claims(article) if one.kind is ClaimKind.SPEECH)
    assert speech.quote == "«ضحك الجيران علينا سنتين»، يتذكر نبيل الحداد"
