"""Names across scripts: consonant classes that survive spelling, with a score and never a proof."""

from functools import lru_cache

import regex
from rapidfuzz.distance import JaroWinkler

from claims.folding import folded

# What each letter sounds like, in seven scripts; lower-case Latin letters in the values are vowels.
_DIGRAPHS = (
    ("sch", "S"), ("tsch", "S"), ("ch", "H"), ("sh", "S"), ("th", "T"), ("ph", "F"), ("gh", "G"), ("kh", "H"), ("dh", "T"), ("zh", "S"), ("ck", "G"),  # noqa: E501
    ("qu", "Gu"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("au", "u"), ("aw", "u"), ("tz", "TS"), ("ts", "TS"),  # noqa: E501
    ("дж", "G"), ("кс", "GS"), ("تش", "S"), ("كس", "GS"),
)  # fmt: skip
_LETTERS = {
    **dict.fromkeys("bpбпبپפบ", "B"), **dict.fromkeys("gkqجغقكگкгχκγ", "G"), "c": "G", "j": "G", "x": "GS", "ξ": "GS",
    **dict.fromkeys("fvوф", "F"), "و": "u", "в": "F", "ف": "F", "ڤ": "F", "w": "u", "φ": "F", "β": "F", "ث": "T", "ذ": "T",  # noqa: E501
    **dict.fromkeys("dtدتطضظтдτδθ", "T"), **dict.fromkeys("szسصزжзсшщцчشچژσςζ", "S"), "ç": "S",
    **dict.fromkeys("hحخهхΗ", "H"), **dict.fromkeys("mмمμ", "M"), **dict.fromkeys("nнنν", "N"), **dict.fromkeys("lлلλ", "L"), **dict.fromkeys("rрرρ", "R"),  # noqa: E501
    **dict.fromkeys("aаاαяء", "a"), "ع": "a", **dict.fromkeys("eэеεη", "i"), **dict.fromkeys("iиيыιئй", "i"), "y": "i", "ö": "u", **dict.fromkeys("oоοωuуюυؤ", "u"),  # noqa: E501
}  # fmt: skip
_VOWELS = frozenset("aiu")
_ARABIC_ARTICLE = regex.compile(r"^ال(?=\p{L}{3})")
_DIGRAPHS_BY_LETTER = {
    letter: tuple(entry for entry in _DIGRAPHS if entry[0].startswith(letter))
    for letter in {pair[0] for pair, _ in _DIGRAPHS}
}
_REPEATED = regex.compile(r"(.)\1+")
_PIECE = regex.compile(r"[\p{L}\p{M}]+|\d+")
_TITLE_LINKS = frozenset({"bin", "ibn", "al", "el", "von", "van", "de", "بن", "ابن", "ال", "فون", "فان", "دي"})

# Names that no sound law links; folded, one line a name.
_SAME = tuple(
    frozenset(folded(name) for name in line.split("|"))
    for line in (
        "beijing|pekin|peking|pekín|بكين|пекин|北京|پکن", "germany|deutschland|allemagne|alemania|ألمانيا|германия|almanya|آلمان|德国",  # noqa: E501
        "egypt|egypte|egipto|ägypten|مصر|египет|mısır|埃及", "china|chine|الصين|китай|çin|چین|中国", "united states|usa|us|états-unis|estados unidos|vereinigte staaten|usa|الولايات المتحدة|сша|abd|ایالات متحده|آمریکا|美国|أميركا|أمريكا|america",  # noqa: E501
        "russia|russie|rusia|russland|روسيا|россия|rusya|روسیه|俄罗斯", "france|francia|frankreich|فرنسا|франция|fransa|فرانسه|法国", "brussels|bruxelles|brüssel|bruselas|بروكسل|брюссель|brüksel|布鲁塞尔",  # noqa: E501
        "hungary|hongrie|hungría|ungarn|المجر|هنغاريا|венгрия|macaristan|مجارستان|匈牙利", "greece|grèce|grecia|griechenland|اليونان|греция|yunanistan|یونان|希腊", "austria|autriche|österreich|النمسا|австрия|avusturya|اتریش|奥地利",  # noqa: E501
        "jerusalem|jérusalem|القدس|иерусалим|kudüs|耶路撒冷", "cairo|le caire|el cairo|kairo|القاهرة|каир|kahire|قاهره|开罗", "london|londres|لندن|лондон|londra|伦敦", "moscow|moscou|moscú|moskau|موسكو|москва|moskova|مسکو|莫斯科",  # noqa: E501
        "united kingdom|uk|royaume-uni|reino unido|vereinigtes königreich|المملكة المتحدة|великобритания|birleşik krallık|بریتانیا|英国|بريطانيا|britain", "morocco|maroc|marruecos|marokko|المغرب|марокко|fas|مراکش|摩洛哥", "algeria|algérie|argelia|algerien|الجزائر|алжир|cezayir|阿尔及利亚",  # noqa: E501
        "india|inde|indien|الهند|индия|hindistan|هند|印度", "japan|japon|japón|اليابان|япония|japonya|ژاپن|日本", "turkey|türkiye|turquie|turquía|türkei|تركيا|турция|ترکیه|土耳其", "openai|أوبن إيه آي|أوبن أي آي", "syria|syrie|siria|syrien|سوريا|سورية|сирия|suriye|叙利亚",  # noqa: E501
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def _sounds(word: str) -> str:
    """Consonant classes and vowels of one folded word."""
    text = _ARABIC_ARTICLE.sub("", word)
    made: list[str] = []
    at = 0
    while at < len(text):
        for pair, sound in _DIGRAPHS_BY_LETTER.get(text[at], ()):
            if text.startswith(pair, at):
                made.append(sound)
                at += len(pair)
                break
        else:
            char = text[at]
            if char == "c" and text[at + 1 : at + 2] in {"e", "i", "y"}:
                made.append("S")
            elif char == "ه" and at == len(text) - 1:
                made.append("a")
            else:
                made.append(_LETTERS.get(char, char if char.isdigit() or ord(char) > 0x2E80 else ""))
            at += 1
    return _REPEATED.sub(r"\1", "".join(made))


def skeleton(name: str) -> str:
    """The consonant classes of a name, words apart; the same for its spellings in other scripts.

    >>> skeleton("زيغمار غابريل") == skeleton("Sigmar Gabriel")
    True
    """
    words = [_sounds(word) for word in _words_of(name)]
    return " ".join(
        bare for word in words if (bare := _REPEATED.sub(r"\1", "".join(char for char in word if char not in _VOWELS)))
    )


@lru_cache(maxsize=8192)
def _words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(_PIECE.findall(folded(name).replace("-", " ")))


@lru_cache(maxsize=16384)
def name_similarity(first: str, second: str) -> float:
    """0 to 1: how likely two names are one, over scripts; 0.85 and more is worth a look, never a proof.

    >>> name_similarity("زيغمار غابريل", "Sigmar Gabriel") > 0.85 > name_similarity("بيتر ثيل", "Elon Musk")
    True
    """
    one, two = " ".join(_words_of(first)), " ".join(_words_of(second))
    if not one or not two:
        return 0.0
    if one == two:
        return 1.0
    if any(one in group and two in group for group in _SAME):
        return 1.0
    if any(one in group for group in _SAME) and any(two in group for group in _SAME):
        return 0.0
    score = _score(_words_of(first), _words_of(second))
    short, long = sorted((_words_of(first), _words_of(second)), key=len)
    if len(short) < len(long) and short and all(len(word) > 2 for word in short):
        # "غابريل" and "Sigmar Gabriel": a part of the name stands for it, with less certainty.
        best = max(_score(short, long[at : at + len(short)]) for at in range(len(long) - len(short) + 1))
        score = max(score, 0.93 * best)
    return score


def _score(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Consonants for two thirds, consonants with vowels for the rest."""
    sounds_one, sounds_two = " ".join(map(_sounds, first)), " ".join(map(_sounds, second))
    bare_one = "".join(char for char in sounds_one if char not in _VOWELS)
    bare_two = "".join(char for char in sounds_two if char not in _VOWELS)
    if not bare_one.strip() or not bare_two.strip():
        return JaroWinkler.similarity(sounds_one, sounds_two) * 0.8
    return 0.65 * JaroWinkler.similarity(bare_one, bare_two) + 0.35 * JaroWinkler.similarity(sounds_one, sounds_two)
