"""Texts on why a document cannot be read, and what can be done about it."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_such_file": ("没有文件 {name}。", "There is no file {name}."),
    "unreadable": ("读不了 {name}（{reason}）。", "{name} cannot be read ({reason})."),
    "too_large": (
        "{name} 超过 {most} MB。请只留下计划本身，或另存为不带图片的文件。",
        "{name} is larger than {most} MB. Keep only the plan itself, or save it without pictures.",
    ),
    "too_long": (
        "{name} 的文字超过 {most} 字，不像一份计划。",
        "{name} holds more than {most:character} of text, which no plan does.",
    ),
    "too_many_cells": (
        "{name} 的表格超过 {most} 个单元格（合并的单元格按所占格数计）。请删去空白的行和列。",
        "The tables of {name} have more than {most:cell}, counting what merged cells cover. Delete empty rows and columns.",
    ),
    "too_many_parts": (
        "{name} 里有 {count} 个部件，最多读 {most} 个。",
        "{name} holds {count:part}; {most} are read at most.",
    ),
    "too_many_pages": (
        "{name} 超过 {most} 页，不像一份计划。",
        "{name} has more than {most:page}, which no plan has.",
    ),
    "too_many_objects": (
        "{name} 的页面上有超过 {most} 个文字、线条和图片。这样的文件可能是有意做坏的，没有读完。",
        "The pages of {name} draw more than {most} texts, lines and pictures. Such a file may be meant to do harm and was not read to the end.",
    ),
    "refers_to_itself": (
        "{name} 已损坏：{part} 引用了它自己。请用原来的软件另存一份再试。",
        "{name} is damaged: {part} refers to itself. Save it again with the program that made it.",
    ),
    "too_deep": (
        "{name} 的表格或文本框嵌套过深。",
        "Tables or text boxes in {name} are nested too deeply.",
    ),
    "unpacks_too_large": (
        "{name} 解压后有 {size} MB，其中文字最多 {most} MB。这样的文件可能是有意做坏的，没有打开。",
        "{name} unpacks to {size} MB; of text, {most} MB are read at most. Such a file may be meant to do harm and was "
        "not opened.",
    ),
    "too_demanding": (
        "读 {name} 需要的时间或内存超出限度，已停止。文件可能已损坏，请用原来的软件另存一份再试。",
        "Reading {name} takes more time or memory than it may, and was stopped. The file may be damaged: save it again with "
        "the program that made it.",
    ),
    "damaged": ("{name} 已损坏（{reason}）。", "{name} is damaged ({reason})."),
    "not_understood": (
        "读不懂 {name}：文件可能已损坏，或有少见的写法。请用 Word、Excel、WPS 或原来的软件打开，另存一份再试。",
        "{name} cannot be made sense of: it may be damaged or written in an unusual way. Open it with the program that made "
        "it, save a copy and try that.",
    ),
    "locked": (
        "{name} 有密码保护。请用密码打开，另存一份不加密的再导入。",
        "{name} is protected by a password. Open it, save a copy without protection and import that.",
    ),
    "scan": (
        "{name} 是扫描件：{pages} 页里没有可读的文字。请先转成扫描的 PDF 再导入，或找文字版。",
        "{name} is a scan: its {pages:page holds|pages hold} no text that could be read. Import it as a scanned PDF, or find an edition "
        "with text.",
    ),
    "nothing_recognised": (
        "{name} 的 {pages} 页里没有认出文字：请换一份更清楚的，或找文字版。",
        "In the {pages:page|pages} of {name} no words were recognised: take a clearer copy, or find an edition with text.",
    ),
    "not_recognised": (
        "{name} 是扫描件，这里不作文字识别。",
        "{name} is a scan, which is not recognised here.",
    ),
    "too_many_scanned": (
        "{name} 有太多扫描页：一次最多识别 {most} 页。请拆开再导入。",
        "{name} has too many scanned pages: at most {most} are recognised at once. Split it.",
    ),
    "recognition_missing": (
        "{name} 是扫描件或图片，文字识别需要 {library}。请安装：pip install 'plantui[{extra}]'，或找文字版。",
        "{name} is a scan or a picture; recognising its words needs {library}. Install it with: pip install 'plantui[{extra}]', or find "
        "an edition with text.",
    ),
    "archive": ("{name} 是压缩包，请先解开。", "{name} is an archive; unpack it first."),
    "old_office": (
        "{name} 是读不了的 Office 文件（如 .ppt、.msg），或已损坏。请另存为 .docx、.xlsx 或 .pdf。",
        "{name} is an Office file that cannot be read (such as .ppt or .msg), or a damaged one. Save it as .docx, .xlsx or .pdf.",
    ),
    "several_attachments": (
        "{name} 有几个能读的附件：{names}。请选定一个：plantui import 文件 --attachment 名称，或把它另存出来再导入。",
        "{name} has several attachments that can be read: {names}. Choose one with plantui import FILE --attachment NAME, or save "
        "it and import that.",
    ),
    "no_such_attachment": (
        "{name} 没有名称为“{attachment}”的附件，或有几个。能读的附件：{names}。",
        "{name} has no attachment “{attachment}”, or more than one. Those that can be read: {names}.",
    ),
    "no_attachment": (
        "{name} 没有能读的附件，更没有“{attachment}”。",
        "{name} has no attachment that can be read, and no “{attachment}” among them.",
    ),
    "no_mail": (
        "{name} 不是带附件的邮件，--attachment 用不上。",
        "{name} is no mail with attachments: leave --attachment out.",
    ),
    "no_office": (
        "{name} 是旧格式（.doc、.wps、.et、.rtf）。装有 LibreOffice 就能直接读；否则请用 Word 或 WPS 另存为 .docx 或 .xlsx。",
        "{name} has an old form (.doc, .wps, .et, .rtf), which is read where LibreOffice is installed. Or save it as .docx or .xlsx "
        "with Word or WPS.",
    ),
    "not_converted": (
        "LibreOffice 打不开 {name}：文件可能有密码或已损坏。请用 Word 或 WPS 另存为 .docx 或 .xlsx。",
        "LibreOffice cannot open {name}: it may have a password or be damaged. Save it as .docx or .xlsx with Word or WPS.",
    ),
    "other_package": (
        "{name} 是压缩的文件包，但不是 .docx、.xlsx、.odt、.ods 或 .ofd。请另存为 .docx、.pdf 或 .txt。",
        "{name} is a package, but no .docx, .xlsx, .odt, .ods or .ofd. Save it as .docx, .pdf or .txt.",
    ),
    "not_text": (
        "{name} 不是能识别的文字（UTF-8、GB18030、UTF-16），也不是 .docx、.pdf、.ofd、.html、.xlsx、.xls、.odt、.ods、.csv。",
        "{name} is no text in a known encoding (UTF-8, GB18030, UTF-16), and no .docx, .pdf, .ofd, .html, .xlsx, .xls, .odt, .ods or .csv.",
    ),
    "empty": ("{name} 里没有文字。", "{name} holds no text."),
    "library_missing": (
        "读 {name}（{form}）需要 {library}。请安装：pip install 'plantui[{extra}]'",
        "Reading {name} ({form}) needs {library}. Install it with: pip install 'plantui[{extra}]'",
    ),
}
