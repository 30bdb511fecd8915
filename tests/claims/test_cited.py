"""Who speaks where a medium cites a source, where one saying holds another, and where somebody is told."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import ClaimKind


def told(text: str, language: str, kind: ClaimKind) -> list[tuple[str, tuple[str, ...]]]:
    """The speaker of each claim of a kind, and through whom."""
    article = read_article(
        f"A heading\n\n{text}".encode(), source="a.txt", language=language, published_on=date(2026, 11, 20)
    )
    return [
        (one.attribution.speaker, one.attribution.outer)
        for one in extract_claims(article)
        if one.kind is kind and one.attribution is not None
    ]


@pytest.mark.parametrize(
    ("language", "text", "source", "medium"),
    [
        ("de", "Der Kanal Nordblick berichtete unter Berufung auf das Bauamt, dass der Tunnel 2019 gesperrt wurde.", "das Bauamt",
         "Der Kanal Nordblick"),
        ("de", "Der Tunnel werde 2027 gesperrt, meldete die Zeitung unter Berufung auf zwei Beamte.", "zwei Beamte", "die Zeitung"),
        ("en", "Reuters, citing officials at the ministry, reported that the bank cut 400 jobs in May.", "officials at the ministry",
         "Reuters"),
        ("fr", "La Gazette, citant deux conseillers du ministre, rapporte que le tunnel a été fermé en mars.",
         "deux conseillers du ministre", "La Gazette"),
        ("fr", "Selon « Le Phare », qui cite un conseiller du ministre, le tunnel a été fermé en mars.", "un conseiller du ministre", "Le Phare"),
        ("de", "Laut dem «Tagesecho», das sich auf einen Beamten des Bauamts beruft, wurde der Tunnel 2019 gesperrt.", "einen Beamten des Bauamts",
         "dem «Tagesecho»"),
        ("en", "According to the Harbour Post, which cited two officials, the quay closed in March.", "two officials", "the Harbour Post"),
        ("es", "El diario El Faro, citando a dos funcionarios del puerto, informó de que el muelle cerró en marzo.",
         "dos funcionarios del puerto", "El diario El Faro"),
        ("ru", "Агентство «Север» со ссылкой на источник в министерстве сообщило, что мост закрыли в марте.",
         "источник в министерстве", "Агентство «Север»"),
        ("ru", "Как пишет «Вечерний порт» со ссылкой на источник в следствии, мост закрыли в марте.", "источник в следствии", "Вечерний порт"),
        ("de", "Das „Hafenblatt“ berichtete unter Berufung auf Ermittler, der Offizier habe geschlafen.", "Ermittler", "Hafenblatt"),
        ("tr", "Liman gazetesi, bir bakanlık yetkilisine dayanarak köprünün mart ayında kapatıldığını yazdı.",
         "bir bakanlık yetkilisine", "Liman"),
        ("tr", "Liman Postası gazetesi ise iki görevliye dayanarak köprünün mart ayında kapatıldığını yazdı.", "iki görevliye",
         "Liman Postası"),
        ("fa", "خبرگزاری «افق» به نقل از یک مقام آگاه گزارش داد که پل در فروردین بسته شد.", "یک مقام آگاه", "خبرگزاری «افق»"),
        ("zh", "《江城晚报》昨天援引一名工程师的话报道，三列电车在试运行期间出现制动故障。", "一名工程师", "《江城晚报》"),
    ],
)  # fmt: skip
def test_a_cited_source_speaks_through_its_medium(language: str, text: str, source: str, medium: str) -> None:
    """That it was said and what was said are both the source's."""
    for kind in (ClaimKind.SPEECH, ClaimKind.CONTENT):
        assert (source, (medium,)) in told(text, language, kind)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The company said it had closed three plants, citing rising energy costs.", "The company"),
        ("de", "Der Zeuge lehnte unter Berufung auf sein Schweigerecht ab und sagte, er kenne den Mann nicht.", "Der Zeuge"),
        ("tr", "Bakan Ali Demir, ekonomik nedenlere dayanarak köprünün kapatıldığını söyledi.", "Bakan Ali Demir"),
    ],
)  # fmt: skip
def test_a_reason_or_ground_is_no_source(language: str, text: str, speaker: str) -> None:
    """Who gives a reason speaks for himself."""
    assert {one for one, outer in told(text, language, ClaimKind.SPEECH)} == {speaker}


def test_a_saying_keeps_its_speaker_where_another_says_something_within_it() -> None:
    """The site reports, the reviewer tells; neither is taken for the other."""
    text = "The news site Harbour reported last week that a clerk had told the council that a third of the files were lost."
    assert told(text, "en", ClaimKind.SPEECH) == [
        ("The news site Harbour", ()),
        ("a clerk", ("The news site Harbour",)),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وذكرت صحيفة «السوق» أن مسؤولا سابقا في الشركة أبلغ المحققين بأن اجتماعات سرية عقدت في فندق بالعاصمة.",
         "مسؤولا سابقا في الشركة"),
        ("وقال المدرب سامي الخطيب إن الفريق خسر ثلاث مباريات. وصرح لقناة «المدى» بأن الهدف سبقته لمسة يد واضحة.",
         "المدرب سامي الخطيب"),
    ],
)  # fmt: skip
def test_whoever_is_told_does_not_speak(text: str, speaker: str) -> None:
    """The object of "told" and the noun behind "to" hear it."""
    assert told(text, "ar", ClaimKind.CONTENT)[-1][0] == speaker
    assert told(text, "ar", ClaimKind.SPEECH)[-1][0] == speaker
