"""What is looked at before anything is kept: counts in equal counts out, and every quote stands in its text."""

from evidence.records import ArticleResult, Undecided, Verdict


def prove(result: ArticleResult) -> None:
    """Raise where a claim lacks its outcome, or a quote does not stand where it is said to."""
    claims = [claim.id for claim in result.claims]
    outcomes = [each.claim_id for each in (*result.outcomes, *result.kept)]
    if len(set(claims)) != len(claims) or sorted(claims) != sorted(outcomes):
        raise ValueError(
            f"{len(claims)} claims went in and {len(outcomes)} outcomes came out of article {result.article.id}, "
            "not one for each. Nothing was stored."
        )
    for claim in result.claims:
        found = result.article.text[claim.quote_start : claim.quote_end]
        if found != claim.quote or claim.article_id != result.article.id:
            raise ValueError(
                f"Claim {claim.id} quotes {claim.quote!r}, but characters {claim.quote_start}-{claim.quote_end} "
                f"of article {result.article.id} read {found!r}. Nothing was stored."
            )
    for outcome in result.outcomes:
        prove_uses(outcome)


def prove_uses(outcome: Verdict | Undecided) -> None:
    """Raise where a passage of a verdict does not stand in its page."""
    for use in outcome.evidence if isinstance(outcome, Verdict) else ():
        page, passage = use.ranked.page, use.ranked.passage
        if page.text[passage.start : passage.end] != passage.text or use.stance.passage_id != passage.id:
            raise ValueError(
                f"Verdict {outcome.id} rests on passage {passage.id}, which does not stand at characters "
                f"{passage.start}-{passage.end} of {page.url}. Nothing was stored."
            )
