"""Whatever a text looks like, its tables are read without an error, and every piece of a row stands in the text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plantui.documents.source import SourceKind, TableRow, source_of
from plantui.documents.tables.find import task_tables
from plantui.documents.tables.find_en import printed_english_tables
from plantui.documents.tables.table import printed_lines

WORDS = st.sampled_from([
    *("序号", "类别", "工作任务", "推进措施", "牵头单位", "配合单位", "责任单位", "完成时限", "2025年目标", "指标", "单位"),
    *("1", "2", "（3）", "1.1", "一、", "一、改善环境", "（一）公园", "合计", "注：按月报送", "同上", "无", "—"),
    *("改造小区12个", "建设公园6处，增加绿地。", "市水利局", "市住建局、城管局", "牵头：市水利局；配合：市住建局", "★市商务局"),
    *("2025年6月", "2025/6/30", "长期", "6月底前\n12月底前", "", " ", "- 1 -", "\f", "表1", "【城市】", "≥25", "58%"),
])  # fmt: skip
GAPS = st.sampled_from(["\t", " | ", "   ", "\u3000\u3000", "\n", "|"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines of words with one kind of gap, bars at their ends or not."""
    gap = draw(GAPS)
    edge = draw(st.sampled_from(["", "| ", "  "]))
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=7), min_size=1, max_size=14))
    return "\n".join(edge + gap.join(row) + (" |" if edge == "| " else "") for row in rows)


@given(texts())
def test_tables_of_any_text(text: str) -> None:
    """Every span lies inside the text, every task has words, places count up."""
    tables = task_tables(source_of("demo.txt", "", SourceKind.TEXT, text))

    assert all(0 <= span.start < span.end <= len(text) for span in tables.spans)
    assert [*tables.tasks] == sorted(tables.tasks, key=lambda task: task.start)
    for task in tables.tasks:
        pieces = [task.title] if task.title else []
        pieces += [*task.texts, *task.sections, *(text for _, text in task.fields)]
        assert any(piece.text for piece in pieces)
        for piece in pieces:
            assert all(0 <= offset < len(text) for offset in piece.offsets)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=7), min_size=1, max_size=12), st.sampled_from(SourceKind)
)
def test_tables_that_a_format_has(rows: list[list[str]], kind: SourceKind) -> None:
    """Rows of any lengths, of a workbook or another document."""
    text = ""
    found: list[TableRow] = []
    for cells in rows:
        starts = []
        for cell in cells:
            starts.append(len(text))
            text += cell + "\n"
        found.append(TableRow(tuple(cells), tuple(starts), len(found) // 5))

    for needs_departments in (True, False):
        source = source_of("demo", "", kind, text, (0,), tuple(found))
        tables = task_tables(source, needs_departments=needs_departments)
        assert all(0 <= span.start < span.end <= len(text) for span in tables.spans)


ENGLISH_WORDS = st.sampled_from([
    *("No.", "Action", "Strategy", "Lead", "Lead agency", "Partners", "Responsible Party Time Frame", "Timeline", "Cost"),
    *("1", "A.1", "1.2", "(3)", "Pillar I", "SHORT TERM", "Paint the boats", "and mend", "Harbor Office", "Sea Scouts; Fish Board"),
    *("by June 2026", "Ongoing", "Q3 2027", "$500", "", " ", "---", "+---+---+", '"open', "Page 3", "n/a", "x"),
])  # fmt: skip


@given(
    st.lists(st.lists(ENGLISH_WORDS, min_size=1, max_size=6), min_size=1, max_size=14),
    st.sampled_from(["\t", " | ", "   ", "      ", "\n", "|"]),
)
def test_english_tables_of_any_text(rows: list[list[str]], gap: str) -> None:
    """Whatever stands in rows below a head, the tasks have words and every span lies inside the text."""
    text = "\n".join(gap.join(row) for row in [["Action", "Lead agency", "Timeline"], *rows])
    source = source_of("demo.txt", "", SourceKind.TEXT, text)
    lines = [*printed_lines(text)]
    found = printed_english_tables(
        lines, text, Counter(), {2}, lambda at: at % 5 == 3, lambda words: "20" in words
    )

    for table, places in found:
        assert 0 <= places.start < places.stop <= len(lines)
        assert all(0 <= span.start < span.end <= len(source.text) for span in table.spans)
        assert all(task.title is not None and task.title.text for task in table.tasks)
