#!/usr/bin/env bash
# python-docx leaves out of a paragraph's text what Word wraps: the day in a date's smart tag, the department chosen in a control, an accepted-looking insertion.
#
# Older Chinese versions of Word put every date into a smart tag (chsdate); forms of offices have drop-down controls for departments; a document on its way through
# several offices has tracked insertions. All of it stands on the page. Paragraph.text of python-docx 1.2.0 has none of it and says nothing, and a paragraph
# inside a control is not even in Document.paragraphs; docx2txt 0.9 and mammoth 1.13.0 give most of it, and differ: docx2txt loses a sign of the Symbol font
# (≥) and the non-breaking hyphen that is a minus, mammoth the result of a field.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0
cat >read.py <<'PY'
import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")
RUN = "<w:r><w:t>{}</w:t></w:r>"
INSIDE = {
    "smart tag": f'<w:smartTag {W} w:uri="u" w:element="chsdate">{RUN.format("6月30日")}</w:smartTag>',
    "drop-down control": f'<w:sdt {W}><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{RUN.format("水利局")}</w:sdtContent></w:sdt>',
    "tracked insertion": f'<w:ins {W} w:id="1" w:author="a">{RUN.format("9月底")}</w:ins>',
    "field": f'<w:fldSimple {W} w:instr="SEQ x">{RUN.format("12")}</w:fldSimple>',
    "Symbol font": f'<w:r {W}><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
    "non-breaking hyphen": f"<w:r {W}><w:noBreakHyphen/></w:r>",
}
document = docx.Document()
for name, piece in INSIDE.items():
    document.add_paragraph(f"{name}: [")._p.append(parse_xml(piece))
    document.paragraphs[-1].add_run("]")
document.element.body.insert(
    0, parse_xml(f'<w:sdt {W}><w:sdtContent><w:p>{RUN.format("paragraph in a control: [任务]")}</w:p></w:sdtContent></w:sdt>')
)
document.save("plan.docx")

def pieces(text):
    lines = (line for line in text.splitlines() if line.endswith("]"))
    return {line.partition(": ")[0]: line.partition(": [")[2][:-1] for line in lines}

readers = {
    "python-docx": pieces("\n".join(one.text for one in docx.Document("plan.docx").paragraphs)),
    "docx2txt": pieces(docx2txt.process("plan.docx")),
    "mammoth": pieces(mammoth.extract_raw_text(open("plan.docx", "rb")).value),
}
for name in (*INSIDE, "paragraph in a control"):
    print(f"{name}:", *(f"{reader} {found[name] if name in found else 'no paragraph'!r}," for reader, found in readers.items()))
PY
cat >expected <<'END'
smart tag: python-docx '', docx2txt '6月30日', mammoth '6月30日',
drop-down control: python-docx '', docx2txt '水利局', mammoth '水利局',
tracked insertion: python-docx '', docx2txt '9月底', mammoth '9月底',
field: python-docx '', docx2txt '12', mammoth '',
Symbol font: python-docx '', docx2txt '', mammoth '≥',
non-breaking hyphen: python-docx '-', docx2txt '', mammoth '‑',
paragraph in a control: python-docx 'no paragraph', docx2txt '任务', mammoth '任务',
END
venv/bin/python read.py >seen
diff expected seen
echo "as described:"
cat seen
