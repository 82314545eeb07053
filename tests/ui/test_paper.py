"""What is printed or saved as PDF: numbered pages that tear nothing apart, contents that lead to their places."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument, QTextTable

from studyapp.ui.paper.contents import Entry, anchor_positions
from studyapp.ui.paper.document import paper_document
from studyapp.ui.paper.pages import Room, keep_together, lay_pages, page_of
from studyapp.ui.paper.sheet import Sheet, pdf_bytes, save_pdf
from studyapp.ui.theme import Theme
from tests.tools.pdf import read_pdf

_ROOM = Room(794, 1123, 68, 84, 80)
_LINE = "<p>Some running text that fills about one line of the page, no more.</p>"
_ROWS = "<tr><td>a cell</td><td>another</td></tr>"


def _html(chapters: int = 9) -> str:
    return "".join(
        f'<h2 id="h{n}">Chapter {n}</h2>{_LINE * (9 + n % 4)}<table class="grid">{_ROWS * (3 + n % 9)}</table>'
        for n in range(chapters)
    )


def _entries(chapters: int = 9) -> tuple[Entry, ...]:
    return tuple(Entry(f"Chapter {n}", f"h{n}") for n in range(chapters))


def _laid(theme: Theme, html: str) -> QTextDocument:
    document = paper_document(theme, html)
    lay_pages(document, _ROOM)
    keep_together(document, _ROOM)
    return document


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def test_each_line_of_the_contents_is_a_link_to_a_place_in_the_pdf(theme: Theme) -> None:
    pdf = read_pdf(pdf_bytes(paper_document(theme, _html()), Sheet("T", contents=_entries())))
    assert {f"h{n}" for n in range(9)} == set(pdf.links) == pdf.places


def test_a_link_of_the_text_leads_on_inside_the_pdf(theme: Theme) -> None:
    pdf = read_pdf(pdf_bytes(paper_document(theme, f'<p><a href="#h3">on</a></p>{_html()}'), Sheet("T")))
    assert set(pdf.links) == {"h3"} <= pdf.places


def test_the_contents_name_the_page_of_each_chapter(theme: Theme) -> None:
    document = paper_document(theme, f"<p>Title</p>{_html()}")
    pdf_bytes(document, Sheet("T", contents=_entries()))
    room = Room(document.pageSize().width(), document.pageSize().height(), 68, 84, 80)
    places = anchor_positions(document)
    said = [document.findBlockByNumber(n + 1).text().split("\t")[1] for n in range(9)]
    assert said == [str(page_of(document, places[f"h{n}"], room) + 1) for n in range(9)]
    assert int(said[-1]) > 1


def test_a_table_that_fits_on_a_page_stands_on_one(theme: Theme) -> None:
    document = _laid(theme, _html())
    for table in _tables(document):
        first, last = table.firstCursorPosition().position(), table.lastCursorPosition().position()
        assert page_of(document, first, _ROOM) == page_of(document, last, _ROOM)


def test_a_heading_stands_on_the_page_of_what_it_is_over(theme: Theme) -> None:
    for lines in range(38, 46):
        document = _laid(theme, f'{_LINE * lines}<h2 id="h">Over</h2>{_LINE * 3}')
        heading = document.findBlock(anchor_positions(document)["h"])
        pages = [page_of(document, block.position(), _ROOM) for block in (heading, heading.next())]
        assert pages[0] == pages[1]


@pytest.mark.parametrize("chapters", [9, 40])
def test_nothing_is_lost_where_pages_are_begun(theme: Theme, chapters: int) -> None:
    document = _laid(theme, _html(chapters))
    assert document.pageCount() > chapters // 3
    block, bottom = document.begin(), 0.0
    while block.isValid():
        if block.text().startswith("Some"):
            place = document.documentLayout().blockBoundingRect(block)
            assert min(block.layout().lineCount(), place.bottom() - bottom) > 0
            bottom = place.bottom()
        block = block.next()


def test_paper_is_light_in_a_dark_window(theme: Theme) -> None:
    light = read_pdf(pdf_bytes(paper_document(theme, _html()), Sheet("T"))).drawing
    theme.set_mode("dark")
    assert read_pdf(pdf_bytes(paper_document(theme, _html()), Sheet("T"))).drawing == light


def test_a_pdf_says_its_title_and_what_made_it(theme: Theme) -> None:
    pdf = read_pdf(pdf_bytes(paper_document(theme, "<p>x</p>"), Sheet("Über (uns)")))
    assert (pdf.title, pdf.creator, pdf.pages) == ("Über (uns)", "Product Owner Study Companion", 1)


def test_a_disk_that_is_full_leaves_the_old_file(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.pdf"
    save_pdf(paper_document(theme, "<p>old</p>"), file, Sheet("Old"))
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        save_pdf(paper_document(theme, "<p>new</p>"), file, Sheet("New"))
    assert (file.read_bytes(), list(tmp_path.glob("kept*"))) == (before, [file])


def test_the_contents_of_a_text_from_right_to_left_keep_each_page_on_its_line(theme: Theme) -> None:
    words = "القرارات"
    document = paper_document(theme, f'<p>{words}</p><h2 id="a">{words}</h2>')
    pdf_bytes(document, Sheet("T", contents=(Entry(words, "a", depth=1),)))
    line = document.findBlockByNumber(1)
    assert (line.text(), line.layout().lineCount()) == (f"{words}\t1", 1)
