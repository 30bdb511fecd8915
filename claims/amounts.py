"""Text -> the bare numbers in it, in digits or in words, whatever they count or date."""

from functools import cache, lru_cache

import regex

from claims.amount import Amount
from claims.amounts_arabic import arabic_amounts, arabic_two
from claims.amounts_han import han_amounts
from claims.amounts_persian import persian_amounts
from claims.closed import compiled
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.shape import Words

_DIGITS = r"\d{1,3}(?:[ .,'’]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
#: an article that is written together with the preposition before a fraction: "plus du tiers", "más del doble"
_CONTRACTED = {"fr": ("le", "du|au"), "es": ("el", "del|al")}
_GROUPED = regex.compile(r"\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*")


@cache
def _pattern(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]] | None:
    """The pattern of a whole number and that of its pieces."""
    words = words_of(language)
    joined = _CONTRACTED.get(language)
    names = sorted({*words.cardinals, *words.scales}, key=len, reverse=True)
    atoms = "|".join(regex.escape(name).replace("\\ ", " ").replace(" ", r"[\s-]+") for name in names)
    scales = "|".join(regex.escape(name) for name in sorted(words.scales, key=len, reverse=True)) or "(?!)"
    fractions = (
        "|".join(
            regex.escape(name).replace("\\ ", " ").replace(" ", r"[\s\u200c-]+")
            for name in sorted(words.fractions, key=len, reverse=True)
        )
        or "(?!)"
    )
    if joined:
        bare = [name.removeprefix(f"{joined[0]} ") for name in words.fractions if name.startswith(f"{joined[0]} ")]
        fractions += rf"|(?<=(?<!\w)(?:{joined[1]})\s)(?:{'|'.join(map(regex.escape, bare))})"
    if not atoms:
        return regex.compile(rf"(?<![\w.,-])(?P<n>{_DIGITS})"), regex.compile(_DIGITS)
    joiner = rf"(?:\s*-\s*|\s+(?:(?:{words.and_number})\s+)?)" if words.and_number else r"(?:\s*-\s*|\s+)"
    if language == "ar":
        joiner = r"(?:\s+(?:و(?:ال)?)?)"
    clitics = words.clitics or ""
    if words.glue:
        unit = rf"(?:(?:{atoms})(?:und)?)+(?<!und)"
        piece = rf"(?:{atoms})"
        whole = rf"(?P<d>{_DIGITS})(?:\s+(?:{scales})(?!\w))*|(?P<f>{fractions})(?!\w)(?:(?P<fs>[\s-]+(?:{scales})(?!\w))|(?!-\p{{L}}))|{unit}(?!\w)(?:\s+(?:{scales})(?!\w))*"  # noqa: E501
        return (
            regex.compile(rf"(?:(?<![\w.,-])|(?<=\d-))(?:{clitics})(?P<n>{whole})"),
            regex.compile(rf"{_DIGITS}|{piece}"),
        )
    word = rf"(?:{atoms})(?!\w)"
    # "altı yüzden fazla": the case ending stands on the last word of the number
    ending = rf"(?:\s+(?:{scales})(?=(?:den|dan|ten|tan)(?!\w)))?" if language == "tr" else ""
    # "55 ألف و167 سيارة"
    and_more = {"ar": r"\s+و\s?", "fa": r"\s+و\s+"}.get(language)
    behind = rf"(?:(?<=\b(?:{scales})){and_more}\d{{1,3}}(?![\d.,]|\s+(?:{scales})(?!\w)))?" if and_more else ""
    if language in {"es", "tr"}:  # "3 mil 200", "2 bin 600'den"
        behind = r"(?:(?<=(?<!\w)(?:mil|bin))\s\d{3}(?![\d.,]))?"
    whole = (
        rf"(?P<f>{fractions})(?!\w)(?:(?P<fs>(?:\s+(?:of|de))?(?:\s+an?)?[\s-]+(?:{scales})(?!\w))|(?!-(?!siecle|heure)\p{{L}}))|(?:(?P<d>{_DIGITS})|{word})(?:(?:{joiner}|(?<=\d)){word})*{ending}"
        rf"(?:{joiner}(?:{_DIGITS}){joiner}(?:{scales})(?!\w))*{behind}"
    )
    return (
        regex.compile(rf"(?<![\w.,])(?:(?<!\w-)|(?<=\d-))(?:{clitics})(?P<n>{whole})"),
        regex.compile(
            rf"{_DIGITS}|(?:(?<!\w)|\G)(?:و(?:ال)?)?(?P<w>{atoms})(?!\w)"
            if language == "ar"
            else rf"{_DIGITS}|(?:(?<=\d)|(?<!\w))(?P<w>{atoms})(?!\w)"
            if language != "tr"
            else rf"{_DIGITS}|(?:(?<=\d)|(?<!\w))(?P<w>{atoms})(?:(?!\w)|(?=(?:den|dan|ten|tan)(?!\w)))"
        ),
    )


