"""What is exported is read by programs that others wrote, and says what the store says."""

import json
from pathlib import Path
from typing import Any

import extruct
import pyshacl
import pytest
import rdflib
from prov.model import ProvDocument

from evidence.importing import Wanted
from evidence.records import Label, StanceLabel
from flows.errors import BadInput
from flows.keeping import run_export
from review.acts import add_evidence, decide
from review.exports import annotation_page, claim_reviews, prov_document, write_documents
from tests.review.desks import Checked, checked

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass s:ClaimReview ;
   sh:property [ sh:path s:claimReviewed ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
   sh:property [ sh:path s:url ; sh:minCount 1 ] ;
   sh:property [ sh:path s:author ; sh:minCount 1 ; sh:node [ sh:property [ sh:path s:name ; sh:minCount 1 ] ] ] ;
   sh:property [ sh:path s:itemReviewed ; sh:minCount 1 ; sh:class s:Claim ] ;
   sh:property [ sh:path s:reviewRating ; sh:minCount 1 ; sh:node [
       sh:property [ sh:path s:alternateName ; sh:minCount 1 ] ;
       sh:property [ sh:path s:ratingValue ; sh:maxCount 1 ; sh:minInclusive 1 ; sh:maxInclusive 5 ] ] ] .
"""


@pytest.fixture
def desk(tmp_path: Path) -> Checked:
    made = checked(tmp_path, failing=True)
    add_evidence(
        made.desk, made.claims[1].id, Wanted(url="", file="", text="Le pont mesure 820 mètres."),
        quote="mesure 820 mètres", stance=StanceLabel.SUPPORTS, by="منى", note="plan",
    )  # fmt: skip
    decide(made.desk, made.claims[0].id, Label.REFUTED, by="Sami", reason="1951")
    return made


def _reviews(desk: Checked) -> dict[str, Any]:
    rows = desk.store.current_verdicts(desk.article.id)
    return claim_reviews(desk.article, rows, publisher="Desk", site="https://desk.example/1.html")


def test_claim_reviews_have_what_schema_org_and_its_readers_require(desk: Checked) -> None:
    """Read as linked data by rdflib, held against the required fields by pySHACL."""
    document = {**_reviews(desk), "@context": {"@vocab": "https://schema.org/"}}  # the real one is on the network
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    conforms, _, told = pyshacl.validate(graph, shacl_graph=SHAPES, shacl_graph_format="turtle")
    assert conforms, told
    schema = rdflib.Namespace("https://schema.org/")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.ClaimReview))) == 2


def test_claim_reviews_are_found_in_a_page(desk: Checked) -> None:
    """extruct reads them where publishers put them."""
    page = f'<html><script type="application/ld+json">{json.dumps(_reviews(desk))}</script></html>'
    found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"][0]["@graph"]
    assert {each["claimReviewed"] for each in found} == {claim.text for claim in desk.claims[:2]}


def test_an_undecided_claim_and_a_lack_of_evidence_get_no_number(tmp_path: Path, desk: Checked) -> None:
    """An error is no rating, and neither is not knowing."""
    assert desk.claims[2].id not in json.dumps(_reviews(desk))
    other = checked(tmp_path, name="other")
    rows = other.store.current_verdicts(other.article.id)
    ratings = [each["reviewRating"] for each in claim_reviews(other.article, rows, publisher="Desk")["@graph"]]
    assert [rating.get("ratingValue") for rating in ratings] == [5, 1, None]


def test_a_persons_decision_is_rated_and_named(desk: Checked) -> None:
    """The review says who decided."""
    first = _reviews(desk)["@graph"][0]
    assert first["contributor"]["name"] == "Sami"
    assert first["reviewRating"]["ratingValue"] == 1
    assert first["url"] == "https://desk.example/1.html#claim-1"


def test_a_chain_is_read_by_the_prov_library_whole(desk: Checked) -> None:
    """Nothing is lost on the way through a reader that others wrote."""
    for claim in desk.claims:
        written = json.dumps(prov_document(desk.store.why(claim.id)))
        read = ProvDocument.deserialize(content=written, format="json")
        again = json.loads(read.serialize(format="json"))
        for kind, records in json.loads(written).items():
            assert len(again.get(kind, {})) == len(records), kind
        assert read == ProvDocument.deserialize(content=json.dumps(again), format="json")


def test_a_chain_leads_from_the_verdict_to_the_bytes(desk: Checked) -> None:
    """verdict, judging, stance, passage, text, bytes, fetch; people as agents."""
    made = prov_document(desk.store.why(desk.claims[1].id))
    derived = {each["prov:generatedEntity"]: each["prov:usedEntity"] for each in made["wasDerivedFrom"].values()}
    for each in made["used"].values():
        at = each["prov:entity"]
        if at.startswith("tab:stance-"):
            way = [at]
            while way[-1] in derived:
                way.append(derived[way[-1]])
            assert [name.split("-")[0] for name in way] == ["tab:stance", "tab:passage", "tab:text", "tab:bytes"]
    assert f"tab:bytes-{desk.snapshot.body_sha256}" in made["entity"]
    assert "منى" in {agent.get("dct:title") for agent in made["agent"].values()}


def test_annotations_find_their_quotes_again(desk: Checked) -> None:
    """Words and place agree, in code points, in every script."""
    made = annotation_page(desk.article, [desk.store.why(claim.id) for claim in desk.claims])
    texts = {desk.article.url: desk.article.text, desk.page.url: desk.page.text}
    kinds = set()
    for item in made["items"]:
        words, place = item["target"]["selector"]
        text = texts.get(item["target"]["source"], "Le pont mesure 820 mètres.")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])
        kinds.add(item["motivation"])
    assert kinds == {"assessing", "linking"}
    assert json.loads(json.dumps(made)) == made


def test_files_are_written_one_an_article_or_one_a_claim(desk: Checked, tmp_path: Path) -> None:
    """By the library and by the command alike."""
    assert len(write_documents(desk.store, tmp_path / "a", "annotations")) == 1
    path = desk.store.path
    assert run_export(tmp_path / "p", "prov", store=path, config=None, article=desk.article.id[:8]) == 0
    assert len(list((tmp_path / "p").iterdir())) == 3
    assert run_export(tmp_path / "c", "claimreview", store=path, config=None, publisher="Desk") == 0
    assert json.loads(next((tmp_path / "c").iterdir()).read_text("utf-8"))["@graph"]
    with pytest.raises(BadInput, match="--publisher"):
        run_export(tmp_path / "c", "claimreview", store=path, config=None)
