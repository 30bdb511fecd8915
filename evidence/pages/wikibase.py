"""Pages of Wikidata and other Wikibases: each statement a line, with its dates."""

from bs4 import BeautifulSoup, Tag

from evidence.pages.clean import tidy


def is_wikibase(soup: BeautifulSoup) -> bool:
    """Whether the page shows an item's statements."""
    return soup.find(class_="wikibase-statementgroupview") is not None


def wikibase_title(soup: BeautifulSoup) -> str:
    """The item's label in the language of the page."""
    label = soup.select_one(".wikibase-title-label, .wikibase-labelview-text")
    return tidy(label.get_text("")) if label is not None else ""


def wikibase_lines(soup: BeautifulSoup, title: str) -> list[str]:
    """Description, then "title — property: value (qualifier: value)", deprecated statements left out."""
    out: list[str] = []
    description = soup.select_one(".wikibase-descriptionview-text")
    if description is not None and tidy(description.get_text("")):
        out.append(f"{title}: {tidy(description.get_text(''))}")
    for group in soup.select(".wikibase-statementgroupview"):
        label = group.select_one(".wikibase-statementgroupview-property-label")
        if label is None:
            continue
        name = tidy(label.get_text(""))
        for statement in group.select(".wikibase-statementview"):
            if "wikibase-rank-deprecated" in (statement.get("class") or []):
                continue
            main = statement.select_one(".wikibase-statementview-mainsnak .wikibase-snakview-value")
            value = tidy(main.get_text("")) if main is not None else ""
            if value:
                out.append(f"{title} — {name}: {value}{_qualifiers(statement)}")
    return out


def _qualifiers(statement: Tag) -> str:
    told = []
    name = ""
    for snak in statement.select(".wikibase-statementview-qualifiers .wikibase-snakview"):
        label = snak.select_one(".wikibase-snakview-property")
        value = snak.select_one(".wikibase-snakview-value")
        # The property stands only beside the first of several values.
        name = (tidy(label.get_text("")) if label is not None else "") or name
        if value is not None and name:
            told.append(f"{name}: {tidy(value.get_text(''))}")
    return f" ({'; '.join(told)})" if told else ""
