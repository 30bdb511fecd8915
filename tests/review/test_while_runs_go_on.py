"""People act on the page while another process writes: nothing is lost, and neither side fails."""

import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from review.web import make_app
from tests.review.desks import checked

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from evidence.store import open_store
from tests.evidence.store_samples import article, run_of, simple_result
store = open_store(Path(sys.argv[1]))
run = run_of(store)
for number in range(int(sys.argv[2])):
    of = article(key=f"https://news.example/again/{number}", source=f"/desk/{number}.txt")
    store.save_article(run.id, simple_result(of, work=f"work-{number}"))
store.finish_run(run.id)
store.close()
"""
ARTICLES, DECISIONS, EVIDENCE = 15, 8, 3


def test_decisions_and_evidence_on_the_page_outlive_a_run_beside_it(tmp_path: Path) -> None:
    """Every form that was taken is in the store, and every article of the run too."""
    desk = checked(tmp_path)
    client = TestClient(make_app(desk.desk, names=("Mona",)), base_url="http://127.0.0.1", follow_redirects=False)
    page = f"/claim/{desk.claims[0].id}"
    key = BeautifulSoup(client.get(page).text, "lxml").select_one("input[name=form_key]")["value"]
    command = [sys.executable, "-c", WRITER, str(desk.store.path), str(ARTICLES)]
    with subprocess.Popen(command, cwd=ROOT) as run:
        for number in range(DECISIONS):
            label = ("refuted", "supported")[number % 2]
            taken = client.post(f"{page}/decide", data={"form_key": key, "label": label, "reason": f"no. {number}"})
            assert taken.status_code == 303, taken.text
        for number in range(EVIDENCE):
            fields = {"form_key": key, "quote": "it opened in 1950", "stance": "supports"}
            taken = client.post(f"{page}/evidence", data={**fields, "text": f"Book {number} says it opened in 1950."})
            assert taken.status_code == 303, taken.text
        assert run.wait(timeout=120) == 0
    count = desk.store.query
    assert count("SELECT count(*) FROM decision")[1] == [(DECISIONS,)]
    assert count("SELECT count(*) FROM manual_evidence")[1] == [(EVIDENCE,)]
    assert count("SELECT count(*) FROM article")[1] == [(ARTICLES + 1,)]
    links = desk.store.why(desk.claims[0].id).links
    assert len([link for link in links if link.added]) == EVIDENCE, "the stored verdict rests on all of it"
