"""Turkish and Russian: who tells a question, what is denied, what stands beside a name, and days told by a month alone."""

from datetime import date

import pytest

from claims.article import read_article
from claims.clauses import split_clauses
from claims.dates import find_times
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind, Modality, Polarity
from claims.speech import find_speech
from claims.speech_acts import act_of
from claims.wording import modality_of, polarity_of

DAY = date(2026, 11, 5)


def claims_of(text: str, language: str) -> list[Claim]:
    """The claims of a text that has a headline of its own."""
    opening = {"tr": "Kasabada bir gün", "ru": "Один день города"}[language]
    data = f"{opening}\n\n{text}\n".encode()
    return [one for one in extract_claims(read_article(data, source="x.txt", published_on=DAY)) if one.quote in text]


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    """Kind, words and speaker of each claim."""
    return [
        (str(one.kind), " | ".join(text[a.start - at : a.end - at] for a in one.quote_spans), one.attribution.speaker if one.attribution else "")
        for one in claims_of(text, language)
        for at in (one.quote_spans[0].start - text.index(one.quote),)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("tr", 'Nermin Uslu, her sabah fırının önünde bekliyor ve geçenlere aynı soruyu soruyor: "Bu un nereden geldi?"', 'Nermin Uslu | geçenlere aynı soruyu soruyor: "Bu un nereden geldi?"', "Nermin Uslu"),
        ("ru", "Нина Гусева каждую пятницу приходит к зданию суда и спрашивает прохожих: «Кто запер дверь?»", "Нина Гусева | спрашивает прохожих: «Кто запер дверь?»", "Нина Гусева"),
    ],
)  # fmt: skip
def test_who_asks_a_question_says_something(language: str, text: str, said: str, speaker: str) -> None:
    """A sentence that closes with a quoted question tells that it was asked, and what its first verb tells besides."""
    made = told(text, language)
    assert ("speech", said, speaker) in made
    assert [kind for kind, _, _ in made].count("content") == 1


def test_a_question_is_still_no_claim() -> None:
    """Where nobody tells who asks, a question asserts nothing."""
    assert claims_of("Kasaba bu acıya daha kaç kez katlanmalı?", "tr") == []
    assert claims_of("Кто ответит за пустые склады?", "ru") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Bakanlık dün haberi ne doğruladı ne yalanladı"),
        ("ru", "Минздрав эти данные пока не подтвердил"),
        ("ru", "Губернатор Олег Зимин эти слова не опроверг"),
    ],
)
def test_what_nobody_said_is_no_speech(language: str, text: str) -> None:
    """That a ministry did not confirm is a denied fact about it."""
    assert act_of(text, language) is None
    assert polarity_of(text, language) is Polarity.NEGATED


def test_acts_of_speech_stay() -> None:
    """Without a denial they are what they were; what somebody finds a thing to be is one in Turkish."""
    assert act_of("Минздрав эти данные подтвердил", "ru") is not None
    assert act_of("Bakanlık haberi yalanladı", "tr") is not None
    assert act_of("Murat Ede ücret teklifini yetersiz buluyor", "tr") == ("buluyor", 0, 9)
    assert act_of("Murat Ede yolunu her zaman kolayca buluyor", "tr") is None


def test_a_denied_noun_is_denied_in_the_past() -> None:
    """As "değil" does, "değildi" denies."""
    assert polarity_of("Kerem Tosun o gece tesiste bile değildi", "tr") is Polarity.NEGATED


def test_what_is_set_beside_a_turkish_name_is_a_claim_of_its_own() -> None:
    """Neither the speech nor who speaks holds what a person or firm is."""
    made = told('Kooperatifin başkanı Selma Tunç, 1961 Rize doğumlu emekli bir öğretmen, "Çay bahçelerini satmayacağız" dedi.', "tr")  # fmt: skip
    assert ("speech", 'Kooperatifin başkanı Selma Tunç | "Çay bahçelerini satmayacağız" dedi', "Kooperatifin başkanı Selma Tunç") in made  # fmt: skip
    assert ("content", "Kooperatifin başkanı Selma Tunç, 1961 Rize doğumlu emekli bir öğretmen", "") in made
    made = told("Kömür ocağını işleten Tepeli Enerji, 2004'te kurulan bir aile şirketi, iddiaları reddetti.", "tr")
    assert ("speech", "Tepeli Enerji | iddiaları reddetti", "Tepeli Enerji") in made
    assert ("content", "Tepeli Enerji, 2004'te kurulan bir aile şirketi", "") in made


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Kadir Bozan, gazetecilere "Depoyu kim boşalttı?" diye sordu.', "Kadir Bozan"),
        ("Kurulun başkanı, Akçay Üniversitesi'nden mühendis Ayhan Sezer, gazetemize yaptığı açıklamada, \"Kolonlar hiç denetlenmemiş\" dedi.", "Akçay Üniversitesi'nden mühendis Ayhan Sezer"),
        ('Yarışı kazanacak ekibin kaptanı Ece Ak, "Kupayı köyümüze getireceğiz" dedi.', "ekibin kaptanı Ece Ak"),
        ("İddianamede, depoda 40 ton kimyasal bulunduğu ve uyarıların dikkate alınmadığı belirtiliyor.", "İddianamede"),
        ("Raporda barajın yüzde 30'a indiği vurgulandı.", "Raporda"),
    ],
)  # fmt: skip
def test_turkish_speakers(text: str, speaker: str) -> None:
    """Whoever has the full name before a quotation, without to whom and where; a document speaks for itself."""
    found = find_speech(text, "tr")
    assert [text[slice(*one.speaker)] for one in found if one.speaker] == [speaker]


