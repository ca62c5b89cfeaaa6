"""Files of other systems are bounded: in size, in what they declare, in how deep they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.documents import formats
from plantui.model.problem import DataError
from plantui.readback.foreign_plan import format_of_file, read_foreign

FILES = {
    "stratml": "<StrategicPlan><StrategicPlanCore>{}</StrategicPlanCore></StrategicPlan>",
    "mspdi": '<Project xmlns="http://schemas.microsoft.com/project"><Tasks>{}</Tasks></Project>',
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "plan.xml"
    path.write_text(FILES[name].format("<Goal><Name>x</Name></Goal>" * 50), "utf-8")
    monkeypatch.setattr(formats, "MOST_BYTES", 1000)

    with pytest.raises(DataError) as refused:
        read_foreign(path, format_of_file(path), "plan.xml", None)

    assert (refused.value.message, refused.value.facts["name"]) == ("formats.too_large", "plan.xml")


@pytest.mark.parametrize("name", FILES)
def test_elements_that_lie_too_deep_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "plan.xml"
    path.write_text(FILES[name].format("<a>" * 300 + "</a>" * 300), "utf-8")

    with pytest.raises(DataError) as refused:
        read_foreign(path, format_of_file(path), "plan.xml", None)

    assert refused.value.message == "exchange.no_xml"
