"""Turkish and Persian: whose clause it is, who says it, and which days it means where the verb closes the clause."""

from datetime import date

import pytest

from claims.article import read_article
from claims.clause_base import Spans
from claims.dates import find_times
from claims.draft import Draft
from claims.extract import extract_claims
from claims.mended import mended
from claims.records import ClaimKind
from claims.speech import find_speech
from claims.speech_acts import act_of

DAY = date(2026, 10, 15)  # a Thursday


def spans_of(text: str, claim: str) -> Spans:
    """Where the pieces of a claim stand."""
    made, at = [], 0
    for piece in claim.split(" | "):
        start = text.index(piece, at)
        at = start + len(piece)
        made.append((start, at))
    return tuple(made)


def acts(text: str, language: str) -> list[tuple[str, str]]:
    """Who says what in a sentence."""
    made = find_speech(text, language)
    return [("" if one.speaker is None else text[slice(*one.speaker)], " … ".join(text[a:b] for a, b in one.content)) for one in made]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "claim", "expected"),
    [
        ("tr", "Yeni evler bitti ve bunlardan 40'ı satıldı.", "Yeni | bunlardan 40'ı satıldı", "bunlardan 40'ı satıldı"),
        ("tr", "Kulüp salonu sattı; arsayı Deniz Yapı aldı.", "Kulüp | arsayı Deniz Yapı aldı", "arsayı Deniz Yapı aldı"),
        ("tr", "Kapıyı usta taktı, boyayı ise Ayten kendi parasıyla aldı.",
         "Kapıyı | boyayı ise Ayten kendi parasıyla aldı", "boyayı ise Ayten kendi parasıyla aldı"),
        ("tr", "Sektör geçen ay büyüdü; bu oran son on yılın rekoruydu.", "Sektör | bu oran son on yılın rekoruydu",
         "bu oran son on yılın rekoruydu"),
        ("tr", "Kardeşlerden ikisi göçtü, biri köyde kaldı.", "Kardeşlerden | biri köyde kaldı",
         "Kardeşlerden | biri köyde kaldı"),
        ("tr", "Kulüp salonu sattı ve borcunu ödedi.", "Kulüp | borcunu ödedi", "Kulüp | borcunu ödedi"),
        ("fa", "توفان دست‌کم دو نفر را کشت و ۳۰ خانه را ویران کرد.", "توفان دست‌کم | ۳۰ خانه را ویران کرد",
         "توفان | ۳۰ خانه را ویران کرد"),
        ("fa", "دو راننده دیگر محکوم شدند و راننده سوم آزاد شد.", "دو راننده دیگر | راننده سوم آزاد شد", "راننده سوم آزاد شد"),
        ("fa", "هزینه پل بالا بود و نیمی از آن را بانک ملت پرداخت.", "هزینه پل | نیمی از آن را بانک ملت پرداخت",
         "نیمی از آن را بانک ملت پرداخت"),
        ("fa", "شرکت زیان کرد و نیمی از این زیان جبران شد.", "شرکت | نیمی از این زیان جبران شد", "نیمی از این زیان جبران شد"),
        ("fa", "شرکت زیان کرد و شعبه خود را بست.", "شرکت | شعبه خود را بست", "شرکت | شعبه خود را بست"),
    ],
)  # fmt: skip
def test_a_clause_is_told_of_its_own_subject(language: str, text: str, claim: str, expected: str) -> None:
    """Words that open the clause before are kept where the next one has no subject of its own."""
    draft = Draft(spans=spans_of(text, claim), kind=ClaimKind.CONTENT, attribution=None, subjectless=False)
    assert [" | ".join(text[a:b] for a, b in one.spans) for one in mended(text, language, [draft])] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "“Bu yolu kışın kimse geçemez” diyen Turan, köprünün iki yıldır kapalı olduğunu söyledi.",
         [("Turan", "Bu yolu kışın kimse geçemez"), ("Turan", "köprünün iki yıldır kapalı olduğunu")]),
        ("tr", "Valilik, 30 evin boşaltıldığını duyurmuştu.", [("Valilik", "30 evin boşaltıldığını")]),
        ("tr", "Banka, şubeyi kapatacağını geçen hafta bildirdi.", [("Banka", "şubeyi kapatacağını")]),
        ("tr", "Ona göre dersler çok geç başlıyor ve geç bitiyor.", [("Ona", "dersler çok geç başlıyor ve geç bitiyor")]),
        ("tr", "Uzun süre Lyon'da yaşayan Kara'ya göre bina onarılmadan açılmış.", [("Kara", "bina onarılmadan açılmış")]),
        ("tr", "Üye Ali Tan satışı eleştirdi ve “Kimse bize sormadı bunu” dedi.", [("", "Kimse bize sormadı bunu")]),
        ("fa", "سارا نیکو، معلم روستا، می‌گوید مدرسه از پارسال بسته است.", [("سارا نیکو، معلم روستا", "مدرسه از پارسال بسته است")]),
        ("fa", "به گفته وی شرکت امسال سه شعبه تازه باز کرده است.", [("وی", "شرکت امسال سه شعبه تازه باز کرده است")]),
        ("fa", "به باور نگار کیا، استاد دانشگاه البرز، آب دریاچه هر سال کمتر می‌شود.",
         [("نگار کیا، استاد دانشگاه البرز", "آب دریاچه هر سال کمتر می‌شود")]),
        ("fa", "به باور ما، آب دریاچه هر سال کمتر می‌شود.", []),
        ("fa", "سازمان بنادر پیش‌بینی می‌کند که بارها تا پاییز دو برابر شود.",
         [("سازمان بنادر", "بارها تا پاییز دو برابر شود")]),
        ("fa", "او که پیش‌تر وزیر بود، تأکید کرد کارخانه تا پایان آذر باز خواهد شد.",
         [("او", "کارخانه تا پایان آذر باز خواهد شد")]),
        ("fa", "شهردار، رضا فر، روز شنبه از پل بازدید کرد و گفت که کار تا بهار تمام می‌شود.",
         [("شهردار، رضا فر", "کار تا بهار تمام می‌شود")]),
        ("fa", "سخنگوی بانک این گفته را نادرست دانست.", []),
    ],
)  # fmt: skip
def test_who_says_what(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Each act of saying with its own speaker; a noun or one's own view is none."""
    assert [one for one in acts(text, language) if one[1] in {said for _, said in expected} or not expected] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("سخنگوی شرکت این رقم را رد کرد", "سخنگوی شرکت"),
        ("مدیر باشگاه خبر روزنامه را تکذیب کرد", "مدیر باشگاه"),
        ("نماینده شهر در شورا این مبلغ را کافی نمی‌داند", "نماینده شهر در شورا"),
        ("مجلس طرح را رد کرد", None),
        ("دادگاه، متهم را به دو سال زندان محکوم کرد", None),
        ("او پاسخ را می‌داند", None),
        ("دانشجو، کتاب را در خانه خواند", None),
    ],
)
def test_a_persian_act_of_speech_without_reported_words(text: str, speaker: str | None) -> None:
    """Denying what was said, and holding a thing for something; a refusal, a sentence and reading are none."""
    found = act_of(text, "fa")
    assert (None if found is None else text[found[1] : found[2]]) == speaker


