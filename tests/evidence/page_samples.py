"""Pages made from markup that a test gives."""

from evidence.pages import extract_page
from evidence.records import Page
from tests.evidence.makers import make_snapshot

FILLER = "<p>" + "تجري القناة بين البحرين وتعبرها السفن كل يوم من الشمال ومن الجنوب. " * 6 + "</p>"


def page_of(markup: str | bytes, **options: str) -> Page:
    body = markup.encode() if isinstance(markup, str) else markup
    return extract_page(make_snapshot(body, **options), body)
