from collections import Counter
from datetime import date

import numpy as np
import pytest

from claims.dates import find_times
from claims.numbers import find_quantities
from claims.records import CheckWorthiness, Claim, ClaimKind, Modality, Polarity, Span, Worthiness
from evidence.embed import SentenceEmbedder, load_embedder
from evidence.embed_cache import DiskCache
from evidence.errors import ModelMissing
from evidence.passages import cut_passages
from evidence.rank import load_reranker, rank_passages, ranking
from evidence.rank.agreement import shared_numbers, shared_times
from evidence.rank.late import TokenIndex
from evidence.rank.lexical import TermIndex, each_whole
from evidence.rank.sounds import name_keys
from evidence.rank.words import terms
from evidence.records import Page, Passage
from tests.evidence.test_passages import page_of


@pytest.fixture(scope="module")
def shipped() -> SentenceEmbedder:
    return load_embedder(download=False)


def claim_of(text: str, language: str) -> Claim:
    return Claim(
        id="claim", article_id="a", article_key="k", kind=ClaimKind.CONTENT, occurrence=1, language=language,
        quote=text, quote_start=0, quote_end=len(text), quote_spans=(Span(start=0, end=len(text)),),
        sentence_start=0, sentence_end=len(text), text=text, attribution=None, polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED, worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1, reason=""),
        quantities=tuple(find_quantities(text, language)),
        times=tuple(find_times(text, language, published_on=date(2025, 3, 28))), names=(), splitter="test",
    )  # fmt: skip


def pool(*texts: tuple[str, str]) -> list[tuple[Page, Passage]]:
    pages = [page_of(text, lang, url=f"https://example.org/{n}") for n, (lang, text) in enumerate(texts)]
    return [(page, passage) for page in pages for passage in cut_passages(page)]


MIXED = pool(
    ("en", "Tim Berners-Lee proposed the World Wide Web at CERN in 1989."),
    ("en", "The football club won the national cup after extra time on Sunday."),
    ("fr", "Le prix du blé a augmenté à cause de la sécheresse."),
    ("zh", "蒂姆·伯纳斯-李于1989年提出了万维网。"),
    ("ar", "فاز الفريق بكأس البلاد بعد وقت إضافي يوم الأحد."),
    ("de", "Der Fluss trat nach starkem Regen über die Ufer."),
)


def test_an_arabic_claim_finds_the_english_passage(shipped: SentenceEmbedder) -> None:
    """The passage in another language and script that says it comes first."""
    claim = claim_of("اقترح تيم بيرنرز لي شبكة الويب العالمية في سيرن عام 1989", "ar")
    best = rank_passages(claim, MIXED, embedder=shipped, keep=3)
    assert best[0].passage.text.startswith("Tim Berners-Lee")
    assert [r.rank for r in best] == [1, 2, 3]
    assert best[0].relevance > best[2].relevance


def test_without_an_embedder_words_still_rank() -> None:
    """No model is no reason to fail: words, names, numbers and dates remain."""
    claim = claim_of("فاز الفريق بكأس البلاد يوم الأحد", "ar")
    best = rank_passages(claim, MIXED, embedder=None)
    assert best[0].passage.language == "ar"
    assert {name for name, _ in best[0].signals} == {"around", "bm25", "names", "numbers", "times", "translated"}


def test_the_order_of_the_input_does_not_show(shipped: SentenceEmbedder) -> None:
    """The same passages in any order are ranked alike, to the last digit."""
    claim = claim_of("The river flooded after heavy rain", "en")
    one = rank_passages(claim, MIXED, embedder=shipped)
    two = rank_passages(claim, MIXED[::-1], embedder=shipped)
    assert [(r.passage.id, r.relevance) for r in one] == [(r.passage.id, r.relevance) for r in two]


@pytest.mark.parametrize("with_model", [True, False])
def test_one_passage_told_twice_takes_one_place(shipped: SentenceEmbedder, with_model: bool) -> None:
    """Five copies with small edits leave room for other evidence."""
    copies = [
        ("en", f"Oil prices rose by five percent on Monday after the cut in output{end}")
        for end in (".", "!", " .", ";", " …")
    ]
    passages = pool(
        *copies, ("en", "The price of oil fell on Tuesday."), ("fr", "Le prix du pétrole a augmenté lundi.")
    )
    best = rank_passages(
        claim_of("Oil prices rose on Monday", "en"), passages, embedder=shipped if with_model else None, keep=3
    )
    assert sum("after the cut" in r.passage.text for r in best) == 1
    assert len(best) == 3


def test_relevance_is_a_share_and_falls_with_rank(shipped: SentenceEmbedder) -> None:
    """Between 0 and 1, and never higher further down."""
    found = rank_passages(claim_of("Wheat became dearer because of drought", "en"), MIXED, embedder=shipped)
    values = [r.relevance for r in found]
    assert values == sorted(values, reverse=True)
    assert all(0 <= v <= 1 for v in values)


