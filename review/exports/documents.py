"""Files of an export: one an article, or one a claim for PROV."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence.errors import StoreUnwritable
from evidence.store import Store
from review.exports.annotations import annotation_page
from review.exports.canonical import canonical_lines
from review.exports.claimreview import claim_reviews
from review.exports.prov import prov_document

FORMS = ("claimreview", "prov", "annotations", "canonical")


def write_documents(
    store: Store, folder: Path, form: str, *, article: str | None = None, publisher: str = "", site: str = ""
) -> list[Path]:
    """The files written, of one article or of all; each replaces an older one whole."""
    ids = [store.load_article(article).id] if article is not None else _articles(store)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for article_id in ids:
            for name, text in _documents(store, article_id, form, publisher=publisher, site=site):
                place, beside = folder / name, folder / f".{name}"
                beside.write_text(text, "utf-8")
                beside.replace(place)
                written.append(place)
    except OSError as error:
        raise StoreUnwritable(f"{folder} cannot be written ({error.strerror}). Give another folder.") from None
    return written


def _documents(store: Store, article_id: str, form: str, *, publisher: str, site: str) -> Iterator[tuple[str, str]]:
    article, rows = store.load_article(article_id), store.current_verdicts(article_id)
    if form == "claimreview":
        yield f"{article_id}.claimreview.jsonld", _json(claim_reviews(article, rows, publisher=publisher, site=site))
    elif form == "annotations":
        found = [store.why(row["claim_id"]) for row in rows]
        yield f"{article_id}.annotations.jsonld", _json(annotation_page(article, found))
    elif form == "prov":
        for row in rows:
            yield f"{row['claim_id']}.prov.json", _json(prov_document(store.why(row["claim_id"])))
    elif form == "canonical":
        yield f"{article_id}.canonical.jsonl", canonical_lines(rows)
    else:
        raise ValueError(f"There is no document form {form!r}; known: {', '.join(FORMS)}.")


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _articles(store: Store) -> list[str]:
    return [str(row[0]) for row in store.query("SELECT article_id FROM articles ORDER BY seq")[1]]
