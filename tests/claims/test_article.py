"""What is read from plain text, Markdown and HTML, and what is refused."""

from datetime import date

import pytest

from claims.article import MAX_BYTES, read_article
from claims.errors import ArticleUnreadable, DateNeeded
from claims.extract import extract_claims
from claims.records import BlockKind

BODY = "The council of Marlow voted by 21 to 9 to rebuild the old bridge, which had been closed since a barge struck it in March 2022, and it will cost about 48 million pounds in all."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site | Bridge</title>
<link rel="canonical" href="https://news.example/bridge"><meta property="article:published_time" content="2025-05-14T10:00:00Z"></head>
<body><nav><p>Home News Sport and a very long menu of things that are not the article at all</p></nav>
<article><h1>Bridge to be rebuilt</h1><p class="byline">By Helen Astor</p><figure><img src="a"><figcaption>The bridge. Photo: Tom Bell</figcaption></figure>
<p>{BODY}</p><p>Mayor Ruth Okafor said that the city had secured a grant.</p><div class="related-posts"><p>Read also: another story that says 99 per cent of nothing</p></div></article>
<footer><p>All rights reserved</p></footer></body></html>"""  # fmt: skip


def kinds(text: str, **given: object) -> list[tuple[str, str]]:
    article = read_article(text.encode(), source="a.txt", **given)  # type: ignore[arg-type]
    return [(str(b.kind), article.text[b.start : b.end]) for b in article.blocks]


def test_blocks_are_told_apart() -> None:
    """Byline, dateline, repeated caption, credit and page number hold no claims."""
    text = f"A headline of the day\n\nBy Helen Astor\n\nMARLOW, May 14, 2025 (Harbour Wire)\n\n{BODY}\n\nThe bridge at dawn\nThe bridge at dawn\n\nPhoto: Tom Bell\n\nRead also: more\n\n{BODY.replace('Marlow', 'Calden')}\n\n12"
    assert [kind for kind, _ in kinds(text)] == [
        "headline",
        "byline",
        "dateline",
        "body",
        "caption",
        "caption",
        "caption",
        "furniture",
        "body",
        "page_number",
    ]


def test_a_pull_quote_repeats_the_body_and_gives_no_second_claim() -> None:
    """Body text printed twice is claimed once."""
    text = f"A headline of the day\n\n{BODY} It was late.\n\nit will cost about 48 million pounds in all\n\n{BODY.replace('Marlow', 'Calden')}"
    assert ("pull_quote", "it will cost about 48 million pounds in all") in kinds(text)


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("الجمعة 2025/03/28", date(2025, 3, 28)), ("Berlin, 14. Mai 2025", date(2025, 5, 14)), ("Paris, le 4 mars 2025 (Agence)", date(2025, 3, 4)),
        ("МОСКВА, 7 октября 2025 г.", date(2025, 10, 7)), ("AYVALIK, 22 Kasım 2024", date(2024, 11, 22)), ("滨江2025年3月20日电", date(2025, 3, 20)),
        ("اصفهان، ۱۸ اردیبهشت ۱۴۰۴", date(2025, 5, 8)),
    ],
)  # fmt: skip
def test_a_dateline_gives_the_day_of_publication(dateline: str, expected: date) -> None:
    """In each language's own way of writing it."""
    bodies = {
        "ا": "قال الوزير سامر القضاة إن الميناء حقق أرباحا كبيرة في هذا العام بعد سنوات طويلة من الخسائر المتواصلة في كل الأقسام. "
        * 2,
        "滨": "滨江市首条氢能有轨电车线路正式开通，全长26.4公里，设有19个车站。" * 6,
    }
    body = {
        "Berlin": "Die Stadt hat im Mai die Schule geschlossen und eine neue Brücke gebaut. " * 3,
        "Paris": "La mairie a fermé l'usine et a construit un pont sur la rivière. " * 4,
        "МОСКВА": "Завод закрылся, а город построил новый мост через реку. " * 4,
        "AYVALIK": "Belediye okulu kapattı ve yeni bir köprü yaptı, köprü nehrin üzerinde. " * 4,
    }.get(dateline.split(",")[0], bodies.get(dateline[0], BODY))  # noqa: PLC0207
    if dateline.startswith("اصفهان"):
        body = "شهرداری در این سال مدرسه را بست و پل تازه‌ای روی رودخانه ساخت که بسیار بزرگ است. " * 3
    assert read_article(f"Heading\n\n{dateline}\n\n{body}".encode(), source="a.txt").published_on == expected


def test_html_gives_title_date_language_address_and_no_furniture() -> None:
    """Metadata from the head, text from the article."""
    article = read_article(PAGE.encode(), source="bridge.html")
    assert (article.title, article.published_on, article.language, article.key) == (
        "Bridge to be rebuilt",
        date(2025, 5, 14),
        "en",
        "https://news.example/bridge",
    )
    assert "menu" not in article.text
    assert "99 per cent" not in article.text
    assert any(b.kind is BlockKind.CAPTION for b in article.blocks)
    assert any(b.kind is BlockKind.BYLINE for b in article.blocks)


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    """Front matter is metadata; headings are headings."""
    article = read_article(
        f"---\ntitle: Bridge\ndate: 2025-05-14\n---\n# Bridge\n\nThe **old** [bridge](https://x.example) closed. {BODY}\n".encode(),
        source="a.md",
    )
    assert article.published_on == date(2025, 5, 14)
    assert "The old bridge closed." in article.text


def test_bytes_of_any_age_are_read() -> None:
    """cp1256, UTF-16, a byte order mark, CRLF, decomposed letters."""
    arabic = "ارتفع المؤشر في السوق.\r\n\r\nقال الوزير إن الميناء لم يغلق في هذا العام."
    for data in (arabic.encode("cp1256"), arabic.encode("utf-16"), arabic.encode("utf-8-sig")):
        article = read_article(data, source="a.txt")
        assert "الميناء لم يغلق" in article.text
        assert "\r" not in article.text
        assert article.language == "ar"
    assert "café" in read_article(b"Le cafe\xcc\x81 est ouvert depuis 1931 dans cette ville.", source="a.txt").text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"%PDF-1.7 abc", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"a " * MAX_BYTES, "bytes"),
        (b"<html><body></body></html>", "no words"),
    ],
)
def test_what_is_no_article_is_refused_with_a_sentence(data: bytes, word: str) -> None:
    """The message names the file, the fault and what to do."""
    with pytest.raises(ArticleUnreadable) as raised:
        read_article(data, source="strange.bin")
    assert "strange.bin" in str(raised.value)
    assert word in str(raised.value)


def test_a_relative_date_without_publication_asks_for_the_date() -> None:
    """One sentence says what is missing and how to give it."""
    article = read_article(b"Heading\n\nThe port of Calden opened two months ago and handled 40 ships.", source="a.txt")
    with pytest.raises(DateNeeded, match="--published"):
        extract_claims(article)


def test_the_same_key_holds_the_revisions_of_an_article() -> None:
    """The key is the address; the id is the revision."""
    one = read_article(b"Heading\n\nThe port opened in 1931.", source="a", url="https://x.example/a")
    two = read_article(b"Heading\n\nThe port opened in 1932.", source="a", url="https://x.example/a")
    assert one.key == two.key
    assert one.id != two.id
