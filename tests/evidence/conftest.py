"""An API of a source on loopback, and what fetches from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.fetch import Fetcher
from tests.evidence.api_server import Api
from tests.evidence.hostile_server import make_fetcher


@pytest.fixture
def api() -> Iterator[Api]:
    server = Api()
    yield server
    server.close()


@pytest.fixture
def fetcher(api: Api, tmp_path: Path) -> Fetcher:
    return make_fetcher(tmp_path, api.port)
