"""Logs as asked for: none by default, else one line an event, in JSON for machines."""

import json
import logging
import subprocess
import sys

import pytest

SCRIPT = (
    "from flows.logs import begin_logs, told\nimport sys\nbegin_logs(sys.argv[1])\nbegin_logs(sys.argv[1])\n"
    "told('article failed', level=30, entry='https://a.example/أ', reason='timeout')"
)


@pytest.mark.parametrize("how", ["quiet", "text", "json"])
def test_an_event_is_one_line_with_its_fields(how: str) -> None:
    """Machines read JSON, people read text, and nobody is told who did not ask."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    if how == "quiet":
        assert lines == []
        return
    assert len(lines) == 1
    assert "https://a.example/أ" in lines[0]
    if how == "json":
        line = json.loads(lines[0])
        assert (line["event"], line["level"], line["reason"]) == ("article failed", "warning", "timeout")
    assert logging.getLogger("tabayyun").handlers == []
