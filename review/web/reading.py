"""Routes that read: the queue, an article, a claim, a stored page, the walk down a chain."""

from typing import Any

from fastapi import APIRouter, Request, Response

from claims.records import Article
from evidence.errors import EvidenceError
from evidence.store.provenance import provenance_of
from evidence.store.read import article_at, find_claim
from review.chart import verdict_bar
from review.inplace import lines_of, spans_of
from review.report import counts_of
from review.web import reads
from review.web.compare import Bit, compared
from review.web.nearmiss import near_miss
from review.web.pages import Site
from review.web.stored import stored_lines
from review.why import explain
from review.words import LABELS, words_for


def reading_routes(site: Site) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter()

    @routes.get("/")
    def queue(
        request: Request,
        label: str = "",
        waits: bool = False,
        by: str = "",
        language: str = "",
        article: str = "",
        q: str = "",
        page: int = 1,
    ) -> Response:
        chosen = reads.Filters(
            label=label if label in LABELS else "",
            waits=waits,
            by=by if by in {"machine", "person"} else "",
            language=language,
            article=article,
            words=q[:200],
            page=max(1, min(page, 100_000)),
        )
        with site.copy.reading() as connection:
            rows, total = reads.queue(connection, chosen)
            tallies = reads.tallies(connection, chosen)
        query = {
            "q": chosen.words, "label": chosen.label, "waits": "true" if chosen.waits else "", "by": chosen.by,
            "language": language, "article": article, "page": chosen.page,
        }  # fmt: skip
        return site.page(
            request, "queue.html", rows=rows, total=total, tallies=tallies, chosen=chosen, query=query,
            per_page=reads.PAGE, last=max(1, -(-total // reads.PAGE)),
        )  # fmt: skip

    @routes.get("/article/{article_id}")
    def article(request: Request, article_id: str) -> Response:
        with site.copy.reading() as connection:
            found = article_at(connection, reads.known_id(article_id))
            rows = reads.verdicts_of(connection, found.id)
        words = words_for(site.language(request))
        return site.page(
            request, "article.html", article=found, rows=rows, lines=lines_of(found, rows),
            counts=counts_of(rows), chart=verdict_bar(counts_of(rows), words),
        )  # fmt: skip

    @routes.get("/claim/{claim_id}")
    def claim(request: Request, claim_id: str) -> Response:
        return claim_page(site, request, claim_id)

    @routes.get("/claim/{claim_id}/chain")
    def chain(request: Request, claim_id: str) -> Response:
        with site.copy.reading() as connection:
            found = provenance_of(connection, find_claim(connection, claim_id))
        tree = explain(found, site.desk.snapshots, words=words_for(site.language(request)))
        return site.page(request, "chain.html", tree=tree, claim_id=found.claim.id)

    @routes.get("/page/{text_sha256}")
    def stored_page(request: Request, text_sha256: str, start: int = 0, end: int = 0) -> Response:
        with site.copy.reading() as connection:
            found = reads.page_text(connection, text_sha256)
        return site.page(request, "page.html", page=found, lines=stored_lines(str(found["text"]), start, end))

    return routes


def claim_page(
    site: Site,
    request: Request,
    claim_id: str,
    *,
    status: int = 200,
    trouble: EvidenceError | str = "",
    typed: dict[str, str] | None = None,
) -> Response:
    """A claim with all that bears on it; `trouble` says why a form was not taken, `typed` what stood in it."""
    typed = typed or {}
    with site.copy.reading() as connection:
        row = reads.verdict(connection, claim_id)
        article = article_at(connection, row["article_id"])
        slots = reads.slots_of(connection, claim_id)
        evidence = reads.evidence_of(connection, row["machine_verdict_id"])
        siblings = [each["claim_id"] for each in reads.verdicts_of(connection, row["article_id"])]
        values: dict[str, Any] = {
            "history": reads.history_of(connection, claim_id),
            "brought": reads.brought_for(connection, claim_id),
            "standing": reads.standing_of(connection, claim_id),
            "reasons": reads.reasons_of(connection, claim_id),
            "machine": reads.machine_of(connection, claim_id),
        }
    for use in evidence:
        use["bits"] = compared(
            use["passage_text"] or "",
            use["language"],
            quantities=slots["quantities"] or (),
            times=slots["times"] or (),
            claim_language=row["language"],
        )
    at = siblings.index(claim_id)
    return site.page(
        request,
        "claim.html",
        status=status,
        row=row,
        article=article,
        around=_around(article, row, slots),
        evidence=evidence,
        number=at + 1,
        count=len(siblings),
        earlier=siblings[at - 1] if at else "",
        later=siblings[at + 1] if at + 1 < len(siblings) else "",
        trouble=str(trouble),
        near=near_miss(trouble, typed.get("quote", "")),
        likeness=round(getattr(trouble, "likeness", 0)),
        typed=typed,
        **values,
    )


def _around(article: Article, row: dict[str, Any], slots: Any) -> list[Bit]:
    """The sentence that a claim stands in, the parts that it is made of marked."""
    at = min(slots["sentence_start"], row["quote_start"])
    end = max(slots["sentence_end"], row["quote_end"])
    bits = []
    for first, last in sorted(spans_of(row)):
        bits += [Bit(text=article.text[at:first], kind=""), Bit(text=article.text[first:last], kind="claim")]
        at = last
    return [*bits, Bit(text=article.text[at:end], kind="")]