def test_an_owner_is_not_who_speaks() -> None:
    """The lawyer of a firm speaks, not the firm."""
    text = 'Şirketin avukatı Nalan Erk yazılı açıklamasında hiçbir vananın kapatılmadığını savundu; "Rıza Taş o sabah ocakta bile değildi" diye ekledi.'
    speakers = {one.attribution.speaker for one in claims_of(text, "tr") if one.attribution}
    assert speakers == {"Şirketin avukatı Nalan Erk"}


def test_one_among_many_stands_for_nobody() -> None:
    """ "Bir şirket" and "başkanlık etmek" take up no firm and no chairman told before."""
    text = "Tepeli Madencilik ocağı kapattı. Kurula avukat Sevgi Aladağ başkanlık edecek. Aladağ, ocağı bir şirketin satın aldığını söyledi."
    assert not [one.text for one in claims_of(text, "tr") if "şirketin [" in one.text or "başkanlık [" in one.text]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Если банк отзовёт кредит, заводу придётся уволить 400 рабочих, предупреждает она", "она"),
        ("Как следует из отчёта компании, выручка выросла на 12 процентов", "отчёта компании"),
        ("Как видно из документов суда, завод получил субсидию в 2021 году", "документов суда"),
    ],
)
def test_russian_speakers(text: str, speaker: str) -> None:
    """Who warns behind a condition says all of it, and papers are sources."""
    (found,) = find_speech(text, "ru")
    assert found.speaker is not None
    assert text[slice(*found.speaker)] == speaker


def test_a_word_of_day_before_a_verb_leaves_the_subject() -> None:
    """What is joined by "а вчера" and a verb is told of the subject before it; one with its own subject is not."""
    text = "Завод остановил печь, а вчера уволил мастера"
    assert [text[a:b] for a, b in split_clauses(text, 0, len(text), "ru")[1].spans] == ["Завод", "вчера уволил мастера"]
    text = "Мэр подал в отставку, а вчера полиция задержала его сына"
    assert [text[a:b] for a, b in split_clauses(text, 0, len(text), "ru")[1].spans] == ["вчера полиция задержала его сына"]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Дело возбудят до конца мая", "Жильцов расселят к осени", "Шубин рассчитывает собрать 300 тонн пшеницы"]
)
def test_russian_futures(text: str) -> None:
    """Perfective verbs without a subject and what somebody counts on lie ahead."""
    assert modality_of(text, "ru") is Modality.PREDICTED


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Cirosu eylülde yüzde 18 düştü", "2026-09-01", "2026-09-30"),
        ("Temmuzda kapatılan fabrika açılmadı", "2026-07-01", "2026-07-31"),
        ("haziran ayındaki denetimde eksik bulunmadı", "2026-06-01", "2026-06-30"),
        ("Tünel mart sonuna kadar açılacak", "2026-11-05", "2027-03-31"),
    ],
)
def test_turkish_months_by_their_ending(text: str, first: str, last: str) -> None:
    """The ending of place or "sonuna kadar" tells that a month is meant, without another word beside it."""
    (found,) = find_times(text, "tr", published_on=DAY)
    assert (str(found.first), str(found.last)) == (first, last)


def test_a_stove_is_no_month() -> None:
    """ "Ocakta" is in the hearth or mine as often as in January."""
    assert find_times("İşçiler ocakta mahsur kaldı", "tr", published_on=DAY) == []


def test_a_speech_is_told_once() -> None:
    """What the rules take for an act of speech does not come out as a fact as well."""
    made = claims_of("Sendikanın başkanı Murat Ede ücret teklifini yetersiz buluyor.", "tr")
    assert [one.kind for one in made if "buluyor" in one.quote] == [ClaimKind.SPEECH]
