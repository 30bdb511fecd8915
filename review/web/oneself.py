"""Routes by which a caller says who they are, in which language they read, and what the token is."""

from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from review.web.guard import SESSION
from review.web.pages import LANGUAGE, NAME, YEAR, Site, clean_name
from review.words import every_language, words_for

Field = Annotated[str, Form(max_length=400)]
Back = Annotated[str, Form(max_length=4000)]


def own_routes(site: Site) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter()

    @routes.post("/settings")
    def settings(request: Request, language: Field = "", name: Field = "", back: Back = "/") -> Response:
        answer = RedirectResponse(_ours(back), status_code=303)
        secure, name = request.url.scheme == "https", clean_name(name)
        if language in every_language():
            answer.set_cookie(LANGUAGE, language, max_age=YEAR, samesite="strict", secure=secure)
        if name and (not site.names or name in site.names) and name != "machine":
            answer.set_cookie(NAME, quote(name), max_age=YEAR, samesite="strict", secure=secure)
        return answer

    @routes.get("/sign-in")
    def ask_token(request: Request) -> Response:
        return site.page(request, "sign_in.html", trouble="")

    @routes.post("/sign-in")
    def take_token(request: Request, token: Field = "") -> Response:
        if not site.guard.takes(token):
            trouble = words_for(site.language(request))["wrong_token"]
            return site.page(request, "sign_in.html", status=403, trouble=trouble)
        answer = RedirectResponse("/", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(SESSION, site.guard.session(), httponly=True, samesite="strict", secure=secure)
        return answer

    return routes


def _ours(back: str) -> str:
    """The path to go back to, never another site."""
    split = urlsplit(back)
    own = split.path.startswith("/") and not split.path.startswith(("//", "/\\"))
    return back if own and not split.scheme and not split.netloc else "/"