def test_a_pronoun_that_speaks_is_whoever_spoke() -> None:
    """The bracket behind the pronoun names the same person as the speaker."""
    text = "رئیس دادگاه، مهدی رسا، گفت که پرونده بسته شد.\n\nاو گفت که هیچ شاهدی به دادگاه نیامد."
    article = read_article(f"خبر\n\n{text}".encode(), source="a.txt", language="fa", published_on=DAY)
    said = [one for one in extract_claims(article) if one.kind is ClaimKind.SPEECH and one.text.startswith("او")]
    assert [("رسا" in one.text, one.attribution is not None and "رسا" in one.attribution.speaker) for one in said] == [
        (True, True)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "مجلس هفته آینده طرح را بررسی می‌کند.", ["2026-10-17..2026-10-23"]),
        ("fa", "هفته گذشته دیدار کردند.", ["2026-10-03..2026-10-09"]),
        ("fa", "قدمت گورها به حدود ۴۵۰۰ سال پیش می‌رسد.", []),
        ("fa", "سازمان پیش‌بینی می‌کند که موج تازه روز شنبه وارد استان شود.", ["2026-10-17..2026-10-17"]),
        ("tr", "Vakıf, yapılacak yurdun temelini salı günü attı.", ["2026-10-13..2026-10-13"]),
        ("tr", "Vakıf, yurdu salı günü açacak.", ["2026-10-20..2026-10-20"]),
    ],
)
def test_days_and_weeks_of_languages_whose_verb_closes_the_clause(
    language: str, text: str, expected: list[str]
) -> None:
    """A Persian week begins on Saturday, and the verb behind a Turkish day tells its tense."""
    assert [f"{one.first}..{one.last}" for one in find_times(text, language, published_on=DAY)] == expected
