"""Names in Chinese: transliterations with a dot, surnames beside titles, endings of organisations and places."""

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.records import Name, NameKind

_SURNAME = "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤习费施霍邢申甘倪翟詹柏鲍季殷葛柯庄骆岳聂鲁祝童舒屈涂符阮纪梅盛柳欧裴戚甄凌卓艾祁鞠冉桑辛耿阎巩麦简宁温游苗])"  # noqa: E501
_TRANSLITERATED = "[阿埃艾安奥巴贝比伯博布查达戴丹德迪蒂多厄恩法菲费佛弗福盖戈格古哈海汉赫亨霍基吉加杰卡凯坎柯科克库拉莱兰朗劳勒雷里利连林琳卢鲁路伦罗洛马麦曼梅门米莫穆纳娜内尼诺努欧帕佩皮普齐奇恰乔切琼塞萨桑瑟沙舍圣施史斯苏索塔泰汤特提图托瓦万威韦维温沃乌西希夏谢休雅亚杨耶伊因尤约扎詹兹佐丁]{3,6}"  # noqa: E501
#: what follows a foreign name, which no name holds; and what stands before one: "葡萄牙人", "微生物学家"
_NO_FOREIGN = "认为|表示|指出|透露|承认|强调|警告|批评|宣布|介绍|预测|估计|回忆|坦言|补充|解释|回应|[在是于将已曾与和对的说称也还因被把向从当获]|赛后|赛前|昨[天日]|今[天日年]|去年|周[一二三四五六日]"  # noqa: E501
_FOREIGN = regex.compile(
    rf"(?:\p{{Han}}{{0,9}}[人员长师手者家官授监援](?=\p{{Han}}{{1,6}}·))?(?P<q>\p{{Han}}{{1,6}}(?:·(?:(?!{_NO_FOREIGN})\p{{Han}}){{1,7}})+)"
)
_QUOTED = regex.compile(r"[《“「『]([^《》“”「」『』\n]{2,20})[》”」』]")
_LATIN = regex.compile(r"(?<![\p{Latin}\p{N}])\p{Lu}[\p{Latin}\p{N}]*(?:[ .&-]{1,2}[\p{Latin}\p{N}]+)*")
#: characters of running text that no name of a place or body holds
_NO_NAME = "在不的了是他她它我你们就都还把被让如所此该每各没很更这那比"
_LAST = r"(?:明(?![年天日晚确])|[^\P{Han}今昨明日月年在说曾已将等因被由从向把])"
_VERB_AFTER = (
    "(?:说|表示|称|指出|认为|宣布|强调|介绍|告诉|透露|承认|批评|警告|预测|估计|坦言|质疑|回忆|补充|解释|回应|呼吁|接受"
    "|在|于|是|将|已|曾|与|和|对|，|。|、|：)"
)


def han_names(text: str) -> list[Name]:  # noqa: C901
    """Names by title, ending and punctuation; no word list knows them all."""
    words = words_of("zh")
    titles = words.titles or "(?!)"
    made: list[Name] = []

    def add(start: int, end: int, kind: NameKind, role: str = "") -> None:
        made.append(Name(text=text[start:end], start=start, end=end, kind=kind, role=role))

    for match in _FOREIGN.finditer(text):
        add(*match.span("q"), NameKind.PERSON)
    for match in compiled(
        rf"(?P<role>(?:\p{{Han}}{{0,8}}?)(?:{titles}))(?P<q>{_SURNAME}\p{{Han}}{{1,2}}?)(?={_VERB_AFTER}|$)"
    ).finditer(text):
        add(*match.span("q"), NameKind.PERSON, match.group("role"))
    held = [(one.start, one.end) for one in made]
    for match in compiled(
        rf"(?P<role>(?:\p{{Han}}{{0,8}}?)(?:{titles}))(?P<q>{_SURNAME}\p{{Han}}{_LAST}|{_TRANSLITERATED}|{_SURNAME}{_LAST}(?=[今昨明曾已将等因被]))"
    ).finditer(text):
        if not any(a < match.end("q") and match.start("q") < b for a, b in held):
            add(*match.span("q"), NameKind.PERSON, match.group("role"))
    for match in compiled(
        rf"(?<=^|[，。；：、“”\s])(?P<q>{_SURNAME}\p{{Han}}{{1,2}}?)(?=说|表示|称|指出|认为|宣布|强调|告诉|透露|承认|批评|警告)"
    ).finditer(text):
        add(*match.span("q"), NameKind.PERSON)
    for pattern, kind in ((words.organisation, NameKind.ORGANISATION), (words.place, NameKind.PLACE)):
        for match in compiled(
            rf"(?<=^|[，。；：、“”（）\s的在由与和对向据从给被])(?P<q>(?:(?![{_NO_NAME}])[\p{{Han}}\p{{Latin}}]){{2,10}}?(?<!全|本|该|各|一)(?:{pattern or '(?!)'})(?:[省市县区镇村](?![长委]))?)(?![道门告队])"  # noqa: E501
        ).finditer(text):
            add(*match.span("q"), kind)
    for match in _QUOTED.finditer(text):
        if text[match.start()] == "《":
            add(match.start(1), match.end(1), NameKind.WORK)
    for match in _LATIN.finditer(text):
        add(match.start(), match.end(), NameKind.UNKNOWN)
    return made
