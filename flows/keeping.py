"""Commands that copy a store out and in, and take a page away on request."""

from pathlib import Path

from flows.errors import BadInput
from flows.reading import existing
from flows.settings import load_settings
from flows.wiring import Parts

TABLES = ("parquet", "csv")
DOCUMENTS = ("claimreview", "prov", "annotations", "canonical")


def run_backup(file: Path, *, store: Path | None, config: Path | None) -> int:
    """Write one archive of the store and its snapshots."""
    parts = _parts(store, config)
    held = parts.store.backup(file)
    print(f"{file}: {parts.settings.store} and its snapshots, {held} files, {file.stat().st_size:,} bytes.")
    return 0


def run_restore(file: Path, *, store: Path | None, config: Path | None) -> int:
    """Make a store from an archive; an existing one is never overwritten."""
    from evidence.store import restore_store

    settings = load_settings(config, store=store)
    held = restore_store(file, settings.store)
    print(f"{settings.store}: restored from {file}, {held} files, every digest right.")
    return 0


def run_export(
    folder: Path,
    form: str,
    *,
    store: Path | None,
    config: Path | None,
    article: str | None = None,
    publisher: str | None = None,
    site: str = "",
) -> int:
    """Write every view as a table, or the verdicts of articles in a form that others read."""
    if form not in TABLES + DOCUMENTS:
        raise BadInput(f"--format is '{form}'; expected one of {', '.join(TABLES + DOCUMENTS)}.")
    parts = _parts(store, config)
    if form in TABLES:
        if article is not None:
            raise BadInput(f"--article goes with {', '.join(DOCUMENTS)}; {form} holds every view whole.")
        written = parts.store.export(folder, form)
    else:
        from review.exports import write_documents

        name = publisher or parts.settings.user
        if form == "claimreview" and not name:
            raise BadInput("A ClaimReview names who reviewed: give --publisher NAME, or set 'user'.")
        if site and not site.startswith(("http://", "https://")):
            raise BadInput(f"--site is '{site}'; expected the http or https address where the report stands.")
        written = write_documents(parts.store, folder, form, article=article, publisher=name, site=site)
    files = "1 file" if len(written) == 1 else f"{len(written)} files"
    print(f"{folder}: {files}, {', '.join(sorted(path.name for path in written)[:3])}" + " …" * (len(written) > 3))
    return 0


def run_remove(url: str, *, by: str | None, reason: str, store: Path | None, config: Path | None) -> int:
    """Take a page's bytes and words away; digests and a tombstone stay."""
    parts = _parts(store, config)
    name = (by or parts.settings.user).strip()
    if not name:
        raise BadInput("Say who: give --by NAME, or set 'user' in tabayyun.toml or TABAYYUN_USER.")
    removed = parts.store.remove_page(url, by=name, reason=reason)
    print(f"{url}: {len(removed.bodies)} snapshots and {len(removed.texts)} texts are gone; their digests stay.")
    if removed.claims:
        print(f"{len(removed.claims)} claims rest on them and now wait for a person: `tabayyun status`.")
    return 0


def _parts(store: Path | None, config: Path | None) -> Parts:
    return Parts(existing(load_settings(config, store=store)))