@lru_cache(maxsize=512)
def amounts_of(text: str, language: str) -> tuple[Amount, ...]:
    """Every number of the text, offsets counted in the folded text."""
    flat = fold(text).text
    if language in {"zh", "ja"}:
        return tuple(han_amounts(flat))
    words = words_of(language)
    patterns = _pattern(words.language)
    assert patterns is not None
    whole, piece = patterns
    found: list[Amount] = []
    for match in whole.finditer(flat):
        found.extend(_read(flat, match, piece, words))
    if words.language == "fa":
        return tuple(persian_amounts(found, flat))
    return tuple(arabic_amounts(found, text)) if words.language == "ar" else tuple(found)


def _read(flat: str, match: "regex.Match[str]", piece: "regex.Pattern[str]", words: Words) -> list[Amount]:
    """The amounts of one run of number words: usually one."""
    start, end = match.span("n")
    groups = match.groupdict()
    after = flat[end : end + 1]
    if groups.get("f"):
        name = " ".join(compiled(r"[\s\u200c-]+").sub(" ", groups["f"]).split())
        article = _CONTRACTED.get(words.language, ("",))[0]
        value = words.fractions.get(name, words.fractions.get(groups["f"], words.fractions.get(f"{article} {name}")))
        scale = words.scales.get((groups.get("fs") or "").strip(" -").split(" ")[-1])
        if value is not None and value < 1 and scale is not None and scale >= 12:
            return [Amount(start, end, value * scale, scale, True, False, False)]
        end = match.end("f")
        return [] if value is None else [Amount(start, end, value, 1, True, False, value < 100)]
    pieces = list(piece.finditer(flat, start, end))
    if (
        pieces
        and pieces[0].group(0)[:1].isdigit()
        and _part_of_code(flat, pieces[0].start(), pieces[0].end(), after if len(pieces) == 1 else "")
    ):
        return []
    made: list[Amount] = []
    run: list[tuple[int, int, float, bool]] = []
    for item in pieces:
        raw = item.group(0)
        if raw[:1].isdigit():
            run.append((item.start(), item.end(), number_in_digits(raw, words), False))
            continue
        name = compiled(r"[\s-]+").sub(" ", item.groupdict().get("w") or raw)
        name = name if name in words.cardinals or name in words.scales else item.groupdict().get("w") or raw
        at = item.end() - len(item.groupdict().get("w") or raw)
        two = arabic_two(flat, name, at, item.end(), following=bool(run)) if words.language == "ar" else None
        if two is not None:
            run += [(at, item.end(), value, value > 2) for value in two]
        elif name in words.scales and name in words.cardinals and not run:
            run.append((at, item.end(), words.cardinals[name], False))
        elif name in words.scales:
            run.append((at, item.end(), words.scales[name], True))
        else:
            run.append((at, item.end(), words.cardinals[name], False))
    for left in _runs(flat, run, words.language):
        made.extend(_sums(flat, left, words))
    return made


def _sums(flat: str, run: list[tuple[int, int, float, bool]], words: Words) -> list[Amount]:
    """The amounts that the pieces make, one behind the other."""
    made: list[Amount] = []
    while run:
        amount, used = _sum(flat, run, words)
        made.append(amount)
        run = run[used:]
    return made


