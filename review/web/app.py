"""The review page as one application: routes, guard and errors."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from importlib.resources import files

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse
from starlette.exceptions import HTTPException

from evidence.errors import EvidenceError
from evidence.store.on_copy import CopyReader
from review.acts import Desk
from review.web.acting import acting_routes
from review.web.guard import HEADERS, Guard, is_loopback
from review.web.oneself import own_routes
from review.web.pages import Site
from review.web.reading import reading_routes
from review.web.reads import PREPARE

STATIC = {
    "review.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "htmx.min.js": "text/javascript; charset=utf-8",
}
OPEN = ("/sign-in", "/static/")  # what may be had without the token
WRONG_TOKEN_COSTS = 0.5  # seconds
MOST_BYTES = 8_000_000  # of one form


def make_app(desk: Desk, *, host: str = "127.0.0.1", token: str = "", names: Sequence[str] = ()) -> FastAPI:
    """The application over one desk; raises ValueError where it would be open to others without a token."""
    if not is_loopback(host) and not token:
        raise ValueError(f"Listening on {host} without a token would let anybody decide.")
    site = Site(desk, CopyReader(desk.store.names.review, prepare=PREPARE), Guard(host, token), tuple(names))
    if desk.store.review is not None:
        desk.store.review.refresh()
    site.copy.catch_up()
    app = FastAPI(title="Tabayyun", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(reading_routes(site))
    app.include_router(acting_routes(site))
    app.include_router(own_routes(site))
    app.add_api_route("/static/{name}", _static)

    @app.middleware("http")
    async def guarded(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        answer = await _checked(site, request, go_on)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        if not request.url.path.startswith("/static/"):
            answer.headers["Cache-Control"] = "no-store"
        return answer

    _tell_errors(app, site)
    return app


def _static(name: str) -> Response:
    """A file of ours that pages load."""
    if name not in STATIC:
        raise HTTPException(404)
    folder = files("review")
    if name == "review.css":
        sheets = (("templates", "verdicts.css"), ("web", "static", "review.css"))
        body = "".join(folder.joinpath(*sheet).read_text("utf-8") for sheet in sheets)
    else:
        body = folder.joinpath("web", "static", name).read_text("utf-8")
    return Response(body, media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


def _tell_errors(app: FastAPI, site: Site) -> None:
    """Every refusal is a page with its sentence."""

    @app.exception_handler(EvidenceError)
    def refused(request: Request, error: EvidenceError) -> Response:
        return site.page(request, "error.html", status=404, trouble=str(error))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return site.page(request, "error.html", status=422, trouble=f"{first['loc'][-1]}: {first['msg']}")

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        return site.page(request, "error.html", status=error.status_code, trouble=str(error.detail))


async def _checked(site: Site, request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """The answer, or the reason why there is none: host, token, form key, in this order."""
    if not site.guard.host_known(request):
        return PlainTextResponse("This server answers only to its own name.", status_code=421)
    if not site.guard.signed_in(request) and not request.url.path.startswith(OPEN):
        if request.method == "GET":
            return RedirectResponse("/sign-in", status_code=303)
        return PlainTextResponse("The token is missing.", status_code=401)
    if request.method not in {"GET", "HEAD"}:
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return PlainTextResponse("The form is too large, or does not say how large it is.", status_code=413)
        await request.body()  # kept, so that the route can read it again
        form = await request.form()
        key = form.get("form_key")
        if not site.guard.form_genuine(request, key if isinstance(key, str) else ""):
            return PlainTextResponse(
                "This form did not come from a page of this server; open it again.", status_code=403
            )
    answer = await go_on(request)
    if answer.status_code == 403 and request.url.path == "/sign-in":
        await asyncio.sleep(WRONG_TOKEN_COSTS)
    return answer
