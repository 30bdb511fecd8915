"""The chain of a verdict in PROV-JSON, the W3C's form for where things come from."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from claims.digests import digest
from evidence.records import Link, Provenance

PREFIX = {"tab": "urn:tabayyun:", "dct": "http://purl.org/dc/terms/"}


def prov_document(found: Provenance) -> dict[str, Any]:
    """Entities (article, claim, bytes, texts, passages, verdicts), activities and agents, and what ties them."""
    made = _Document()
    claim, article = f"tab:claim-{found.claim.id}", f"tab:article-{found.article.id}"
    made.add("entity", article, {"dct:title": found.article.title, "tab:textSha256": found.article.text_sha256})
    made.add("entity", claim, {
        "prov:value": found.claim.quote, "tab:start": found.claim.quote_start, "tab:end": found.claim.quote_end,
        "tab:splitter": found.claim.splitter,
    })  # fmt: skip
    made.tie("wasDerivedFrom", generatedEntity=claim, usedEntity=article)
    if found.verdict is not None:
        _machine(made, found, claim)
    above = f"tab:verdict-{found.verdict.id}" if found.verdict else ""
    for decision in found.decisions:
        entity, activity = f"tab:decision-{decision.id}", f"tab:deciding-{decision.id}"
        made.add("entity", entity, {"tab:label": str(decision.label), "tab:reason": decision.reason})
        made.add("activity", activity, {"prov:startTime": _time(decision.decided_at)})
        made.tie("wasGeneratedBy", entity=entity, activity=activity, time=_time(decision.decided_at))
        made.tie("wasAssociatedWith", activity=activity, agent=made.person(decision.by))
        made.tie("wasAttributedTo", entity=entity, agent=made.person(decision.by))
        made.tie("used", activity=activity, entity=claim)
        if above:
            made.tie("wasInfluencedBy", influencee=entity, influencer=above)
    return made.whole()


class _Document:
    """A PROV-JSON document as it grows."""

    def __init__(self) -> None:
        self._records: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        self._people: dict[str, str] = {}

    def add(self, kind: str, name: str, values: dict[str, Any]) -> None:
        """An entity, activity or agent; empty values are left out."""
        self._records[kind].setdefault(name, {key: value for key, value in values.items() if value not in ("", None)})

    def tie(self, relation: str, **ends: str) -> None:
        """A relation between named things."""
        ties = self._records[relation]
        values = {f"prov:{end}": name for end, name in ends.items()}
        if values not in ties.values():
            ties[f"_:{relation}{len(ties) + 1}"] = values

    def person(self, name: str) -> str:
        """A person as an agent; names may be in any script, so they are numbered."""
        if name not in self._people:
            self._people[name] = f"tab:person-{len(self._people) + 1}"
            typed = {"$": "prov:Person", "type": "prov:QUALIFIED_NAME"}
            self.add("agent", self._people[name], {"prov:type": typed, "dct:title": name})
        return self._people[name]

    def software(self, title: str, sha256: str = "") -> str:
        """A judge as an agent; its name holds what a qualified name may not, so it is named by digest."""
        name = f"tab:judge-{digest(title)[:12]}"
        typed = {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}
        self.add("agent", name, {"prov:type": typed, "dct:title": title, "tab:sha256": sha256})
        return name

    def whole(self) -> dict[str, Any]:
        """The document."""
        return {"prefix": PREFIX, **self._records}


def _machine(made: _Document, found: Provenance, claim: str) -> None:
    verdict = found.verdict
    assert verdict is not None
    entity, activity = f"tab:verdict-{verdict.id}", f"tab:judging-{verdict.id}"
    made.add("entity", entity, {
        "tab:label": str(verdict.label), "tab:confidence": verdict.confidence, "tab:rule": verdict.rule_version,
        "tab:asOf": verdict.as_of.isoformat(), "tab:rationale": verdict.rationale,
    })  # fmt: skip
    run = found.run
    made.add("activity", activity, {
        "tab:run": run.id if run else "", "tab:codeVersion": run.code_version if run else "",
        "tab:configSha256": run.config_sha256 if run else "",
    })  # fmt: skip
    judge = made.software(verdict.judge, run.judge_sha256 if run else "")
    made.tie("wasGeneratedBy", entity=entity, activity=activity)
    made.tie("wasAssociatedWith", activity=activity, agent=judge)
    made.tie("used", activity=activity, entity=claim)
    for link in found.links:
        made.tie("used", activity=activity, entity=_passage(made, link))


def _passage(made: _Document, link: Link) -> str:
    use, page, cut = link.use, link.use.ranked.page, link.use.ranked.passage
    body, text = f"tab:bytes-{page.body_sha256}", f"tab:text-{page.text_sha256}"
    fetch, passage = f"tab:fetch-{link.snapshot.id}", f"tab:passage-{cut.id}"
    made.add(
        "entity", body, {"tab:sha256": page.body_sha256, "tab:url": page.url, "tab:bytes": link.snapshot.body_bytes}
    )
    made.add(
        "activity", fetch, {"prov:endTime": _time(link.snapshot.fetched_at), "tab:origin": str(link.snapshot.origin)}
    )
    made.tie("wasGeneratedBy", entity=body, activity=fetch, time=_time(link.snapshot.fetched_at))
    made.add("entity", text, {"tab:sha256": page.text_sha256, "tab:extractor": page.extractor, "dct:title": page.title})
    made.tie("wasDerivedFrom", generatedEntity=text, usedEntity=body)
    made.add("entity", passage, {
        "prov:value": cut.text, "tab:start": cut.start, "tab:end": cut.end, "dct:language": cut.language,
    })  # fmt: skip
    made.tie("wasDerivedFrom", generatedEntity=passage, usedEntity=text)
    stance = f"tab:stance-{use.stance.id}"
    made.add("entity", stance, {
        "tab:label": str(use.stance.label), "tab:probability": use.stance.probability, "tab:reason": use.stance.reason,
    })  # fmt: skip
    made.tie("wasDerivedFrom", generatedEntity=stance, usedEntity=passage)
    if link.added is not None:
        made.tie("wasAttributedTo", entity=stance, agent=made.person(link.added.added_by))
        made.tie("wasAssociatedWith", activity=fetch, agent=made.person(link.added.added_by))
    else:
        made.tie("wasAttributedTo", entity=stance, agent=made.software(use.stance.judge))
    return stance


def _time(moment: datetime) -> str:
    return moment.isoformat()