def test_reprints_carry_one_source_group() -> None:
    """Who counts sources downstream sees copies as one."""
    text = " ".join(f"word{n} of a long agency report" for n in range(40)) + "."
    passages = pool(("en", text), ("en", "Our paper. " + text), ("en", "Another story about the weather today."))
    groups = {
        r.passage.page_id: r.source_group
        for r in rank_passages(claim_of("word7 report", "en"), passages, embedder=None, keep=50)
    }
    assert len(set(groups.values())) == 2


def test_nothing_gives_nothing() -> None:
    """No passages, or none wanted, is an empty list and no error."""
    claim = claim_of("x", "en")
    assert rank_passages(claim, [], embedder=None) == []
    assert rank_passages(claim, MIXED, embedder=None, keep=0) == []


def test_a_claim_without_words_is_ranked_without_a_crash(shipped: SentenceEmbedder) -> None:
    """Only punctuation: all passages tie at nothing."""
    assert len(rank_passages(claim_of("؟!", "ar"), MIXED, embedder=shipped)) == len(MIXED)


class Backwards:
    """A re-ranker that likes the shortest text best."""

    name = "backwards"

    def score(self, claim: str, texts: list[str]) -> np.ndarray:
        return np.array([1 / (1 + len(t)) for t in texts], dtype=np.float32)


def test_a_reranker_has_the_last_word(shipped: SentenceEmbedder) -> None:
    """Its order is the order, and its number is the relevance that is kept."""
    found = rank_passages(claim_of("The river flooded", "en"), MIXED, embedder=shipped, reranker=Backwards())
    assert [len(r.passage.text) for r in found] == sorted(len(r.passage.text) for r in found)
    assert dict(found[0].signals)["reranker"] == found[0].relevance


def test_a_missing_reranker_says_what_to_do() -> None:
    """One sentence, no traceback, no request."""
    with pytest.raises(ModelMissing, match="re-ranker 'nobody/nothing' could not be loaded"):
        load_reranker("nobody/nothing", download=False)


def test_numbers_agree_across_digits_and_words() -> None:
    """٤٠ is 40; 41 is not, and a share is not a sum of money."""
    claim = claim_of("ارتفع المؤشر بنسبة ٤٠ في المئة", "ar")
    assert shared_numbers(claim, "The index rose by 40 percent.", "en") == 1
    assert shared_numbers(claim, "The index rose by 41 percent.", "en") == 0
    assert shared_numbers(claim, "It cost 40 dollars.", "en") == 0


def test_dates_agree_as_far_as_they_overlap() -> None:
    """The day itself is worth more than its year; another year nothing."""
    claim = claim_of("It opened on 8 June 1955", "en")
    same, year, other = (shared_times(claim, t, "en", None) for t in ("8 June 1955", "in 1955", "in 1956"))
    assert same == 1 > year > other == 0


@pytest.mark.parametrize(
    ("other", "latin"),
    [("पैंथर्स", "Panthers"), ("निकोला टेस्ला", "Nikola Tesla"), ("কলকাতা", "Kolkata"), ("Денвер", "Denver")],
)
def test_names_meet_in_scripts_of_any_family(other: str, latin: str) -> None:
    """Indian scripts write the nasal as a mark and leave vowels out; the consonants are the same."""
    assert name_keys(other) == name_keys(latin)


@pytest.mark.parametrize(("arabic", "latin"), [("زيغمار غابريل", "Sigmar Gabriel"), ("دونالد ترامب", "Donald Trump")])
def test_names_meet_across_scripts(arabic: str, latin: str) -> None:
    """A name written in Arabic and in Latin letters has the same consonants."""
    assert set(name_keys(f"قال {arabic} أمس")) >= set(name_keys(f"{latin}"))


def test_word_search_knows_arabic_endings_and_chinese_pairs() -> None:
    """The article, conjunction and plural do not hide a word; Chinese needs no spaces."""
    assert terms("والمؤشرات", "ar") == terms("مؤشر", "ar")
    assert terms("prices", "en") == terms("price", "en")
    assert terms("北京", "zh")[0] in terms("他在北京大学", "zh")


def test_a_rare_word_outweighs_a_common_one() -> None:
    """BM25: the passage with the word that few have comes first."""
    index = TermIndex([Counter(words) for words in (["oil", "price"], ["oil", "market"], ["oil", "cern"])])
    scores = index.scores(each_whole(["oil", "cern"]))
    assert scores.argmax() == 2
    assert (scores <= 1).all()


