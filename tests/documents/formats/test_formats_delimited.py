"""Which sign parts the cells of a delimited table: by rows, since a cell may hold line ends and any of the signs."""

from __future__ import annotations

import pytest

from plantui.documents.formats.plain import read_delimited

TABLES = {
    "commas inside": 'id;title;text\n1;Water;"First, second\nthird, fourth\nfifth, sixth"\n2;Roads, then;"a, b\nc, d"\n',
    "semicolons inside": 'id,title,text\n1,"Lay; pipe","a; b\nc; d\ne; f"\n2,"Dig; hole","g; h"\n',
    "tabs": "id\ttitle\ttext\n1\tLay, pipe\ta; b\n2\tDig, hole\tc; d\n",
    "full-width commas inside": 'id,title,text\n1,修堤，修桥,"甲，乙\n丙，丁"\n2,修路，修渠,戊，己\n',
    "a title above": "台账\nid,title,text\n1,修堤,甲；乙\n2,修桥,丙\n",
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_sign_is_that_of_the_rows(name: str, end: str) -> None:
    rows = read_delimited(TABLES[name].replace("\n", end).encode()).rows

    assert [len(row.cells) for row in rows if len(row.cells) > 1] == [3, 3, 3]
