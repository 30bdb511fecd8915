"""Commands by which people bring evidence, take it back and decide."""

from pathlib import Path
from typing import TYPE_CHECKING

from evidence.errors import TryLater
from evidence.importing import Wanted
from evidence.records import Label, StanceLabel
from flows.errors import BadInput, NothingReached
from flows.reading import existing
from flows.settings import Settings, load_settings
from flows.wiring import Parts

if TYPE_CHECKING:
    from review.acts import Desk

WITHDRAW = "withdraw"


def run_add(
    claim: str,
    url: str | None,
    file: Path | None,
    text: str | None,
    *,
    quote: str,
    stance: str,
    by: str | None,
    note: str,
    store: Path | None,
    config: Path | None,
    allow_hosts: list[str] | None = None,
) -> int:
    """Keep one piece of evidence and say what it changed."""
    from evidence.manual import called
    from review.acts import add_evidence
    from review.telling import told

    given = [name for name, value in (("--url", url), ("--file", file), ("--text", text)) if value is not None]
    if len(given) != 1:
        raise BadInput(f"Name one page: give --url, --file or --text, not {' and '.join(given) or 'none of them'}.")
    if stance not in set(StanceLabel):
        raise BadInput(f"--stance is '{stance}'; expected {', '.join(StanceLabel)}.")
    settings = _settings(store, config, allow_hosts)
    wanted = Wanted(url=url or "", file=str(file) if file else "", text=text or "")
    who = _name(by, settings)
    try:
        added, moved = add_evidence(
            desk_of(Parts(settings)), claim, wanted, quote=quote, stance=StanceLabel(stance), by=who, note=note
        )
    except TryLater as error:
        raise NothingReached(f"The page could not be had, so nothing was kept. {error}") from None
    place = f"characters {added.passage.start}–{added.passage.end} of {called(added.page.url)}"
    print(f"Evidence {added.id[:8]} kept: the quote stands at {place}, snapshot {added.snapshot.body_sha256[:12]}.")
    print("\n".join(told([moved])))
    return 0


def run_import(
    file: Path, *, by: str | None, store: Path | None, config: Path | None, allow_hosts: list[str] | None = None
) -> int:
    """Keep every row of a file, or none and say which are bad."""
    from review.acts import import_file
    from review.telling import told

    settings = _settings(store, config, allow_hosts)
    added, moved = import_file(desk_of(Parts(settings)), file, by=by or settings.user)
    pieces, claims = "piece" if len(added) == 1 else "pieces", "claim" if len(moved) == 1 else "claims"
    print(f"{len(added)} {pieces} of evidence kept for {len(moved)} {claims}.")
    print("\n".join(told(moved)))
    return 0


def run_retract(evidence_id: str, *, reason: str, by: str | None, store: Path | None, config: Path | None) -> int:
    """Take evidence back and say what that changed."""
    from review.acts import retract_evidence
    from review.telling import told

    settings = _settings(store, config, None)
    retracted, moved = retract_evidence(desk_of(Parts(settings)), evidence_id, by=_name(by, settings), reason=reason)
    print(f"Evidence {retracted[:8]} is retracted; its row stays, with who and why.")
    print("\n".join(told([moved])))
    return 0


def run_decide(claim: str, label: str, *, reason: str, by: str | None, store: Path | None, config: Path | None) -> int:
    """Set a person's verdict, or take one's own back."""
    from review.acts import decide, withdraw
    from review.telling import told

    if label != WITHDRAW and label not in set(Label):
        raise BadInput(f"'{label}' is no verdict; expected {', '.join(Label)}, or {WITHDRAW}.")
    settings = _settings(store, config, None)
    desk, who = desk_of(Parts(settings)), _name(by, settings)
    if label == WITHDRAW:
        moved = withdraw(desk, claim, by=who, reason=reason)
    else:
        moved = decide(desk, claim, Label(label), by=who, reason=reason)
    print("\n".join(told([moved])))
    return 0


def desk_of(parts: Parts) -> "Desk":
    """What acting on claims needs, out of the parts of a command."""
    from review.acts import Desk

    return Desk(
        store=parts.store,
        snapshots=parts.snapshots,
        get=lambda url: parts.fetcher.get(url).snapshot,
        tiers=parts.tiers,
        thresholds=parts.thresholds,
    )


def _settings(store: Path | None, config: Path | None, allow_hosts: list[str] | None) -> Settings:
    return existing(load_settings(config, store=store, allow_hosts=allow_hosts))


def _name(by: str | None, settings: Settings) -> str:
    name = (by or settings.user).strip()
    if not name:
        raise BadInput("Say who: give --by NAME, or set 'user' in tabayyun.toml or TABAYYUN_USER.")
    return name