def test_a_passage_gains_from_what_stands_around_it() -> None:
    """Of two equal sentences the one on the page that is about the claim's subject comes first."""
    sentence = "It was founded in the spring of that year by eighteen people who met in a flat."
    about = "Alibaba is a company from Hangzhou that sells goods online and employs many thousands.\n" + sentence
    other = "The choir sings old songs of the coast every Sunday evening in the parish hall.\n" + sentence
    passages = pool(("en", other), ("en", about))
    assert [p.text for _, p in passages].count(sentence) == 2
    found = rank_passages(claim_of("Alibaba was founded by eighteen people", "en"), passages, embedder=None, keep=9)
    best = next(r for r in found if r.passage.text == sentence)
    assert best.page.text == about


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Doktorlar hastanede aşının güvenli olduğunu söyledi"),
        ("hi", "डॉक्टरों ने अस्पताल में कहा कि टीका सुरक्षित है"),
        ("ru", "Врачи в больнице сказали, что вакцина безопасна"),
        ("zh", "医院的医生说疫苗是安全的"),
        ("ur", "ڈاکٹروں نے ہسپتال میں کہا کہ ویکسین محفوظ ہے"),
    ],
)
def test_words_alone_reach_across_languages(language: str, text: str) -> None:
    """Without any embedder the words' meanings find the English passage among others."""
    passages = pool(
        ("en", "Wheat prices rose because of the drought."),
        ("en", "Doctors at the hospital said that the vaccine was safe."),
        ("en", "The football club won the national cup on Sunday."),
        ("en", "The river flooded the old town after heavy rain."),
    )
    best = rank_passages(claim_of(text, language), passages, embedder=None, keep=4)
    assert best[0].passage.text.startswith("Doctors")
    signals = dict(best[0].signals)
    assert signals["bm25"] == 0 < signals["translated"]


def test_a_passage_in_another_language_is_found_by_what_its_words_mean() -> None:
    """An English claim, Russian passages, no embedder; and a Turkish claim, by way of English."""
    passages = pool(("ru", "Цены на пшеницу выросли из-за засухи."), ("ru", "Команда выиграла кубок в воскресенье."))
    for text, language in (("Drought has made wheat more expensive", "en"), ("Kuraklık buğday fiyatını artırdı", "tr")):
        best = rank_passages(claim_of(text, language), passages, embedder=None)
        assert "пшеницу" in best[0].passage.text


def test_a_long_passage_is_not_preferred_for_its_length(shipped: SentenceEmbedder) -> None:
    """A passage that has a fair partner for every word owes it to its length, not to the claim."""
    said = "The bridge was closed."
    padded = said + " " + " ".join(f"{text}" for _, text in LONG)
    assert shipped.tokens is not None
    index = TokenIndex(shipped.tokens, shipped.tokens.ids([said, padded, *(text for _, text in LONG)]))
    scores = index.scores(index.ids("Pont fermé à la circulation depuis hier"))
    assert scores[0] > scores[1]


LONG = [
    ("en", "Traffic was sent another way yesterday while engineers looked at the old stones."),
    ("en", "The council met on Tuesday to talk about the price of water and of bread."),
    ("en", "A singer from the north gave two evenings in the town hall to a large crowd."),
    ("en", "Children went to school by boat because snow had covered every road."),
]


def test_of_very_many_passages_only_the_near_are_read(shipped: SentenceEmbedder, monkeypatch) -> None:
    """Above a size, a claim is ranked among its nearest passages, with what stands around them, and comes out alike."""
    claim = claim_of("اقترح تيم بيرنرز لي شبكة الويب العالمية في سيرن عام 1989", "ar")
    page = page_of("\n".join(f"{text}" for _, text in LONG), "en", url="https://example.org/long")
    passages = [*MIXED, *((page, passage) for passage in cut_passages(page))]
    whole = rank_passages(claim, passages, embedder=shipped, keep=1)
    monkeypatch.setattr(ranking, "LARGE", 3)
    monkeypatch.setattr(ranking, "NEAR", 4)
    near = rank_passages(claim, passages, embedder=shipped, keep=20)
    assert len(near) == 4
    assert near[0].passage == whole[0].passage


def test_a_rerun_embeds_neither_passages_nor_claims(shipped: SentenceEmbedder, tmp_path) -> None:
    """With the cache filled, a model that cannot embed at all still ranks."""
    claim = claim_of("The river flooded after heavy rain", "en")
    first = rank_passages(claim, MIXED, embedder=shipped, cache=DiskCache(tmp_path / "v.sqlite"))
    again = rank_passages(claim, MIXED[::-1], embedder=Broken(shipped), cache=DiskCache(tmp_path / "v.sqlite"))
    assert [(r.passage.id, r.relevance) for r in again] == [(r.passage.id, r.relevance) for r in first]


class Broken:
    """The shipped model's name and tokens, and no vectors."""

    def __init__(self, model: SentenceEmbedder) -> None:
        self.name, self.revision, self.tokens = model.name, model.revision, model.tokens

    def encode_passages(self, texts: list[str]) -> np.ndarray:
        raise AssertionError(texts)

    encode_queries = encode_passages
