"""Chinese sentences as news tells them: bounds and periods, double denials, quotations and who is heard in them."""

from datetime import date

import pytest

from claims.article import read_article
from claims.dates import find_times
from claims.draft import Draft
from claims.extract import extract_claims
from claims.mended import mended
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Claim, ClaimKind, Comparator, Modality, NameKind, Polarity
from claims.sentences import split_sentences
from claims.wording import modality_of, polarity_of

DAY = date(2025, 6, 13)


def _claims(*lines: str) -> list[Claim]:
    text = "\n".join(("本地要闻", *lines))
    return extract_claims(read_article(text.encode(), source="a.txt", published_on=DAY))


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("三万户家庭不得不改用井水", Polarity.AFFIRMED),
        ("厂方并非没有接到投诉", Polarity.AFFIRMED),
        ("他不能不承认这次失误", Polarity.AFFIRMED),
        ("这项试验绝非毫无成果", Polarity.AFFIRMED),
        ("没有人不知道这家老店", Polarity.AFFIRMED),
        ("客流量不及去年的一半", Polarity.AFFIRMED),
        ("考古队发现了一处此前未知的墓葬", Polarity.AFFIRMED),
        ("馆内藏有12件从未展出过的瓷器", Polarity.AFFIRMED),
        ("无人潜航器完成了任务", Polarity.AFFIRMED),
        ("修复古桥并非易事", Polarity.NEGATED),
        ("事故中无人受伤", Polarity.NEGATED),
        ("该厂没有及时公布不良产品的数量", Polarity.NEGATED),
        ("该店无不良记录", Polarity.NEGATED),
        ("三人未参加投票", Polarity.NEGATED),
    ],
)
def test_two_denials_deny_nothing(text: str, polarity: Polarity) -> None:
    """不得不 says must, 并非没有 says there was; one denial of the main clause denies."""
    assert polarity_of(text, "zh") is polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("警方昨天将两名嫌犯移交检方", Modality.ASSERTED),
        ("该厂自2021年5月起将废渣倒入山谷", Modality.ASSERTED),
        ("她将全部藏书捐给了母校", Modality.ASSERTED),
        ("18岁小将罗天佑攻入两球", Modality.ASSERTED),
        ("社区每月举办两次读书会", Modality.ASSERTED),
        ("球队夺冠的可能性不到两成", Modality.ASSERTED),
        ("展览将于下周开幕", Modality.PREDICTED),
        ("公司去年宣布将建两座仓库", Modality.PREDICTED),
        ("费用可能增加两成", Modality.CONDITIONAL),
    ],
)
def test_jiang_tells_the_future_only_where_it_marks_no_object(text: str, modality: Modality) -> None:
    """将 behind a time that is past marks what something was done with; 小将 is a young player."""
    assert modality_of(text, "zh") is modality


@pytest.mark.parametrize(
    ("text", "value", "comparator", "unit"),
    [
        ("不到三成的店铺续租", 30, Comparator.LESS_THAN, "percent"),
        ("近八成为外地游客", 80, Comparator.ABOUT, "percent"),
        ("四成员工签了名", 40, Comparator.EXACT, "percent"),
        ("最近15场比赛", 15, Comparator.EXACT, ""),
        ("纽约12人", 12, Comparator.EXACT, ""),
        ("捐款不下600万元", 6_000_000, Comparator.AT_LEAST, "CNY"),
        ("票价不及90元", 90, Comparator.LESS_THAN, "CNY"),
        ("须在六天内缴清", 6, Comparator.AT_MOST, "day"),
    ],
)
def test_bounds(text: str, value: float, comparator: Comparator, unit: str) -> None:
    """What bounds a number, and what only ends in the same character."""
    [one] = find_quantities(text, "zh")
    assert (one.value, one.comparator, one.unit) == (value, comparator, unit)


def test_within_a_time_is_from_now_to_its_end() -> None:
    """两年内 ends in two years and may be any day before."""
    [one] = find_times("预计两年内完成修复", "zh", published_on=DAY)
    assert (one.first, one.last) == (DAY, date(2027, 6, 13))


@pytest.mark.parametrize("text", ["208号公交车停运", "308号公车增班", "12号线开通"])
def test_the_number_of_a_line_counts_nothing(text: str) -> None:
    """A bus or a metro line is named by its number."""
    assert find_quantities(text, "zh") == []


def test_the_number_of_a_line_is_no_day() -> None:
    """In 11月6号线 the month is a date, 6号 none."""
    [one] = find_times("去年11月6号线开通", "zh", published_on=DAY)
    assert one.first == date(2024, 11, 1)


def test_a_quotation_stays_with_who_said_it_behind() -> None:
    """The mark that ends the quotation ends no sentence where who said it follows."""
    text = "“墙上又裂了一道缝。”住户冯玉珍说。她随后报了警。"
    assert [text[s.start : s.end] for s in split_sentences(text, "zh")] == [
        "“墙上又裂了一道缝。”住户冯玉珍说。",
        "她随后报了警。",
    ]


