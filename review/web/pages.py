"""Templates of the review page, and what every one of them is given."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader

from evidence.store.on_copy import CopyReader
from review import report
from review.acts import Desk
from review.waiting import waits_because
from review.web.guard import FORM, Guard
from review.words import LABELS, SIGNS, every_language, words_for

LANGUAGE, NAME = "tabayyun_language", "tabayyun_name"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Site:
    """What the routes work with."""

    desk: Desk
    copy: CopyReader
    guard: Guard
    names: tuple[str, ...]  #: who may sign; empty lets people write their name

    def me(self, request: Request) -> str:
        """Who the caller signs as, "" while unknown."""
        name = clean_name(unquote(request.cookies.get(NAME, "")))
        if self.names:
            return name if name in self.names else self.names[0] if len(self.names) == 1 else ""
        return name

    def language(self, request: Request) -> str:
        """The caller's language: as chosen, else as the browser says, else English."""
        known = every_language()
        chosen = request.cookies.get(LANGUAGE, "")
        if chosen in known:
            return chosen
        for part in request.headers.get("accept-language", "").split(","):
            tag = part.partition(";")[0].strip().split("-", maxsplit=1)[0].lower()
            if tag in known:
                return tag
        return "en"

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page in the caller's language, its forms carrying the caller's key."""
        language = self.language(request)
        cookie = self.guard.form_cookie(request)
        html = (
            environment()
            .get_template(template)
            .render(
                w=words_for(language),
                lang=language,
                others=[(tag, words["language_name"]) for tag, words in every_language().items() if tag != language],
                me=self.me(request),
                names=self.names,
                form_key=self.guard.form_key(cookie),
                labels=LABELS,
                signs=SIGNS,
                here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
                **values,
            )
        )
        answer = HTMLResponse(html, status_code=status)
        if request.cookies.get(FORM) != cookie:
            answer.set_cookie(FORM, cookie, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return answer


def clean_name(given: str) -> str:
    r"""A name as it may be signed: on one line, without signs that cannot be seen.

    >>> clean_name(" Mona\u202e\n ")
    'Mona'
    """
    return "".join(char for char in given if char.isprintable()).strip()[:80]


@cache
def environment() -> Environment:
    """The report's templates, filters and escaping, with the pages' own beside them."""
    own = ChoiceLoader([PackageLoader("review", "web/templates"), PackageLoader("review", "templates")])
    made = report.environment().overlay(loader=own)
    made.filters = made.filters | {"with": with_query, "because": waits_because}
    return made


def with_query(given: dict[str, Any], **changed: Any) -> str:
    """A query string with some values changed and empty ones left out.

    >>> with_query({"label": "refuted", "page": 3}, page=1)
    '?label=refuted&page=1'
    """
    left = {name: value for name, value in {**given, **changed}.items() if value not in ("", None, False)}
    return "?" + urlencode(left)
