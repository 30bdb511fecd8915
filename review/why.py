"""Why a claim has its verdict, as a tree from the label back to the bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape
from rich.tree import Tree

from evidence.records import Link, Provenance, Run, Verdict
from evidence.snapshots import Snapshots
from review.bidi import isolated, voices
from review.proof import Check, Outcome, Proof, prove_claim, prove_links
from review.times import when

LABEL_COLOURS = {
    "supported": "green",
    "refuted": "red",
    "not_enough_evidence": "yellow",
    "conflicting_evidence": "magenta",
    "undecided": "bright_black",
}
AROUND = 80  #: characters of the stored page shown on either side of a passage
CHECK_COLOURS = {Outcome.OK: "green", Outcome.FAILED: "bold red", Outcome.OPEN: "yellow"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One line of the chain and what it rests on."""

    text: str
    below: tuple["Node", ...] = ()
    colour: str = ""


def explain(found: Provenance, snapshots: Snapshots) -> Node:
    """The whole chain with every step that can be made again made again and compared."""
    claim = found.claim
    top = f"{claim.id}  {isolated(claim.text)}"
    standing = (
        f"{_plain(found.label)}, decided by {found.decided_by} on {when(found.decided_at)}",
        LABEL_COLOURS[found.label],
    )
    below = [_quote(found), Node(text=standing[0], colour=standing[1])]
    below += [
        Node(
            text=f"decision of {each.by}, {when(each.decided_at)}: {_plain(each.label)} — {isolated(each.reason)}",
            colour=LABEL_COLOURS[each.label],
        )
        for each in reversed(found.decisions)
    ]
    if found.verdict is not None:
        below.append(_machine(found.verdict, found.run, found.links, prove_links(found.links, snapshots), snapshots))
    if found.undecided is not None:
        below.append(Node(text=f"latest judging failed: {found.undecided.reason}", colour="yellow"))
    if found.missing:
        lacks = tuple(Node(text=f"{each.stage}: {each.reason}") for each in found.missing)
        below.append(Node(text=f"judged without {len(lacks)} pages or searches", below=lacks, colour="yellow"))
    return Node(text=top, below=tuple(below))


def all_hold(node: Node) -> bool:
    """Whether no check in the chain failed; those that could not be made count as not failed."""
    return not node.text.startswith(f"{Outcome.FAILED}: ") and all(all_hold(each) for each in node.below)


def as_tree(node: Node) -> Tree:
    """The chain for a terminal."""
    tree = Tree(_marked(node), guide_style="bright_black")
    _grow(tree, node)
    return tree


def as_lines(node: Node, depth: int = 0) -> Iterator[str]:
    """The chain as plain lines, two spaces a level."""
    yield "  " * depth + " ".join(node.text.split())
    for each in node.below:
        yield from as_lines(each, depth + 1)


def _grow(tree: Tree, node: Node) -> None:
    for each in node.below:
        _grow(tree.add(_marked(each)), each)


def _marked(node: Node) -> str:
    text = escape(node.text)
    return f"[{node.colour}]{text}[/]" if node.colour else text


def _quote(found: Provenance) -> Node:
    claim, article = found.claim, found.article
    dated = f", published {when(article.published_on)}" if article.published_on else ""
    said = f", said by {isolated(claim.attribution.speaker)}" if claim.attribution else ""
    return Node(
        text=f"quote “{isolated(claim.quote)}”{said}",
        below=(
            Node(text=f"characters {claim.quote_start}–{claim.quote_end} of revision {article.id}"),
            Node(text=f"cut by {claim.splitter}"),
            Node(text=f"article {isolated(article.title)} <{article.url or article.source}>{dated}"),
            Node(text=f"article text sha256 {article.text_sha256}"),
            _checked(prove_claim(claim, article)),
        ),
    )


