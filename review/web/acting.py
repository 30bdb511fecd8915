"""Routes by which people act on a claim: bring evidence, take it back, decide, withdraw; all of them are POST."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from evidence.errors import EvidenceError
from evidence.importing import Wanted
from evidence.records import Label, StanceLabel
from review.acts import add_evidence, decide, retract_evidence, withdraw
from review.web.pages import Site
from review.web.reading import claim_page
from review.web.reads import known_id
from review.words import words_for

LONGEST = 20_000  # characters of one field of a form
Field = Annotated[str, Form(max_length=LONGEST)]
Quote = Annotated[str, Form(alias="quote", max_length=LONGEST)]
Text = Annotated[str, Form(max_length=2_000_000)]


def acting_routes(site: Site) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter()

    @routes.post("/claim/{claim_id}/evidence")
    def bring(
        request: Request, claim_id: str, words: Quote = "", stance: Field = "", url: Field = "", text: Text = "",
        note: Field = "",
    ) -> Response:  # fmt: skip
        typed = {"quote": words, "stance": stance, "url": url, "text": text[:LONGEST], "note": note}
        whole = bool(url.strip()) != bool(text.strip()) and stance in set(StanceLabel) and words.strip()
        wanted = Wanted(url=url.strip(), file="", text=text)

        def act(who: str) -> None:
            add_evidence(
                site.desk, known_id(claim_id), wanted, quote=words, stance=StanceLabel(stance), by=who, note=note
            )

        return _acted(site, request, claim_id, act, "evidence", lacks="" if whole else "need_evidence", typed=typed)

    @routes.post("/claim/{claim_id}/decide")
    def decided(request: Request, claim_id: str, label: Field = "", reason: Field = "") -> Response:
        whole = label in {*Label, "withdraw"} and reason.strip()

        def act(who: str) -> None:
            if label == "withdraw":
                withdraw(site.desk, known_id(claim_id), by=who, reason=reason)
            else:
                decide(site.desk, known_id(claim_id), Label(label), by=who, reason=reason)

        typed = {"label": label, "reason": reason}
        return _acted(site, request, claim_id, act, "verdict", lacks="" if whole else "need_decision", typed=typed)

    @routes.post("/claim/{claim_id}/retract")
    def retracted(request: Request, claim_id: str, evidence: Field = "", reason: Field = "") -> Response:
        def act(who: str) -> None:
            retract_evidence(site.desk, known_id(evidence), by=who, reason=reason)

        return _acted(site, request, claim_id, act, "evidence", lacks="" if reason.strip() else "need_reason", typed={})

    return routes


def _acted(
    site: Site,
    request: Request,
    claim_id: str,
    act: Callable[[str], None],
    part: str,
    *,
    lacks: str,
    typed: dict[str, str],
) -> Response:
    """The claim's page with the act done, or with the reason why not and what was typed."""
    who = site.me(request)
    trouble: EvidenceError | str = ""
    if lacks or not who:
        trouble = words_for(site.language(request))[lacks if who else "need_name"]
    if not trouble:
        try:
            act(who)
        except EvidenceError as error:
            trouble = error
    if trouble:
        return claim_page(site, request, claim_id, status=422, trouble=trouble, typed=typed)
    if site.desk.store.review is not None:
        site.desk.store.review.refresh()  # so that the page that follows shows what was just written
    site.copy.catch_up()
    return RedirectResponse(f"/claim/{claim_id}#{part}", status_code=303)
