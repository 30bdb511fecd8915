"""What is known of an article before it is checked: evidence by people, and what its last check can leave standing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.digests import digest
from claims.records import Claim
from evidence.records import ManualEvidence
from evidence.store.codec import plain
from evidence.store.connect import Connection
from evidence.store.read import claim_at, manual_of, rows

PLACES = frozenset({"article_id", "start", "end", "quote_start", "quote_end", "sentence_start", "sentence_end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LastCheck:
    """The last check of an article, with its claims that have a verdict and nothing against it."""

    check_id: str
    article_id: str  #: the revision that was checked
    work_digest: str
    verdicts: Mapping[str, str]  #: the verdict that stands for the machine, by claim
    meanings: Mapping[str, str]  #: what each of these claims said, by claim; see meaning_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the store knows of an article before it is checked."""

    manual: Mapping[str, tuple[ManualEvidence, ...]]  #: standing evidence by people, by claim
    last: LastCheck | None


def meaning_of(claim: Claim) -> str:
    """A digest of all that a claim says, wherever in its article it stands."""
    return digest(repr(_placeless(plain(claim))))


def _placeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _placeless(each) for name, each in sorted(value.items()) if name not in PLACES}
    if isinstance(value, list):
        return [_placeless(each) for each in value]
    return value


def before_check(connection: Connection, article_key: str, article_id: str) -> Before:
    """What is known of the article; its last check only where that was of another revision than this one."""
    brought = connection.execute(
        "SELECT DISTINCT claim_id FROM manual_evidence JOIN claim USING (claim_id) WHERE article_key = ?",
        [article_key],
    ).fetchall()
    return Before(
        manual={row[0]: tuple(manual_of(connection, row[0])) for row in brought},
        last=_last(connection, article_key, article_id),
    )


def _last(connection: Connection, article_key: str, article_id: str) -> LastCheck | None:
    check = rows(
        connection,
        "SELECT check_id, article_id, work_digest FROM article_check WHERE article_key = ? ORDER BY seq DESC LIMIT 1",
        [article_key],
    )
    if not check or check[0]["article_id"] == article_id:
        return None
    # a claim whose last judging failed, or whose evidence was taken away since, is checked anew
    found = connection.execute(
        "SELECT o.claim_id, max_by(j.verdict_id, j.seq) FROM outcome o "
        "JOIN judgement j ON j.claim_id = o.claim_id AND j.verdict_id IS NOT NULL "
        "WHERE o.check_id = ? AND o.claim_id NOT IN (SELECT claim_id FROM last_failures) "
        "GROUP BY o.claim_id ORDER BY o.claim_id",
        [check[0]["check_id"]],
    ).fetchall()
    taken = connection.execute(
        "SELECT DISTINCT u.verdict_id FROM verdict_use u JOIN page g USING (page_id) "
        "WHERE u.verdict_id IN (SELECT unnest($1::VARCHAR[])) "
        "AND g.text_sha256 NOT IN (SELECT text_sha256 FROM page_text)",
        [[row[1] for row in found]],
    ).fetchall()
    gone = {row[0] for row in taken}
    verdicts = {claim_id: verdict_id for claim_id, verdict_id in found if verdict_id not in gone}
    return LastCheck(
        **check[0],
        verdicts=verdicts,
        meanings={claim_id: meaning_of(claim_at(connection, claim_id)) for claim_id in verdicts},
    )