def _machine(
    verdict: Verdict, run: Run | None, links: tuple[Link, ...], proofs: list[Proof], snapshots: Snapshots
) -> Node:
    below = [
        *(Node(text=isolated(voice)) for voice in voices(verdict.rationale)),
        Node(text=f"judge {verdict.judge}, rule {verdict.rule_version}, as of {when(verdict.as_of)}, id {verdict.id}"),
        _ran(run),
    ]
    below += [_passage(link, proof, snapshots) for link, proof in zip(links, proofs, strict=True)]
    return Node(
        text=f"machine: {_plain(verdict.label)}, confidence {verdict.confidence:.2f}, {len(links)} passages",
        below=tuple(below),
        colour=LABEL_COLOURS[verdict.label],
    )


def _ran(run: Run | None) -> Node:
    if run is None:
        return Node(text="judged outside a run, when people changed its evidence")
    return Node(
        text=f"run {run.id} ({run.command}, {when(run.started_at)})",
        below=(
            Node(text=f"code {run.code_version}, configuration sha256 {run.config_sha256}"),
            Node(text=f"embedder {run.embedder} sha256 {run.embedder_sha256}"),
            Node(text=f"judge {run.judge} sha256 {run.judge_sha256}"),
        ),
    )


def _passage(link: Link, proof: Proof, snapshots: Snapshots) -> Node:
    use, page, passage = link.use, link.use.ranked.page, link.use.ranked.passage
    text = "(removed on request)" if link.removed else f"“{isolated(passage.text)}”"
    late = ", published after the date judged" if use.after_as_of else ""
    dated = when(page.published_on) or "no date of its own"
    return Node(
        text=f"{use.stance.label} {use.stance.probability:.2f}{late}: {text}",
        below=(
            Node(
                text=f"said by {use.stance.judge}",
                below=tuple(Node(text=isolated(voice)) for voice in voices(use.stance.reason) if voice),
            ),
            *_found(link),
            Node(
                text=f"characters {passage.start}–{passage.end} of text sha256 {page.text_sha256} by {page.extractor}",
                below=(*_in_its_page(link), _checked(proof.quote), _checked(proof.text)),
            ),
            Node(text=f"{isolated(page.title)}, {page.publisher}, {dated}, rank {use.ranked.rank}"),
            _snapshot(link, proof, snapshots),
        ),
    )


def _in_its_page(link: Link) -> Iterator[Node]:
    """The passage as it stands in the stored page, whatever has become of the site."""
    page, passage = link.use.ranked.page, link.use.ranked.passage
    if page.text:
        before, after = page.text[max(0, passage.start - AROUND) : passage.start], page.text[passage.end :][:AROUND]
        yield Node(text=f"in the stored page: {isolated(f'…{before}⟦{passage.text}⟧{after}…')}")


def _found(link: Link) -> Iterator[Node]:
    if link.added is not None:
        note = f": {isolated(link.added.note)}" if link.added.note else ""
        yield Node(text=f"brought by {link.added.added_by} on {when(link.added.added_at)}{note}")
    elif link.hit is not None:
        asked = f" for “{isolated(link.query.text)}” ({link.query.language})" if link.query else ""
        yield Node(text=f"named by {link.hit.source}, place {link.hit.rank}{asked}")
    else:
        yield Node(text="among the pages given for this run")


def _snapshot(link: Link, proof: Proof, snapshots: Snapshots) -> Node:
    snapshot = link.snapshot
    way = "".join(f" → {address}" for address in (*snapshot.redirects, snapshot.final_url) if address != snapshot.url)
    return Node(
        text=f"snapshot sha256 {snapshot.body_sha256}, {snapshot.origin} {when(snapshot.fetched_at)}",
        below=(
            Node(text=f"{snapshot.url}{way}"),
            Node(text=f"status {snapshot.status}, {snapshot.media_type}, {snapshot.body_bytes} bytes"),
            Node(text=f"file {file_of(snapshots.folder, snapshot.body_sha256)}"),
            _checked(proof.stored),
        ),
    )


def file_of(folder: Path, body_sha256: str) -> Path:
    """Where the bytes lie, compressed."""
    return folder / "snapshots" / body_sha256[:2] / f"{body_sha256}.zst"


def _checked(check: Check) -> Node:
    return Node(text=f"{check.outcome}: {check.words}", colour=CHECK_COLOURS[check.outcome])


def _plain(label: str) -> str:
    return label.replace("_", " ")
