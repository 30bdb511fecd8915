"""Why a claim has its verdict, as a tree from the label back to the bytes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape
from rich.tree import Tree

from claims.setting import lead_of, setting_text
from evidence.records import Link, Provenance, Run, Verdict
from evidence.snapshots import Snapshots
from review.bidi import isolated, voices
from review.certainty import certainty
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
    outcome: Outcome | None = None  #: where the line is a check


def explain(found: Provenance, snapshots: Snapshots, *, words: Mapping[str, str]) -> Node:
    """The whole chain with every step that can be made again made again and compared, in these words."""
    return _Chain(words, snapshots).whole(found)


def all_hold(node: Node) -> bool:
    """Whether no check in the chain failed; those that could not be made count as not failed."""
    return node.outcome is not Outcome.FAILED and all(all_hold(each) for each in node.below)


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


@dataclass(frozen=True, slots=True)
class _Chain:
    """The lines of one chain in one language."""

    words: Mapping[str, str]
    snapshots: Snapshots

    def whole(self, found: Provenance) -> Node:
        label, at = self._label(found.label), when(found.decided_at)
        standing = self._says("standing", label=label, by=self._who(found.decided_by), at=at)
        below = [self._quote(found), Node(text=standing, colour=LABEL_COLOURS[found.label])]
        for each in reversed(found.decisions):
            label, at = self._label(each.label), when(each.decided_at)
            said = self._says("decision", by=each.by, at=at, label=label, reason=isolated(each.reason))
            below.append(Node(text=said, colour=LABEL_COLOURS[each.label]))
        if found.verdict is not None:
            below.append(self._machine(found.verdict, found.run, found.links))
        if found.undecided is not None:
            below.append(Node(text=self._says("failed", reason=found.undecided.reason), colour="yellow"))
        if found.missing:
            lacks = tuple(Node(text=f"{each.stage}: {each.reason}") for each in found.missing)
            below.append(Node(text=self._says("without", n=len(lacks)), below=lacks, colour="yellow"))
        return Node(text=f"{found.claim.id}  {isolated(found.claim.text)}", below=tuple(below))

    def _quote(self, found: Provenance) -> Node:
        claim, article = found.claim, found.article
        dated = self._says("dated", at=when(article.published_on)) if article.published_on else ""
        said = self._says("said", who=isolated(claim.attribution.speaker)) if claim.attribution else ""
        title, address = isolated(article.title), article.url or article.source
        return Node(
            text=self._says("quote", quote=isolated(claim.quote), said=said),
            below=(
                self._line("setting", words=isolated(self._setting(found))),
                self._line("revision", start=claim.quote_start, end=claim.quote_end, id=article.id),
                self._line("cut", splitter=claim.splitter),
                self._line("article", title=title, address=address, dated=dated),
                self._line("article_text", sha=article.text_sha256),
                self._checked(prove_claim(claim, article)),
            ),
        )

    def _setting(self, found: Provenance) -> str:
        """What the claim is read with, in one line."""
        article, claim = found.article, found.claim
        return setting_text(article, lead_of(article), claim.sentence_start, claim.sentence_end)

    def _machine(self, verdict: Verdict, run: Run | None, links: tuple[Link, ...]) -> Node:
        figure = certainty(verdict.label, verdict.confidence)
        sure = self._says("sure", figure=figure) if figure else ""
        below = [
            *(Node(text=isolated(voice)) for voice in voices(verdict.rationale)),
            self._line("judge", judge=verdict.judge, rule=verdict.rule_version, at=when(verdict.as_of), id=verdict.id),
            self._ran(run),
        ]
        proofs = prove_links(links, self.snapshots)
        below += [self._passage(link, proof) for link, proof in zip(links, proofs, strict=True)]
        return Node(
            text=self._says("machine", label=self._label(verdict.label), sure=sure, n=len(links)),
            below=tuple(below),
            colour=LABEL_COLOURS[verdict.label],
        )

    def _ran(self, run: Run | None) -> Node:
        if run is None:
            return self._line("no_run")
        return Node(
            text=self._says("run", id=run.id, command=run.command, at=when(run.started_at)),
            below=(
                self._line("code", code=run.code_version, sha=run.config_sha256),
                self._line("embedder", name=run.embedder, sha=run.embedder_sha256),
                self._line("judge_model", name=run.judge, sha=run.judge_sha256),
            ),
        )

    def _passage(self, link: Link, proof: Proof) -> Node:
        use, page, passage = link.use, link.use.ranked.page, link.use.ranked.passage
        text = self._says("removed") if link.removed else f"“{isolated(passage.text)}”"
        late = self._says("late") if use.after_as_of else ""
        dated = when(page.published_on) or self.words["no_date"]
        sure = certainty(use.stance.label, use.stance.probability)
        stance = " ".join(filter(None, [self.words[use.stance.label], sure]))
        title, rank = isolated(page.title), use.ranked.rank
        return Node(
            text=f"{stance}{late}: {text}",
            below=(
                Node(
                    text=self._says("stance_by", who=use.stance.judge),
                    below=tuple(Node(text=isolated(voice)) for voice in voices(use.stance.reason) if voice),
                ),
                self._found(link),
                Node(
                    text=self._says(
                        "text", start=passage.start, end=passage.end, sha=page.text_sha256, extractor=page.extractor
                    ),
                    below=(*self._in_its_page(link), self._checked(proof.quote), self._checked(proof.text)),
                ),
                self._line("page", title=title, publisher=page.publisher, dated=dated, rank=rank),
                self._snapshot(link, proof),
            ),
        )

    def _in_its_page(self, link: Link) -> Iterator[Node]:
        """The passage as it stands in the stored page, whatever has become of the site."""
        text, passage = link.use.ranked.page.text, link.use.ranked.passage
        if text:
            before, after = text[max(0, passage.start - AROUND) : passage.start], text[passage.end :][:AROUND]
            yield self._line("in_its_page", text=isolated(f"…{before}⟦{passage.text}⟧{after}…"))

    def _found(self, link: Link) -> Node:
        if link.added is not None:
            note = f": {isolated(link.added.note)}" if link.added.note else ""
            return self._line("brought", who=link.added.added_by, at=when(link.added.added_at), note=note)
        if link.hit is None:
            return self._line("given")
        query = link.query
        asked = self._says("asked", text=isolated(query.text), language=query.language) if query else ""
        return self._line("named", source=link.hit.source, rank=link.hit.rank, asked=asked)

    def _snapshot(self, link: Link, proof: Proof) -> Node:
        snapshot = link.snapshot
        addresses = (*snapshot.redirects, snapshot.final_url)
        way = "".join(f" → {address}" for address in addresses if address != snapshot.url)
        origin = self._says(str(snapshot.origin))
        return Node(
            text=self._says("snapshot", sha=snapshot.body_sha256, origin=origin, at=when(snapshot.fetched_at)),
            below=(
                Node(text=f"{snapshot.url}{way}"),
                self._line("answer", status=snapshot.status, kind=snapshot.media_type, bytes=snapshot.body_bytes),
                self._line("file", place=file_of(self.snapshots.folder, snapshot.body_sha256)),
                self._checked(proof.stored),
            ),
        )

    def _checked(self, check: Check) -> Node:
        return Node(text=check.told(self.words), colour=CHECK_COLOURS[check.outcome], outcome=check.outcome)

    def _line(self, what: str, **given: object) -> Node:
        return Node(text=self._says(what, **given))

    def _says(self, what: str, **given: object) -> str:
        return self.words[f"chain_{what}"].format(**given)

    def _label(self, label: str) -> str:
        return self.words[label].lower()

    def _who(self, name: str) -> str:
        return self.words["machine"] if name == "machine" else name


def file_of(folder: Path, body_sha256: str) -> Path:
    """Where the bytes lie, compressed."""
    return folder / "snapshots" / body_sha256[:2] / f"{body_sha256}.zst"
