#!/usr/bin/env bash
# python-docx 1.2.0 does not open a .docx in which another .docx stands whole, as the Open XML SDK merges documents (w:altChunk).
#
# ECMA-376 lets a document contain another one as a part (17.17.2.1, "altChunk"). The SDK's way to do so, AddAlternativeFormatImportPart with
# AlternativeFormatImportPartType.WordprocessingML, lists the part under the content type of a main document part. Word and LibreOffice show both texts;
# python-docx takes every part of that type for XML and stops at the zip inside. So a document that some office system put together from several is
# "broken" for whoever reads it with the library, although nothing is wrong with it. Under another content type the same part is opened.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
cat >read.py <<'PY'
import io

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


inner = Document()
inner.add_paragraph("the second document")
for kind in (MAIN, MAIN.removesuffix(".main+xml")):
    outer = Document()
    outer.add_paragraph("the first document")
    part = Part(PackURI("/word/second.docx"), kind, saved(inner), outer.part.package)
    ident = outer.part.relate_to(part, CHUNK)
    outer.element.body.insert(1, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{ident}"/>'))
    try:
        print(len(Document(io.BytesIO(saved(outer))).paragraphs), "paragraph")
    except Exception as error:
        print(type(error).__name__)
PY
cat >expected <<'END'
XMLSyntaxError
1 paragraph
END
venv/bin/python read.py >seen
diff expected seen
echo "as described:"
cat seen
