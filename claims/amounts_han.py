"""Numbers in Chinese characters, Arabic digits, or both: 3.5亿, 二十五, 一千二百万."""

import regex

from claims.amount import Amount

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


_HAN_NUMBER = regex.compile(
    r"(?:\d+(?:[.,]\d+)*\s?(?=[百千万萬亿億兆]))?[零〇一二三四五六七八九十百千万萬亿億两兩兆]+|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
)


def han_amounts(flat: str) -> list[Amount]:
    """Numbers in Chinese characters, Arabic digits, or both: 3.5亿, 二十五, 一千二百万."""
    found = []
    for match in _HAN_NUMBER.finditer(flat):
        raw = match.group(0)
        start, end = match.span()
        if (
            raw[0].isdigit()
            and start
            and (flat[start - 1].isascii() and (flat[start - 1].isalnum() or flat[start - 1] in "-./:"))
        ):
            continue
        if start and flat[start - 1] in "第几数好":
            continue  # an ordinal, or "several hundred"
        value, scale = _han_value(raw)
        if value is None or (raw[-1].isdigit() and flat[end : end + 1].isascii() and flat[end : end + 1].isalpha()):
            continue
        measured = regex.match(
            r"[个名位家座辆艘枚项次台部条篇种张所届倍成株列场套只头匹件处间栋艘架层]|(?:美|欧|日|港)?元|公里|米|吨|岁|天|年|小时|分钟|个月|周",
            flat[end : end + 3],
        )
        if len(raw) == 1 and not raw.isdigit() and (measured is None or raw in "零〇一"):
            continue
        vague = False
        found.append(Amount(start, end, value, scale, not raw[0].isdigit(), vague, False))
    return found


def _han_value(raw: str) -> tuple[float | None, float]:
    """The value of one Chinese number and its last large power."""
    raw = raw.replace(" ", "")
    lead = regex.match(r"\d+(?:,\d{3})*(?:\.\d+)?", raw)
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
