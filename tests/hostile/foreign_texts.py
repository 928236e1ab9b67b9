"""Word files and texts of other programs: what stands in them is read, what cannot be is told."""

from __future__ import annotations

from tests.hostile.imported import BOMB, OUT, OUTSIDE, TASK, changed, refused, taken
from tests.hostile.office_files import HEAD, NOTICE, document, table
from tests.hostile.rows import Row
from tests.importers.blocks.word_files import p, word_file


def _merged_over(rows: int) -> bytes:
    """A table whose last column is one department over all rows."""
    head = "".join(f"<w:tc>{p(text)}</w:tc>" for text in HEAD[:3])
    start = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    body = "".join(
        f"<w:tr><w:tc>{p(str(at))}</w:tc><w:tc>{p(f'科普第{at}项')}</w:tc>"
        f"<w:tc>{start if at == 1 else '<w:tcPr><w:vMerge/></w:tcPr>'}{p('县科协' if at == 1 else '')}</w:tc></w:tr>"
        for at in range(1, rows + 1)
    )
    return word_file(f"<w:tbl><w:tr>{head}</w:tr>{body}</w:tbl>")


def _cell_set(properties: str) -> bytes:
    cells = "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>" for text in ("甲", "乙"))
    return document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


DOCUMENTS = (
    taken("a department merged over a thousand rows", "a.docx", lambda: _merged_over(1000), "科普第1000项"),
    *(
        taken(f"a cell set to {what}", "a.docx", _cell_set(what), TASK)
        for what in (
            '<w:gridSpan w:val="2000000"/>',
            '<w:gridSpan w:val="abc"/>',
            '<w:gridSpan w:val="-3"/>',
            "<w:vMerge/>",
            '<w:hMerge w:val="continue"/>',
            "<w:gridSpan/>",
        )
    ),
    refused(
        "laughs in a document",
        "a.docx",
        changed(document(), "word/document.xml", "<w:document", BOMB + "<w:document"),
        "已损坏",
    ),
    refused(
        "a file of the computer in a document",
        "a.docx",
        changed(document(), "word/document.xml", "<w:document", OUTSIDE + "<w:document"),
        "已损坏",
    ),
    refused(
        "laughs in a numbering",
        "a.docx",
        changed(document(numbering=""), "word/numbering.xml", "<w:numbering", BOMB + "<w:numbering"),
        "已损坏",
    ),
    taken("a workbook called document", "a.docx", table(), TASK),
    taken("a document called text", "a.txt", document(), TASK),
    taken(
        "a document with macros",
        "a.docm",
        changed(
            document(),
            "[Content_Types].xml",
            "wordprocessingml.document.main",
            "wordprocessingml.document.macroEnabled.main",
        ),
        TASK,
    ),
    taken("a document without styles", "a.docx", document(), TASK),
    refused(
        "a document without a body",
        "a.docx",
        changed(
            changed(document(), "word/document.xml", "<w:body>", "<w:odd>"),
            "word/document.xml",
            "</w:body>",
            "</w:odd>",
        ),
        "a.docx",
    ),
    refused("a document cut off", "a.docx", document()[:-100], "已损坏"),
    *(
        taken(
            f"tracked words in {tag}",
            "a.docx",
            document(
                f"<w:p><w:r><w:t>3.科普进社区。（</w:t></w:r><{tag}><w:r><w:t>县科协牵头</w:t></w:r></{tag}>"
                "<w:r><w:t>）</w:t></w:r></w:p>"
            ),
            "牵头单位: 县科协",
            "科普进社区",
        )
        for tag in ("w:ins", "w:smartTag", "w:hyperlink", "w:fldSimple", "w:moveTo")
    ),
    taken(
        "words that were deleted",
        "a.docx",
        document(
            "<w:p><w:r><w:t>3.科普进社区。（县科协牵头）</w:t></w:r><w:del><w:r><w:delText>没有了</w:delText></w:r></w:del>"
            "</w:p>"
        ),
        "科普进社区",
        never=("没有了",),
    ),
)
TEXTS = (
    *(
        taken(f"a notice in {encoding}", "a.txt", NOTICE.encode(encoding), TASK)
        for encoding in ("utf-8-sig", "gb18030", "utf-16", "utf-8")
    ),
    *(
        taken(f"a notice with line ends {end!r}", "a.txt", NOTICE.replace("\n", end), TASK, "组织科技创新大赛")
        for end in ("\r", "\r\n", "\u2028", "\x0b", "\x85")
    ),
    refused("bytes called text", "a.txt", bytes(range(256)) * 4, "a.txt"),
    refused("letters without a task", "a.txt", "x" * 5000, "没有读到任务"),
    *(
        Row(f"a text of {what}", {"a.txt": NOTICE + text}, ("import", "a.txt", "-o", OUT), 0, writes=(OUT,), seconds=5)
        for what, text in (
            ("six thousand brackets", "（" * 6000),
            ("brackets in brackets", "（" * 3000 + "县科协" + "）" * 3000),
            ("five thousand numbers", "一、" * 5000),
            ("numbers on lines", "一、\n" * 5000),
            ("twenty thousand blanks", "3." + " " * 20_000 + "科普"),
            ("wide blanks", "3." + "\u3000" * 20_000 + "科普"),
            ("twenty thousand names", "3.科普。（" + "县科协、" * 20_000 + "县教育局负责）"),
            ("twenty thousand role words", "牵头单位：" * 20_000),
            ("five thousand dates", "3.科普" + "2026年底前" * 5000),
            ("fifty thousand strokes", "|" * 50_000),
            ("a table of strokes", "|甲|" * 100 + "\n" + "|-" * 200 + "\n" + "|乙" * 5000),
            ("ten thousand digits", "1" * 10_000 + "."),
            ("five thousand levels", ".".join(["1"] * 5000)),
            ("quotes without end", '"' * 9999 + ",\n" * 500),
            ("ten thousand links", "[甲](http://x.cn)" * 10_000),
        )
    ),
)

ROWS = (*DOCUMENTS, *TEXTS)
