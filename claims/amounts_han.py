"""Numbers in Chinese characters, Arabic digits, or both: 3.5亿, 二十五, 一千二百万."""

import math

import regex

from claims.amount import Amount
from claims.closed import compiled

HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}


_HAN_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    "兆": 10**12,
}


#: 二点六倍, 三点五万: a decimal in characters; 三点五分, 八点四十 are times of the day
HAN_DECIMAL = r"[零〇一二三四五六七八九十百千万两]+点[零〇一二三四五六七八九]+(?![十分刻钟])"
_OF_THE_DAY = regex.compile(r"(?:上午|下午|凌晨|早上|早晨|晚上|中午|傍晚|清晨|夜里|[早晚])$")
_HAN_NUMBER = regex.compile(
    rf"{HAN_DECIMAL}[百千万亿]*|"
    r"(?:\d+(?:[.,]\d+)*\s?(?=[百千万萬亿億兆]))?[零〇一二三四五六七八九十百千万萬亿億两兩兆]+|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
)


#: 两三个, 三五个, 七八百, 十四五: a guess between two numbers, or the short name of a day, a plan, a congress
_TWO_DIGITS = regex.compile(r"[一二三四五六七八九两兩]{2}")
_CONGRESS = regex.compile(r"大(?=报告|会|以来|精神|代表|[，。、；\s]|$)")
_COUNTABLE = r"[个名位家座辆艘枚项次台部条篇种张所届倍成株列场套只头匹件处间栋艘架层]|(?:美|欧|日|港)?元|公里|米|吨|岁|天|年|小时|分钟|分(?=[零〇一二三四五六七八九十]+秒)|秒(?![零〇一二三四五六七八九])|个月|周|摄氏度|度"  # noqa: E501
_MINUTE = regex.compile(r"分[零〇一二三四五六七八九十]+秒")  #: 一分十秒
_MEASURED = regex.compile(rf"(?:[至到][一二三四五六七八九十]+)?(?:{_COUNTABLE})")


def _no_amount(flat: str, raw: str, start: int, end: int) -> bool:  # noqa: PLR0911
    """Whether a run of number characters counts nothing: an ordinal, "several hundred", a guess, part of a word."""
    if set(raw) <= set("百千万亿") and not compiled(rf"[人吨]|{_COUNTABLE}").match(flat[end : end + 3]):
        return True  # 千万别, 亿万富翁
    if raw == "十一" and compiled("黄金|假|长假|国庆").match(flat[end : end + 2]):
        return True  # the holiday
    if flat[max(0, start - 2) : start] == "新冠" or (raw == "百" and flat.startswith("度", end)):
        return True
    if start and (flat[start - 1] in "第几数好" or (raw[0] in "百千万亿" and flat[start - 1] in "上成")):
        return True
    congress = raw[-1] in "七八九十" and "十" in raw and _CONGRESS.match(flat, end)
    if flat[max(0, start - 1) : start] == "秒" and all(char in HAN_DIGITS for char in raw):
        return True  # 十秒零八
    if "点" in raw:
        return _OF_THE_DAY.search(flat, max(0, start - 2), start) is not None
    return bool(_TWO_DIGITS.search(raw) or congress)


def han_amounts(flat: str) -> list[Amount]:
    """Numbers in Chinese characters, Arabic digits, or both: 3.5亿, 二十五, 一千二百万."""
    found: list[Amount] = []
    for match in _HAN_NUMBER.finditer(flat):
        raw = match.group(0)
        start, end = match.span()
        if (
            raw[0].isdigit()
            and start
            and (flat[start - 1].isascii() and (flat[start - 1].isalnum() or flat[start - 1] in "-./:"))
        ):
            continue
        if _no_amount(flat, raw, start, end):
            continue
        value, scale = _han_value(raw)
        if value is None or (raw[-1].isdigit() and flat[end : end + 1].isascii() and flat[end : end + 1].isalpha()):
            continue
        measured = _MEASURED.match(flat, end)
        if (
            len(raw) == 1
            and not raw.isdigit()
            and (measured is None or (raw in "零〇一" and not _MINUTE.match(flat, end)))
            and not (raw == "十" and flat[end : end + 1] in {"多", "余", "来"})
        ):
            continue
        last = found[-1] if found else None
        if last is not None and last.end == start and last.scale >= 10_000 and value < last.scale:
            found[-1] = Amount(last.start, end, last.value + value, last.scale, last.in_words, False, False)
            continue  # 2万5千
        found.append(Amount(start, end, value, scale, not raw[0].isdigit(), False, False))
    return found


def _han_value(raw: str) -> tuple[float | None, float]:
    """The value of one Chinese number and its last large power."""
    raw = raw.replace(" ", "")
    if "点" in raw:
        head, _, tail = raw.partition("点")
        digits = tail.rstrip("百千万亿")
        scale = math.prod(_HAN_SCALES[char] for char in tail[len(digits) :])
        whole, _ = _han_value(head)
        part = float("0." + "".join(str(HAN_DIGITS[char]) for char in digits))
        return None if whole is None else (whole + part) * scale, float(scale)
    lead = compiled(r"\d+(?:,\d{3})*(?:\.\d+)?").match(raw)
    total, section, number, last = 0.0, 0.0, None, 1.0
    rest = raw
    if lead:
        number, rest = float(lead.group(0).replace(",", "")), raw[lead.end() :]
    if len(rest) > 1 and all(char in HAN_DIGITS for char in rest) and not lead:
        return float("".join(str(HAN_DIGITS[char]) for char in rest)), 1.0
    for char in rest:
        if char in HAN_DIGITS:
            number = float(HAN_DIGITS[char])
            continue
        scale = _HAN_SCALES[char]
        if scale < 10_000:
            section += (1.0 if number is None else number) * scale
        else:
            total += (section + (number or 0.0) or 1.0) * scale
            section, last = 0.0, float(scale)
        number = None
    return total + section + (number or 0.0), last


#: 第三十一, 第三万零四百一十七; 第一百货 is the first, in the name of a shop
_HAN_RANK = regex.compile(
    r"第(?P<n>[零〇一二三四五六七八九十百千万亿]{2,}|两[百千万亿][零〇一二三四五六七八九十百千万亿]*)(?!货)"
)


def han_ranks(flat: str) -> list[tuple[int, int, float]]:
    """Start, end and number of the ordinals in several characters."""
    ranks = ((match.span(), _han_value(match.group("n"))[0]) for match in _HAN_RANK.finditer(flat))
    return [(*span, value) for span, value in ranks if value]
