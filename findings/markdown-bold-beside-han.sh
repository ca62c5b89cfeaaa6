#!/usr/bin/env bash
# Bold figures inside a Chinese sentence are not bold in CommonMark: 完成**40%**以上 shows its asterisks, where Python-Markdown makes 40% bold.
#
# CommonMark opens and closes emphasis by what stands on both sides: behind a percent sign, a quotation mark or a bracket the closing ** has to be followed
# by a blank or another sign, and Chinese writes none. So the most usual bold pieces of a status report fail: a figure with %, a term in “ ”, a
# document number 〔2023〕20号, a department in （ ）. The same file comes out otherwise in programs of two families:
#   markdown-it-py 4.3.0, mistune 3.4.0   the asterisks stay;
#   Python-Markdown 3.11.3                bold.
# Bold that ends in a han or a number is bold for all of them, also before 。.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mistune==3.4.0 Markdown==3.11.3
cat >render.py <<'PY'
import markdown
import mistune
from markdown_it import MarkdownIt

for text in ("完成**40%**以上", "推进**“公转铁”**工程", "落实**〔2023〕20号**文件", "由市水利局**（牵头）**负责", "**重点任务**。下一步"):
    rendered = (MarkdownIt().render(text), mistune.html(text), markdown.markdown(text))
    print(text, *("bold" if "<strong>" in one else "asterisks" for one in rendered))
PY
cat >expected <<'END'
完成**40%**以上 asterisks asterisks bold
推进**“公转铁”**工程 asterisks asterisks bold
落实**〔2023〕20号**文件 asterisks asterisks bold
由市水利局**（牵头）**负责 asterisks asterisks bold
**重点任务**。下一步 bold bold bold
END
venv/bin/python render.py >seen
diff expected seen
echo "as described: text, markdown-it-py, mistune, Python-Markdown"
cat seen