def _runs(
    flat: str, run: list[tuple[int, int, float, bool]], language: str
) -> list[list[tuple[int, int, float, bool]]]:
    """The pieces, parted where a word follows digits that it does not multiply: "في 2020 خمسة"."""
    if language not in {"ar", "fa"}:
        return [run]
    parts: list[list[tuple[int, int, float, bool]]] = []
    for piece in run:
        last = parts[-1][-1] if parts else None
        if last is None or (flat[last[0]].isdigit() and not piece[3]):
            parts.append([])
        parts[-1].append(piece)
    return parts


def _part_of_code(flat: str, start: int, end: int, after: str) -> bool:
    """Whether digits belong to a name, a clock time or an address: R1, F-16, 14:30, 3.5b."""
    if after == ":" and flat[end + 1 : end + 2].isdigit():
        return True
    if start > 1 and flat[start - 1] == ":" and flat[start - 2].isdigit():
        return True
    if after and after.isascii() and after.isalpha():
        tail = compiled(r"[a-z]+[²2/]?[a-z]*").match(flat[end : end + 6])
        return tail is None or tail.group(0) not in {
            "km",
            "m",
            "kg",
            "g",
            "cm",
            "mm",
            "bn",
            "mn",
            "tn",
            "gb",
            "mb",
            "tb",
            "mw",
            "gw",
            "kw",
            "km2",
            "km²",
            "km/h",
            "t",
            "ha",
            "h",
            "st",
            "nd",
            "rd",
            "th",
            "e",
            "er",
            "eme",
            "mio",
            "mrd",
            "x",
            "s",
        }
    return after in {"/", "_", "@"} or (start > 0 and flat[start - 1] in "/_@#")


def _sum(flat: str, run: list[tuple[int, int, float, bool]], words: Words) -> tuple[Amount, int]:
    """The value of as many pieces as make one number, and how many they were."""
    total, current, last_scale, used, began = 0.0, None, 1.0, 0, 0
    for _, _, value, is_scale in run:
        if is_scale and value == 100:
            current = (current or 1.0) * 100
        elif is_scale and current is not None and total and value >= last_scale > 1:
            used, current = began, None  # "بين مليون ومليوني": another number
            break
        elif is_scale:
            base = 1.0 if current is None else current
            if current is None and total and value > last_scale:
                total *= value
            else:
                total += base * value
            current, last_scale = None, value
        elif current is None:
            if used and last_scale == 1.0:
                break
            if used and value >= last_scale:
                break
            current, began = value, used
        elif not _fits(current, value):
            break
        else:
            current += value
        used += 1
    pieces = run[:used]
    start, end = pieces[0][0], pieces[-1][1]
    in_words = not flat[start : start + 1].isdigit()
    vague = flat[start:end] in words.vague
    return Amount(start, end, total + (current or 0.0), last_scale, in_words, vague, False), used


def _fits(current: float, value: float) -> bool:
    """Whether the next word adds to the number: twenty + five, خمسة + وعشرون, soixante + quinze."""
    rest = current % 100
    if value >= 100:
        return value < 1000 and current >= 1000 and current % 1000 == 0
    if value >= 10:
        return rest == 0 or (rest < 10 and value % 10 == 0 and value >= 20) or (rest in {60, 80} and value < 20)
    return current % 10 == 0


def number_in_digits(raw: str, words: Words) -> float:
    """The value of digits with separators, read as the language writes them."""
    plain = raw.replace(" ", "").replace("'", "").replace("’", "")
    if "." in plain and "," in plain:
        decimal = max(plain.rfind("."), plain.rfind(","))
        return float(plain[:decimal].replace(".", "").replace(",", "") + "." + plain[decimal + 1 :])
    for mark in (".", ","):
        if mark in plain:
            head, _, tail = plain.rpartition(mark)
            ours = (mark == ".") == words.decimal_comma or (mark == "," and tail == "000")  # Mexico: "150,000 pesos"
            grouped = plain.count(mark) > 1 or (len(tail) == 3 and head not in {"", "0"} and ours)
            return float(plain.replace(mark, "")) if grouped else float(head.replace(mark, "") + "." + tail)
    return float(plain)
