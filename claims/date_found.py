"""What a date expression says, before it is known which days it means."""

from dataclasses import dataclass
from datetime import date

from claims.records import Comparator, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One expression in folded offsets."""

    start: int
    end: int
    kind: str
    relative: bool = False
    year: int | None = None
    shift_year: int | None = None  #: the year counted from that of publication
    month: int | None = None
    day: int | None = None
    number: int | None = None
    unit: str = ""
    count: float = 0
    direction: int | None = None
    comparator: Comparator = Comparator.EXACT
    part: str = ""
    frame: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.INTERVAL
    solar: bool = False  #: counted by the Persian solar calendar
    ends: "tuple[Found, Found] | None" = None  #: both ends of a period told by two dates
