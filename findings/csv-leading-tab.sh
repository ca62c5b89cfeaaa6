#!/usr/bin/env bash
# A leading tab keeps the printed number 2.10 of a CSV ledger in LibreOffice, but not in programs built on SheetJS or exceljs.
#
# Offices open ledgers by double-click; the usual advice is a tab before 1-2, 2.10, (1) and 007, so that the spreadsheet takes them
# for text. Web tools read the same file with one of two JavaScript libraries, and there the tab does not do:
#   SheetJS (xlsx 0.18.5)   the tab saves 1-2 (else a day in January 2001), but 2.10 is 2.1, (1) is -1 and 007 is 7, tab or no tab;
#   exceljs 4.4.0           1-2 and (1) are text in any case, but 2.10 is 2.1 and 007 is 7, tab or no tab.
# Both ask JavaScript's number conversion, which passes over white space. The formula ="2.10" keeps the text in SheetJS; exceljs takes it
# for the eight characters themselves, as LibreOffice does. So no spelling of such a cell is read alike by all of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0
cat >read.js <<'JS'
const fs = require('fs'), SheetJS = require('xlsx'), ExcelJS = require('exceljs');
const cells = ['1-2', '2.10', '(1)', '007', '\t1-2', '\t2.10', '\t(1)', '\t007', '"=""2.10"""'];
fs.writeFileSync('ledger.csv', '\ufeff序号,任务\r\n' + cells.map((cell) => cell + ',修复河道\r\n').join(''));
const book = SheetJS.readFile('ledger.csv'), sheet = book.Sheets[book.SheetNames[0]];
const show = (value) => JSON.stringify(value instanceof Date ? 'a date' : value);
new ExcelJS.Workbook().csv.readFile('ledger.csv').then((other) => {
  cells.forEach((cell, place) => {
    const row = place + 2;
    console.log(`${show(cell)} ${show(sheet['A' + row].v)} ${show(other.getRow(row).getCell(1).value)}`);
  });
});
JS
cat >expected <<'END'
"1-2" 36893 "1-2"
"2.10" 2.1 2.1
"(1)" -1 "(1)"
"007" 7 7
"\t1-2" "\t1-2" "\t1-2"
"\t2.10" 2.1 2.1
"\t(1)" -1 "\t(1)"
"\t007" 7 7
"\"=\"\"2.10\"\"\"" "2.10" "=\"2.10\""
END
TZ=UTC node read.js >seen
diff expected seen
echo "as described: cell, read by SheetJS 0.18.5, read by exceljs 4.4.0"
cat seen
