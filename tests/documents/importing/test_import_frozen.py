"""What the import reads changes only with a reason: `tests/support/frozen.py` tells how one is given."""

from __future__ import annotations

import os
import tomllib

import pytest

from tests.support.frozen import FROZEN, MUTATIONS, changed_mutations, frozen_document, outcome, texts

_EVERY = 1 if os.environ.get("PLANTUI_SOAK") else 10


@pytest.mark.parametrize(("name", "text"), [pytest.param(*entry, id=entry[0]) for entry in texts()])
def test_documents_are_read_as_before(name: str, text: str) -> None:
    """Plan, doubts and account of every document are those that somebody looked at."""
    assert outcome(text, name).hashes() == frozen_document(name)


@pytest.mark.parametrize("first", range(10))
def test_mutations_are_read_as_before(first: int) -> None:
    """A tenth of the mutations in each run of the tests, all of them in the long one."""
    chosen = range(first * _EVERY, MUTATIONS, 10 * _EVERY)
    assert changed_mutations(chosen) == {}


def test_every_accepted_difference_has_a_reason() -> None:
    """A file of accepted differences says why in a sentence, and names some."""
    for path in sorted((FROZEN / "accepted").glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        assert len(data["reason"].split()) > 3
        assert data["documents"] or data["mutations"]
