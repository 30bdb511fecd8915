"""Which tests take the time of several processes and servers, and so have a command of their own."""

import pytest

#: `make test` stays under three minutes without them; `make test-processes` and `.ci/run` run them.
HEAVY = {
    "test_check_again.py",
    "test_crash.py",
    "test_engine.py",
    "test_hostile_pages.py",
    "test_readme.py",
    "test_replay.py",
    "test_serve.py",
    "test_store_processes.py",
    "test_wheel.py",
    "test_while_runs_go_on.py",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the files above as `processes`."""
    for item in items:
        if item.path.name in HEAVY:
            item.add_marker("processes")
