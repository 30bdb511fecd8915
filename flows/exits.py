"""Which exit code an error means, and the sentence that goes with it."""

import errno
import os
import traceback

from claims.errors import ClaimsError
from evidence.errors import EvidenceError, StoreError
from flows.errors import FlowsError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def exit_code(error: Exception) -> tuple[int, str]:
    """The exit code of contract: 1 a fault of ours, 2 bad input or setting, 3 nothing reached."""
    if isinstance(error, FlowsError):
        return error.exit_code, str(error)
    if isinstance(error, ClaimsError | StoreError | EvidenceError):
        return 2, str(error)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return 2, (
            f"There is no room left on the disk that holds {error.filename or 'the store and its folder'}. What was "
            "finished is stored. Make room, then run the same again."
        )
    if os.environ.get("TABAYYUN_LOG") == "text":
        traceback.print_exception(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    return 1, (
        f"Tabayyun failed in {os.path.basename(where.filename)} line {where.lineno} "  # noqa: PTH119
        f"({type(error).__name__}: {error}). This is a fault of ours; nothing half-done was stored. "
        "Set TABAYYUN_LOG=text to see the whole trace, and report it."
    )
