"""What the tests of questions share: the bundled plans, opened once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from naive_library import Bundled


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundled]:
    found = Bundled(tmp_path_factory.mktemp("cache"))
    yield found
    found.library.close()
