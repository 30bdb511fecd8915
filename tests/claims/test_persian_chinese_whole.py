"""Persian and Chinese: speakers told by a clause or a title, subjects of another verb, words torn, and what lies ahead."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.names import find_names
from claims.records import Claim, ClaimKind, Modality
from claims.wording import modality_of

DAY = date(2026, 10, 25)


def _claims(*lines: str) -> list[Claim]:
    return extract_claims(read_article("\n".join(lines).encode(), source="a.txt", published_on=DAY))


def _told(claims: list[Claim]) -> dict[str, str]:
    """The speaker of each claim of content by its words."""
    return {
        one.text: one.attribution.speaker if one.attribution else "" for one in claims if one.kind is ClaimKind.CONTENT
    }


def test_a_persian_speaker_keeps_his_name_before_what_is_told_of_him() -> None:
    """A relative clause between the speaker and his verb is no part of who speaks, and tells of him besides."""
    claims = _claims(
        "گزارش روز",
        "نادر فرخی که زادهٔ تبریز است و پیش از این رئیس بانک ملت‌آباد بود، در گفت‌وگو با خبرنگاران گفت: «هیچ خانه‌ای خاموش نمی‌ماند.»",
    )
    said = [one for one in claims if one.kind is ClaimKind.SPEECH]
    assert [one.attribution.speaker for one in said if one.attribution] == ["نادر فرخی"]
    assert said[0].text.startswith("نادر فرخی در گفت‌وگو")
    assert "نادر فرخی که زادهٔ تبریز است" in _told(claims)


def test_a_persian_paper_passes_on_what_its_source_had_said() -> None:
    """ "As the paper writes, X had said": X speaks, through the paper."""
    claims = _claims(
        "گزارش روز",
        "به نوشتهٔ روزنامهٔ «صبح ساوالان»، فرخی دو سال پیش هم گفته بود که این نیروگاه هر ماه ۳۰ هزار لیتر گازوئیل می‌سوزاند.",
    )
    inner = next(one for one in claims if one.kind is ClaimKind.CONTENT)
    assert inner.attribution is not None
    assert (inner.attribution.speaker, inner.attribution.outer) == ("فرخی", ("روزنامهٔ «صبح ساوالان»",))


def test_a_persian_clause_is_not_told_of_the_subject_before_it() -> None:
    """What comes about, a plan of others and "nobody" have a subject of their own; "but" goes on with the one before."""
    told = _told(
        _claims(
            "گزارش روز",
            "شهرداری کلنگ را بر زمین زد و قرار است شهروندان در مراسم شرکت کنند.",
            "آتش‌سوزی ساعت سه مهار شد و هیچ‌کس در آن آسیب ندید.",
            "مدیر کارخانه گفت دستمزدها کم نشده، بلکه به حساب کارگران واریز شده است.",
        )
    )
    assert "قرار است شهروندان در مراسم شرکت کنند" in told
    assert "هیچ‌کس در آن آسیب ندید" in told
    assert told["دستمزدها به حساب کارگران واریز شده است"] == "مدیر کارخانه"


def test_an_age_names_a_persian_and_a_village_pointed_at_names_nobody() -> None:
    """Words beside an age are a person's name; "that village" was named before."""
    text = "در آن روستا حمید نوری، مردی ۶۱ ساله، دو گاو دارد"
    assert [one.text for one in find_names(text, "fa")] == ["حمید نوری"]
    claims = _claims("گزارش روز", f"{text}. او امسال گندم نکاشته است.")
    assert any(one.text.startswith("او [حمید نوری] امسال") for one in claims)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("این کارخانه هر روز پنج هزار بطری تولید می‌کند", Modality.ASSERTED),
        ("نان این شهر در سه محله پخته می‌شود", Modality.ASSERTED),
        ("پل تازه در بهار ساخته خواهد شد", Modality.PREDICTED),
    ],
)
def test_a_persian_present_is_no_future(text: str, modality: Modality) -> None:
    """The present of a verb says what is so."""
    assert modality_of(text, "fa") is modality


def test_a_persian_present_beside_a_day_to_come_is_foretold() -> None:
    """ "From 1 Azar on it is forbidden", told in Aban, means the Azar that is near."""
    claims = _claims("گزارش روز", "فروش بلیت از اول آذر ممنوع می‌شود.")
    assert [(one.modality, one.times[0].first) for one in claims] == [(Modality.PREDICTED, date(2026, 11, 22))]


def test_chinese_subjects_are_whole_and_their_own() -> None:
    """A figure is not told of another figure, nor is a demand told as done; "himself" goes on."""
    told = _told(
        _claims(
            "本地要闻",
            "年报显示，公司2025年销售额为8.2亿元，净利润却增长5%，全年还获得补贴300万元。",
            "海事局局长罗明远昨日表示，该局已责令远洲重工在三十日内整改船坞，如发现违规将依法处罚。",
            "在码头卖早点的冯玉兰说，自己买了200股，至今一分钱也没赚。",
        )
    )
    assert "公司2025年净利润却增长5%" in told
    assert "该局在三十日内整改船坞" not in told
    assert "自己至今一分钱也没赚" in told


def test_a_chinese_speaker_is_named_behind_his_titles() -> None:
    """A title does not stop before its name, and when it was said is no part of it; "she" is whoever spoke."""
    claims = _claims(
        "本地要闻",
        "公司总工程师、曾任大学讲师的简文博6日下午向记者解释称，焊缝是去年检查的。",
        "海事局局长罗明远昨日表示，船坞已经整改。行业分析师佟蕾预计，订单明年将减少两成。她认为，船价已经见底。",
    )
    assert _told(claims)["焊缝是去年检查的"].endswith("简文博")
    assert "公司总工程师、曾任大学讲师的简文博" in _told(claims)
    assert any(one.text.startswith("她[行业分析师佟蕾]认为") for one in claims)


def test_a_chinese_if_before_its_verb_is_a_condition() -> None:
    """What is done "if" something is found is not told as done."""
    assert modality_of("该局如发现违规将依法处罚", "zh") is Modality.CONDITIONAL
    assert modality_of("例如发现了新物种", "zh") is Modality.ASSERTED
