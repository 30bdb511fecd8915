"""What can go wrong between a claim and its verdict.

EvidenceError
├── TryLater            a passing fault: the only error that a task tries again
├── PageRefused         the page will not be had: robots, status, size, type, private address
├── ReferenceUnreadable a file of URLs or a folder of saved pages cannot be used: a person's input
├── QuoteNotFound       a quote does not stand in the page that it is said to come from
├── ModelMissing        an embedder or judge cannot be loaded; says what to set
├── JudgeFailed         a judge gave no usable answer; the claim stays undecided
└── StoreError
    ├── StoreTooNew     a newer version wrote the file
    ├── StoreBusy       another program holds the file longer than the wait
    └── StoreUnwritable the file or its folder cannot be written
"""


class EvidenceError(Exception):
    """Any refusal of this package; its text says what, where, what was expected and what next."""


class TryLater(EvidenceError):
    """A passing fault of a server or the network; `seconds` is what the server asked us to wait."""

    def __init__(self, message: str, *, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class PageRefused(EvidenceError):
    """A page that will not be had; `reason` is one of the closed list in `failures.reason`."""

    def __init__(self, message: str, *, url: str, reason: str) -> None:
        super().__init__(message)
        self.url = url
        self.reason = reason


class ReferenceUnreadable(EvidenceError):
    """A file of URLs or a folder of saved pages cannot be used; names the file and the line."""


class QuoteNotFound(EvidenceError):
    """The quote does not stand in the page; `closest` is the passage most like it, "" where none is near."""

    def __init__(self, message: str, *, closest: str = "", likeness: float = 0.0) -> None:
        super().__init__(message)
        self.closest = closest
        self.likeness = likeness  # per cent


class ModelMissing(EvidenceError):
    """An embedder or judge cannot be loaded."""


class JudgeFailed(EvidenceError):
    """A judge gave no usable answer."""


class StoreError(EvidenceError):
    """The store refused."""


class StoreTooNew(StoreError):
    """The file was written by a newer version of this program."""


class StoreBusy(StoreError):
    """Another program holds the file."""


class StoreUnwritable(StoreError):
    """The file or its folder cannot be written."""
