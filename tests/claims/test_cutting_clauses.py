"""Sentences of our own writing, cut into what an editor would list, in languages that are read without a parse."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import ClaimKind

CASES = [
    ("de", "Am Montag eröffnete die Stadt Halbrück ein neues Schwimmbad und schloss zwei alte Bäder.",
     ["Am Montag eröffnete die Stadt Halbrück ein neues Schwimmbad", "die Stadt Halbrück | schloss zwei alte Bäder"]),
    ("de", "Die Brücke wurde 1998 gebaut, 2015 saniert und im vergangenen Jahr für Lastwagen gesperrt.",
     ["Die Brücke wurde 1998 gebaut", "Die Brücke wurde | 2015 saniert",
      "Die Brücke wurde | im vergangenen Jahr für Lastwagen gesperrt"]),
    ("de", "Obwohl die Kosten um 30 Prozent stiegen, hielt der Stadtrat an dem Vorhaben fest.",
     ["die Kosten um 30 Prozent stiegen", "hielt der Stadtrat an dem Vorhaben fest"]),
    ("de", "Wenn die Kosten um 30 Prozent steigen, muss der Stadtrat das Vorhaben aufgeben.",
     ["Wenn die Kosten um 30 Prozent steigen, muss der Stadtrat das Vorhaben aufgeben"]),
    ("fr", "Le pont a été construit en 1998, rénové en 2015 et fermé l'an dernier.",
     ["Le pont a été construit en 1998", "Le pont | a été | rénové en 2015", "Le pont | a été | fermé l'an dernier"]),
    ("fr", "Lundi, la mairie de Vauclair a inauguré un hôpital et fermé deux dispensaires.",
     ["Lundi, la mairie de Vauclair a inauguré un hôpital", "Lundi, la mairie de Vauclair | a | fermé deux dispensaires"]),
    ("fr", "La mine a été cédée aux salariés, regroupés en coopérative.",
     ["La mine a été cédée aux salariés", "salariés, regroupés en coopérative"]),
    ("es", "Un total de 45 vecinos fueron evacuados después de que el río inundara dos barrios.",
     ["Un total de 45 vecinos fueron evacuados", "el río inundara dos barrios"]),
    ("es", "La ley entró en vigor en enero, pero ningún municipio la ha aplicado.",
     ["La ley entró en vigor en enero", "ningún municipio la ha aplicado"]),
    ("ru", "Команда победила «Ротор» со счётом 3:1, поднявшись на второе место.",
     ["Команда победила «Ротор» со счётом 3:1", "Команда | поднявшись на второе место"]),
    ("tr", "Yangında 14 kişi hayatını kaybederken, 32 kişi yaralandı.",
     ["Yangında 14 kişi hayatını kaybederken", "32 kişi yaralandı"]),
    ("tr", "Yol kapatıldı ve otobüs güzergahları değiştirildi.", ["Yol kapatıldı", "otobüs güzergahları değiştirildi"]),
    ("fa", "این فیلم که مریم نوری آن را کارگردانی کرده، سه میلیون بیننده داشت.",
     ["این فیلم که مریم نوری آن را کارگردانی کرده", "این فیلم | سه میلیون بیننده داشت"]),
    ("zh", "这家成立于1998年的公司在12个国家开展业务，雇用3400人。",
     ["这家成立于1998年的公司在12个国家开展业务", "这家成立于1998年的公司 | 雇用3400人"]),
    ("zh", "火灾造成14人死亡，32人受伤。", ["火灾造成14人死亡", "32人受伤"]),
]  # fmt: skip

TOLD = [
    ("de", "Die Behörde habe die Warnungen ignoriert, heißt es in dem Gutachten.", "dem Gutachten"),
    ("es", "La ministra dijo que la obra costará 3 millones y añadió que el puente abrirá en mayo.", "La ministra"),
    ("es", "El banco, según explicó su presidenta Ana Roca, no repartirá dividendos este año.", "su presidenta Ana Roca"),
    ("fr", "Élue en 2014 puis réélue en 2020, la maire a annoncé que le pont rouvrirait en mai.", "la maire"),
    ("tr", "Üniversiteden yapılan açıklamada, soruşturmanın mart ayında tamamlandığı belirtildi.", "Üniversite"),
    ("tr", "Uzmanlar, göldeki su seviyesinin son on yılda üç metre düştüğüne dikkat çekti.", "Uzmanlar"),
    ("fa", "نادر صفایی گفت افزایش دستمزد ۱۲ درصد بوده است.", "نادر صفایی"),
]  # fmt: skip


def cut(text: str, language: str) -> list[tuple[ClaimKind, str, str]]:
    """Kind, spans and speaker of each claim."""
    article = read_article(text.encode(), source="x.txt", published_on=date(2025, 6, 18), language=language)
    return [
        (
            claim.kind,
            " | ".join(article.text[span.start : span.end] for span in claim.quote_spans),
            claim.attribution.speaker if claim.attribution else "",
        )
        for claim in extract_claims(article, learnt=False)  # what the rules cut by themselves
    ]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_sentence_is_cut_into_what_it_asserts(language: str, text: str, expected: list[str]) -> None:
    """Each assertion once, with the subject and the auxiliary that it shares."""
    assert sorted(spans for _, spans, _ in cut(text, language)) == sorted(expected)


@pytest.mark.parametrize(("language", "text", "speaker"), TOLD)
def test_what_is_told_has_its_teller(language: str, text: str, speaker: str) -> None:
    """The content is a claim of its own under whoever told it, and nobody else tells anything."""
    claims = cut(text, language)
    assert any(kind is ClaimKind.CONTENT and told == speaker for kind, _, told in claims)
    assert {told for _, _, told in claims} <= {speaker, ""}


def test_a_german_past_is_no_reported_speech() -> None:
    """Without its dots "würden" would be "wurden", and a show would be a saying."""
    claims = cut("Das Museum zeigt 80 Bilder, darunter 12, die nie zuvor ausgestellt wurden.", "de")
    assert {kind for kind, _, _ in claims} == {ClaimKind.CONTENT}


def test_who_spoke_also_does_what_follows() -> None:
    """A second verb behind a speech is told of the speaker."""
    claims = cut("El portavoz negó que el ministro hubiera recibido dinero y anunció una querella.", "es")
    assert (ClaimKind.CONTENT, "El portavoz | anunció una querella", "") in claims
