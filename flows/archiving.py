"""The commands `archive …`: stored pages out to WARC files and in from them, and copies of pages that are gone."""

import sys
from datetime import date
from pathlib import Path

from evidence.errors import PageRefused, TryLater
from evidence.fetch import Refusal
from flows.errors import BadInput
from flows.reading import existing
from flows.settings import load_settings
from flows.wiring import Parts

ENDINGS = (".warc", ".warc.gz")


def run_export(file: Path, *, article: str | None, store: Path | None, config: Path | None) -> int:
    """Write stored answers, all of them or those behind one article, as one WARC file."""
    from evidence.store.standing import snapshots_behind
    from evidence.warc import export_warc

    if not file.name.endswith(ENDINGS):
        raise BadInput(f"{file} is no name for a WARC file; expected one that ends in {' or '.join(ENDINGS)}.")
    parts = Parts(existing(load_settings(config, store=store)))
    snapshots = parts.snapshots
    wanted = snapshots.every() if article is None else map(snapshots.at, snapshots_behind(parts.store, article))
    count = export_warc(snapshots, wanted, file)
    print(f"{file}: {count} stored answers, {file.stat().st_size:,} bytes.")
    return 0


def run_import(file: Path, *, addresses: Path | None, store: Path | None, config: Path | None) -> int:
    """Keep the pages of a WARC file as stored pages; with `addresses`, list them for --pages."""
    from evidence.warc import import_warc

    parts = Parts(load_settings(config, store=store))
    removed = parts.removed if parts.settings.store.exists() else ()
    taken = import_warc(file, parts.snapshots, removed=removed)
    told = "".join(f", {count} passed over ({why})" for why, count in taken.passed_over)
    print(f"{file}: {len(taken.snapshots)} answers are stored under {parts.folder}{told}.")
    if addresses is not None:
        urls = dict.fromkeys(
            one.url for one in taken.snapshots if one.status == 200 and one.url.startswith("http") and one.media_type
        )
        try:
            addresses.write_text("".join(f"{url}\n" for url in urls), "utf-8")
        except OSError as error:
            raise BadInput(f"{addresses} cannot be written ({error.strerror}). Give a file that can be.") from None
        print(f"{addresses}: {len(urls)} addresses, for `tabayyun check ARTICLE --pages {addresses} --no-network`.")
    return 0


def run_find(
    url: str, *, near: str | None, allow_hosts: list[str] | None, store: Path | None, config: Path | None
) -> int:
    """Print the address of the archived copy nearest to a day; 3 where the archive could not be asked."""
    from evidence.sources.wayback import Wayback

    if not url.startswith(("http://", "https://")):
        raise BadInput(f"'{url}' is no address. Expected one that starts with http:// or https://.")
    try:
        day = date.fromisoformat(near) if near else None
    except ValueError:
        raise BadInput(f"--near is '{near}', which is no date. Give it as YYYY-MM-DD, like 2025-03-28.") from None
    parts = Parts(load_settings(config, store=store, allow_hosts=allow_hosts))
    try:
        copy = Wayback(address=parts.settings.wayback_api).copy_of(url, near=day, fetcher=parts.fetcher)
    except (PageRefused, TryLater) as error:
        print(error, file=sys.stderr)
        unreachable = isinstance(error, TryLater) or Refusal(error.reason).no_answer
        return 3 if unreachable else 2
    if copy is None:
        print(f"The archive holds no copy of {url}.", file=sys.stderr)
        return 0
    print(copy)
    return 0
