"""One file that holds a whole store, and the store made again from it.

A Zstandard-compressed tar of the DuckDB file, the snapshots beside it, and last a list of the SHA-256 of
each. Nothing is put in place before every digest was found right.
"""

import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import zstandard

from evidence.errors import StoreError, StoreUnwritable
from evidence.store.migrate import newest
from evidence.store.names import Names

KEPT = ("snapshots", "fetches")  # locks, caches and the review copy are made again
DATABASE = "store.duckdb"
MANIFEST = "manifest.json"
LEVEL = 3


def write_archive(names: Names, database: Path, target: Path) -> int:
    """Write the archive; `database` is a copy of the live file that nobody writes to. How many files it holds."""
    if target.exists():
        raise StoreError(f"{target} is there already and a backup overwrites nothing. Give another name.")
    digests: dict[str, str] = {}
    with _beside(target) as part:
        packer = zstandard.ZstdCompressor(level=LEVEL, threads=-1).stream_writer(part, closefd=False)
        with packer as packed, tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            digests[DATABASE] = _add(tar, database, DATABASE)
            for place in _files(names.folder):
                name = place.relative_to(names.folder).as_posix()
                try:
                    digests[name] = _add(tar, place, name)
                except FileNotFoundError:
                    continue  # removed on request since the list was made
            manifest = {"schema": newest(), "made_at": datetime.now(UTC).isoformat(), "sha256": digests}
            _add_bytes(tar, MANIFEST, json.dumps(manifest, indent=0).encode())
        part.flush()
        os.fsync(part.fileno())
    return len(digests)


def read_archive(archive: Path, names: Names) -> int:
    """Put a store in place from an archive; nothing is overwritten. How many files it held."""
    for place in (names.live, *(names.folder / each for each in KEPT)):
        if place.exists():
            raise StoreError(f"{place} is there already and nothing is overwritten. Restore to another --store.")
    if not archive.is_file():
        raise StoreError(f"There is no file {archive}. Name an archive that `tabayyun backup` wrote.")
    try:
        names.folder.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(dir=names.folder, prefix="restoring-"))
    except OSError as error:
        raise StoreUnwritable(f"{names.folder} cannot be written ({error.strerror}). Give another --store.") from None
    try:
        found = _unpacked(archive, room)
        for kept in KEPT:
            if (room / kept).exists():
                (room / kept).rename(names.folder / kept)
        try:
            os.link(room / DATABASE, names.live)  # fails where somebody made a store meanwhile
        except FileExistsError:
            raise StoreError(f"{names.live} was made by another process meanwhile; it was left alone.") from None
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return found


def _unpacked(archive: Path, room: Path) -> int:
    digests: dict[str, str] = {}
    told: dict[str, str] | None = None
    try:
        with zstandard.open(archive, "rb") as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content is None:
                    raise StoreError(f"{archive} holds {member.name!r}, which no backup of ours does.")
                if member.name == MANIFEST:
                    told = dict(json.loads(content.read())["sha256"])
                else:
                    digests[member.name] = _extract(content, _inside(room, member.name, archive))
    except (zstandard.ZstdError, tarfile.TarError, ValueError, KeyError, EOFError) as error:
        raise StoreError(f"{archive} is damaged or is no backup of ours ({error}). Nothing was restored.") from None
    if told is None or DATABASE not in digests:
        raise StoreError(f"{archive} ends too early. Nothing was restored; take another backup.")
    wrong = sorted(name for name in told.keys() | digests.keys() if told.get(name) != digests.get(name))
    if wrong:
        raise StoreError(f"{archive} is damaged: {wrong[0]} is not what its digest says. Nothing was restored.")
    return len(digests)


def _inside(room: Path, name: str, archive: Path) -> Path:
    place = (room / name).resolve()
    top = Path(name).parts[0] if Path(name).parts else ""
    if room.resolve() not in place.parents or (name != DATABASE and top not in KEPT):
        raise StoreError(f"{archive} holds {name!r}, which no backup of ours does. Nothing was restored.")
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _extract(content: IO[bytes], place: Path) -> str:
    sha = hashlib.sha256()
    with place.open("wb") as out:
        while block := content.read(1 << 20):
            sha.update(block)
            out.write(block)
    return sha.hexdigest()


def _add(tar: tarfile.TarFile, place: Path, name: str) -> str:
    with place.open("rb") as content:
        sha = hashlib.file_digest(content, "sha256").hexdigest()
        content.seek(0)
        member = tarfile.TarInfo(name)
        member.size = os.fstat(content.fileno()).st_size
        tar.addfile(member, content)
    return sha


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def _files(folder: Path) -> Iterator[Path]:
    for kept in KEPT:
        for place in sorted((folder / kept).rglob("*")):
            if place.is_file() and not place.name.startswith("."):
                yield place


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target that takes its name when the block ends well."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise StoreUnwritable(f"{target} cannot be written ({error.strerror}). Give another name.") from None
    try:
        with os.fdopen(handle, "wb") as part:
            yield part
        os.link(name, target)
    except FileExistsError:
        raise StoreError(f"{target} is there already and a backup overwrites nothing. Give another name.") from None
    finally:
        Path(name).unlink(missing_ok=True)
