"""Interviews printed as questions and answers: whose word the answers are, as the line above the questions tells."""

import regex

from claims.records import Article, Span

#: what opens an interview: "سؤالان إلى مصطفى أكنسوس، رئيس النادي:", "حوار مع الوزيرة:"
_OPENS = {
    "ar": regex.compile(
        r"\s*(?:سؤالان|(?:(?:\p{L}+|\p{N}+)\s)?أسئلة|سؤال وجواب|حوار|مقابلة|لقاء)(?:\s\p{L}+)?\s(?:إلى|مع)\s"
        r"(?P<who>[^:،؛.]{4,60})(?:،[^:؛.]{2,80})?:\s*"
    )
}
_ASKS = regex.compile(r".*[?؟]\s*")
_LINE = regex.compile(r"[^\n]*\p{L}[^\n]*")


def opens_interview(text: str, language: str) -> bool:
    """Whether a line only says who answers the questions that follow."""
    return language in _OPENS and _OPENS[language].fullmatch(text) is not None


def answers_of(article: Article) -> list[tuple[Span, str]]:
    """The answers of an interview, each with who gives it: the paragraph behind a question, until none is asked."""
    opens = _OPENS.get(article.language)
    if opens is None:
        return []
    found: list[tuple[Span, str]] = []
    who, asked = "", False
    for line in _LINE.finditer(article.text):
        opened = opens.fullmatch(line.group())
        if opened is not None:
            who, asked = opened.group("who").strip(), False
        elif who and _ASKS.fullmatch(line.group()):
            asked = True
        elif asked:
            found.append((Span(start=line.start(), end=line.end()), who))
            asked = False
        else:
            who = ""
    return found


def answering(answers: list[tuple[Span, str]], at: int) -> str:
    """Who gives the answer that a place stands in; empty for none."""
    return next((who for span, who in answers if span.start <= at < span.end), "")