def test_what_goes_on_behind_a_quotation_is_said_by_the_same() -> None:
    """“…”X说，…: both halves are X's word."""
    claims = _claims("“地下室从去年三月就开始渗水。”住户冯玉珍说，物业公司至今没有派人维修。")
    content = [c for c in claims if c.kind is ClaimKind.CONTENT and ("渗水" in c.text or "维修" in c.text)]
    assert len(content) >= 2
    assert all(c.attribution is not None and "冯玉珍" in c.attribution.speaker for c in content)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("瑞典微生物学家英格丽·达尔认为，样本偏少。", "英格丽·达尔"),
        ("葡萄牙人若泽·卡瓦略赛后拒绝握手。", "若泽·卡瓦略"),
        ("电视评论员孙浩然预测，比赛会很激烈。", "孙浩然"),
        ("图书馆馆长邓志明接受了任命。", "邓志明"),
        ("后卫高翔因两张黄牌被罚下。", "高翔"),
    ],
)
def test_a_name_ends_where_a_verb_begins(text: str, name: str) -> None:
    """Neither what he does nor what he is belongs to a name."""
    assert name in {one.text for one in find_names(text, "zh") if one.kind is NameKind.PERSON}


def test_figures_of_nobody_are_nobodys_word() -> None:
    """据统计 names no source, and whoever spoke before is none."""
    claims = _claims("水利局局长费云鹏昨天表示，水库蓄水正常。", "据统计，全省共有小型水库超过700座。")
    last = [c for c in claims if "700" in c.text]
    assert last
    assert all(c.attribution is None for c in last)


def test_a_novel_says_nothing() -> None:
    """In 小说 stands no verb of saying."""
    claims = _claims("她的第三本小说《盐田》去年11月获得出版奖。")
    assert claims
    assert all(c.attribution is None for c in claims)


@pytest.mark.parametrize("stretch", ["自去年九月增加班次后", "直到市府公布方案为止", "后卫高翔因"])
def test_what_only_tells_when_or_breaks_off_is_no_claim(stretch: str) -> None:
    """A time without what happened then asserts nothing, nor does what stops at "because of"."""
    text = f"{stretch}累计两次警告被停赛。" if stretch.endswith("因") else f"{stretch}，客流增加一成。"
    draft = Draft(spans=((0, len(stretch)),), kind=ClaimKind.CONTENT, attribution=None, subjectless=False)
    assert mended(text, "zh", [draft]) == []


def test_a_byline_in_brackets_is_no_part_of_the_first_sentence() -> None:
    """【記者…報導】 tells who wrote it."""
    claims = _claims("【记者林怡君／北港报导】市议会以38票对21票通过决议。")
    assert claims
    assert not any("林怡君" in c.text for c in claims)


def test_a_pronoun_speaks_for_whom_its_paragraph_names() -> None:
    """Who spoke in another paragraph is not meant where somebody was named since."""
    claims = _claims(
        "店主何詠琳表示，书店去年亏损12万元。", "作家陈慧心是书店的常客，去年在此举行过发布会。她说，书店共有三层。"
    )
    told = [c for c in claims if "三层" in c.text]
    assert told
    assert all(c.attribution is not None and "陈慧心" in c.attribution.speaker for c in told)


@pytest.mark.parametrize(
    ("text", "subject", "told", "whole"),
    [
        ("嘉润集团总部设在白州市，员工约3100人。", "嘉润集团总部", "员工约3100人", "嘉润集团员工约3100人"),
        ("嘉润集团总部位于白州市，占地9公顷。", "嘉润集团总部", "占地9公顷", "嘉润集团总部占地9公顷"),
        ("廉政署于三月立案，曾搜查两处住宅。", "廉政署于", "曾搜查两处住宅", "廉政署曾搜查两处住宅"),
        ("该行不良贷款率为2%，比去年上升一倍。", "该行不良贷款", "比去年上升一倍", "该行不良贷款率比去年上升一倍"),
    ],
)
def test_a_shared_subject_is_whole_and_no_more(text: str, subject: str, told: str, whole: str) -> None:
    """People work for a firm, not for its seat; a rate is no loan; a preposition belongs to what follows."""
    spans = tuple((text.index(one), text.index(one) + len(one)) for one in (subject, told))
    [made] = mended(text, "zh", [Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=None, subjectless=False)])
    assert "".join(text[a:b] for a, b in made.spans) == whole


def test_a_speaker_behind_long_titles_is_heard() -> None:
    """Titles, a day and a place before the verb of saying hide nobody."""
    claims = _claims(
        "青原省副省长、抗旱救灾工作领导小组组长段志刚1日在省政府新闻发布会上表示，全省有46座水库低于警戒水位。"
    )
    told = [c for c in claims if "46" in c.text]
    assert {c.kind for c in told} == {ClaimKind.SPEECH, ClaimKind.CONTENT}
    assert all(c.attribution is not None and "段志刚" in c.attribution.speaker for c in told)
    assert not any(c.text.endswith("表示") for c in claims)
