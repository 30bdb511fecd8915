"""Logs on standard error, as the setting `log` asks: none, lines for people, or one JSON object a line."""

import json
import logging
import sys
from datetime import UTC, datetime

LOG = logging.getLogger("tabayyun")


class _Json(logging.Formatter):
    """One JSON object a record; what was passed as `extra={"about": {…}}` stands beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        line = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        line |= getattr(record, "about", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class _Text(logging.Formatter):
    """Time, event and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        about = " ".join(f"{name}={value}" for name, value in getattr(record, "about", {}).items())
        at = datetime.fromtimestamp(record.created, UTC)
        return f"{at:%Y-%m-%d %H:%M:%S} {record.levelname.lower():<7} {record.getMessage()} {about}".rstrip()


def begin_logs(how: str) -> None:
    """Log as asked from now on; asking twice changes nothing."""
    if LOG.handlers:
        return
    handler: logging.Handler = logging.NullHandler()
    if how != "quiet":
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Json() if how == "json" else _Text())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def told(event: str, *, level: int = logging.INFO, **about: object) -> None:
    """Log one event with its fields."""
    LOG.log(level, event, extra={"about": about})
