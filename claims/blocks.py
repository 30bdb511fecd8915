"""Lines of an article -> what each is: headline, dateline, byline, caption, pull quote, page number, furniture, body."""  # noqa: E501

from collections import Counter
from datetime import date

import regex

from claims.closed import compiled
from claims.dates import find_times
from claims.folding import folded
from claims.records import Block, BlockKind, Precision
from claims.tokens import tokens_of

_PAGE = regex.compile(
    r"[\s\-–—|]*(?:p\.|page|صفحة|ص)?\s*\p{N}{1,4}(?:\s*(?:/|of|من)\s*\p{N}{1,4})?[\s\-–—|]*", regex.IGNORECASE
)
_BYLINE = regex.compile(
    r"^(?:by\s+\p{Lu}|par\s+\p{Lu}|por\s+\p{Lu}|von\s+\p{Lu}|(?:كتبت?|بقلم|تحرير|إعداد|اعداد|تقرير|مراسلنا?)\s*[:：]|بقلم\s|(?:автор|текст|подготовил[аи]?)\s*:|(?:yazan|haber|muhabir|haberi yapan)\s*[:：]|(?:نویسنده|نوشته|گزارش|خبرنگار|گزارشگر|به قلم)\s*[:：]?|(?:记者|作者|文|撰文|编辑|本报记者|本刊记者)\s*[/／:：|｜丨\s]|(?:author|text|reporting|auteur|autor|autorin|redacción|redaktion)\s*[:：])",  # noqa: E501
    regex.IGNORECASE,
)
_CREDIT = regex.compile(
    r"(?:^|[.。…\s(])(?:photos?|foto|fotos|photographie|crédit photo|bild|symbolbild|صورة|الصورة|تصوير|عدسة|фото|fotoğraf|عکس|تصویر|图|图片|摄影|图为|图／|图/|credit|getty images|reuters|afp)\s*(?:[:：/／|]|from|by|de)",  # noqa: E501
    regex.IGNORECASE,
)
_FURNITURE = regex.compile(
    r"^(?:read (?:also|more|next)|see also|related|share|subscribe|advertisement|sign up|follow us|click here|all rights reserved|©|copyright|tags?\s*:|source\s*:|comments?$|lire aussi|à lire|partager|abonnez-vous|publicité|lea también|leer más|te puede interesar|compartir|suscríbete|publicidad|lesen sie auch|mehr zum thema|teilen|anzeige|newsletter|اقرأ أيضا|اقرأ المزيد|إقرأ أيضا|شارك|للمزيد|إعلان$|جميع الحقوق|تابعنا|المصدر\s*:|كلمات مفتاحية|читайте также|поделиться|подпис|реклама|все права|ayrıca okuyun|paylaş|abone ol|reklam|بیشتر بخوانید|اشتراک|تبلیغ|延伸阅读|相关阅读|分享|责任编辑|版权|广告|编辑[:：]|https?://\S+$|www\.\S+$)",  # noqa: E501
    regex.IGNORECASE,
)
_ENDS = regex.compile(r"[.!?؟。！？…۔।:؛;][\s\"'”“’‘»«)\]』」]*$")
_DATELINE_LEAD = regex.compile(r"^.{2,70}[-–—:]\s*$|^.{2,90}(?:\(.{2,40}\)|（.{2,20}）|【.{2,20}】).{0,60}$")


def classify(lines: list[tuple[int, int, BlockKind | None, str]], language: str) -> list[Block]:
    """A block for every line, in text order."""
    seen = Counter(folded(text) for *_, text in lines)
    whole = [folded(text) for *_, text in lines if len(text) > 90]
    first_body = next((at for at, (*_, text) in enumerate(lines) if len(text) > 160), len(lines))
    blocks = []
    for at, (start, end, hint, text) in enumerate(lines):
        kind = hint if hint is not None else _kind(text, at, first_body, len(lines), seen, whole, language)
        if hint is BlockKind.HEADLINE and at > 0 and len(text) > 200:
            kind = BlockKind.BODY
        blocks.append(Block(kind=kind, start=start, end=end))
    return blocks


def _kind(  # noqa: PLR0911
    text: str, at: int, first_body: int, count: int, seen: Counter[str], whole: list[str], language: str
) -> BlockKind:
    """What one line without markup is."""
    flat = folded(text)
    if _PAGE.fullmatch(text):
        return BlockKind.PAGE_NUMBER
    if len(text) < 120 and _BYLINE.match(text):
        return BlockKind.BYLINE
    if _CREDIT.search(text) and len(text) < 250:
        return BlockKind.CAPTION
    if len(text) < 160 and _FURNITURE.match(text):
        return BlockKind.FURNITURE
    if at == 0 and len(text) < 220 and (count > 1):
        return BlockKind.HEADLINE
    if len(text) < 110 and (at < first_body or at >= count - 3) and _is_dateline(text, language):
        return BlockKind.DATELINE
    if seen[flat] > 1 and len(text) < 300:
        return BlockKind.CAPTION
    bare = flat.strip(" \"“”«»'„")
    if 20 < len(bare) < 250 and any(bare in other and other != flat for other in whole):
        return BlockKind.PULL_QUOTE
    if len(text) < 130 and not _ENDS.search(text):
        return BlockKind.HEADLINE
    return BlockKind.BODY


def _is_dateline(text: str, language: str) -> bool:
    """Whether a short line is place and date of publication."""
    times = find_times(text, language, published_on=date(2020, 6, 15))
    days = [one for one in times if one.precision in {Precision.DAY, Precision.MONTH}]
    if not days:
        return False
    left = text
    for one in days:
        left = left.replace(one.text, " ")
    words = compiled(r"[\p{L}]{2,}").findall(left)
    if len(words) > 2 and _ENDS.search(text) and any(token.verb for token in tokens_of(left, language)):
        return False  # a short sentence with a date in it
    if language == "zh":
        return len("".join(words)) <= 14 and "。" not in text
    return len(words) <= 7 and not compiled(r"[.!?؟]\s+\p{L}").search(left)


def publication_date(text: str, blocks: list[Block], language: str) -> date | None:
    """The day that a dateline states in full, or the first sentence's own dateline."""
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            found = _full_day(text[block.start : block.end], language)
            if found:
                return found
    for block in [b for b in blocks if b.kind is BlockKind.BODY][:2]:
        lead = compiled(r"[^\n]{0,90}?\s[-–—]{1,2}\s|[^\n]{0,60}?[)）]\s").match(text[block.start : block.end])
        if lead:
            found = _full_day(lead.group(0), language)
            if found:
                return found
    return None


def _full_day(text: str, language: str) -> date | None:
    """A day with its year."""
    for one in find_times(text, language, published_on=None):
        if one.precision is Precision.DAY and not one.relative:
            return one.first
    return None
