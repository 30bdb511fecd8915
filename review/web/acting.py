"""Routes that write: bring evidence, take it back, decide, withdraw; and who one is."""

from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from evidence.errors import EvidenceError
from evidence.importing import Wanted
from evidence.records import Label, StanceLabel
from review.acts import add_evidence, decide, retract_evidence, withdraw
from review.web.guard import SESSION
from review.web.pages import LANGUAGE, NAME, YEAR, Site
from review.web.reading import claim_page
from review.web.reads import known_id
from review.words import every_language, words_for

LONGEST = 20_000  # characters of one field of a form


def acting_routes(site: Site) -> APIRouter:
    """The routes over this desk; all of them are POST and want the form's key."""
    routes = APIRouter()

    @routes.post("/claim/{claim_id}/evidence")
    def bring(
        request: Request,
        claim_id: str,
        words: str = Form("", alias="quote", max_length=LONGEST),
        stance: str = Form("", max_length=20),
        url: str = Form("", max_length=4000),
        text: str = Form("", max_length=2_000_000),
        note: str = Form("", max_length=LONGEST),
    ) -> Response:
        typed = {"quote": words, "stance": stance, "url": url, "text": text[:LONGEST], "note": note}
        w = words_for(site.language(request))
        who = site.me(request)
        if not who:
            return claim_page(site, request, claim_id, status=422, trouble=w["need_name"], typed=typed)
        if bool(url.strip()) == bool(text.strip()) or stance not in set(StanceLabel) or not words.strip():
            return claim_page(site, request, claim_id, status=422, trouble=w["need_evidence"], typed=typed)
        wanted = Wanted(url=url.strip(), file="", text=text)
        try:
            add_evidence(
                site.desk, known_id(claim_id), wanted, quote=words, stance=StanceLabel(stance), by=who, note=note
            )
        except EvidenceError as error:
            return claim_page(site, request, claim_id, status=422, trouble=str(error), typed=typed)
        return _done(site, f"/claim/{claim_id}#evidence")

    @routes.post("/claim/{claim_id}/decide")
    def decided(
        request: Request,
        claim_id: str,
        label: str = Form("", max_length=40),
        reason: str = Form("", max_length=LONGEST),
    ) -> Response:
        w = words_for(site.language(request))
        who = site.me(request)
        typed = {"label": label, "reason": reason}
        if not who:
            return claim_page(site, request, claim_id, status=422, trouble=w["need_name"], typed=typed)
        if label not in {*Label, "withdraw"} or not reason.strip():
            return claim_page(site, request, claim_id, status=422, trouble=w["need_decision"], typed=typed)
        try:
            if label == "withdraw":
                withdraw(site.desk, known_id(claim_id), by=who, reason=reason)
            else:
                decide(site.desk, known_id(claim_id), Label(label), by=who, reason=reason)
        except EvidenceError as error:
            return claim_page(site, request, claim_id, status=422, trouble=str(error), typed=typed)
        return _done(site, f"/claim/{claim_id}#verdict")

    @routes.post("/claim/{claim_id}/retract")
    def retracted(
        request: Request,
        claim_id: str,
        evidence: str = Form("", max_length=64),
        reason: str = Form("", max_length=LONGEST),
    ) -> Response:
        w = words_for(site.language(request))
        who = site.me(request)
        if not who or not reason.strip():
            trouble = w["need_reason"] if who else w["need_name"]
            return claim_page(site, request, claim_id, status=422, trouble=trouble)
        try:
            retract_evidence(site.desk, known_id(evidence), by=who, reason=reason)
        except EvidenceError as error:
            return claim_page(site, request, claim_id, status=422, trouble=str(error))
        return _done(site, f"/claim/{claim_id}#evidence")

    @routes.post("/settings")
    def settings(
        request: Request,
        language: str = Form("", max_length=10),
        name: str = Form("", max_length=80),
        back: str = Form("/", max_length=4000),
    ) -> Response:
        answer = RedirectResponse(_ours(back), status_code=303)
        secure = request.url.scheme == "https"
        if language in every_language():
            answer.set_cookie(LANGUAGE, language, max_age=YEAR, samesite="strict", secure=secure)
        if name.strip() and (not site.names or name in site.names) and name.strip() != "machine":
            answer.set_cookie(NAME, quote(name.strip()), max_age=YEAR, samesite="strict", secure=secure)
        return answer

    @routes.get("/sign-in")
    def ask_token(request: Request) -> Response:
        return site.page(request, "sign_in.html", trouble="")

    @routes.post("/sign-in")
    def take_token(request: Request, token: str = Form("", max_length=400)) -> Response:
        if not site.guard.takes(token):
            return site.page(
                request, "sign_in.html", status=403, trouble=words_for(site.language(request))["wrong_token"]
            )
        answer = RedirectResponse("/", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(SESSION, site.guard.session(), httponly=True, samesite="strict", secure=secure)
        return answer

    return routes


def _done(site: Site, where: str) -> Response:
    """Back to the page, which shows what was just written."""
    if site.desk.store.review is not None:
        site.desk.store.review.refresh()
    return RedirectResponse(where, status_code=303)


def _ours(back: str) -> str:
    """The path to go back to, never another site."""
    split = urlsplit(back)
    own = not split.scheme and not split.netloc and split.path.startswith("/") and not split.path.startswith(("//", "/\\"))
    return back if own else "/"
