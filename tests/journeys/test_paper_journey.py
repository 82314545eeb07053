"""Printing and saving as PDF from the Read page, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studyapp.ui.main_window import MainWindow
from studyapp.ui.paper.printer import Order
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import Dialog
from tests.journeys.reading_house import read_page, window
from tests.study.reading_pack import write_pack
from tests.tools.pdf import read_pdf
from tests.ui.exam_house import light_theme

ARTICLE = """---
title: The long one
---
Begin with [the end](#end) or [the sprint](the-sprint.md), and [a page](https://example.org/x).[^1]

## First
{body}

### Inside
{body}

## Second
{body}

## End
{body}

[^1]: A footnote.
"""


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    write_pack(tmp_path / "p")
    body = "\n\n".join(["One paragraph after the other makes an article of some pages."] * 12)
    (tmp_path / "p" / "articles" / "roles" / "long.md").write_text(
        ARTICLE.format(body=body), encoding="utf-8"
    )
    with window(tmp_path, theme) as made:
        made.go("studyapp:long")
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ReadPage:
    return read_page(opened)


def _saved(page: ReadPage, file: Path, qtbot: QtBot) -> None:
    page.printing.save_to(file)
    qtbot.waitUntil(lambda: not page.printing.busy)


def test_an_article_is_saved_with_contents_that_lead_inside_the_pdf(
    page: ReadPage, tmp_path: Path, qtbot: QtBot
) -> None:
    _saved(page, tmp_path / "long.pdf", qtbot)
    pdf = read_pdf((tmp_path / "long.pdf").read_bytes())
    assert {"first", "inside", "second", "end"} <= set(pdf.links) <= pdf.places
    assert (pdf.title, pdf.pages > 1) == ("The long one", True)
    assert pdf.addresses == ("https://example.org/x",)
    assert page.lectern.notice() == f"Saved as long.pdf in {tmp_path}."


def test_the_pdf_of_a_dark_window_at_twice_the_size_is_that_of_a_light_one(
    page: ReadPage, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    _saved(page, tmp_path / "light.pdf", qtbot)
    theme.set_mode("dark")
    theme.set_zoom(200)
    _saved(page, tmp_path / "dark.pdf", qtbot)
    light, dark = (read_pdf((tmp_path / f"{name}.pdf").read_bytes()) for name in ("light", "dark"))
    assert dark.drawing == light.drawing


def test_a_place_that_cannot_be_written_is_told_in_plain_words(
    page: ReadPage, opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    _saved(page, tmp_path / "missing" / "a.pdf", qtbot)
    told = opened.findChild(Dialog)
    assert told is not None
    assert told.windowTitle() == "The file was not saved"
    told.reject()


def test_save_as_pdf_proposes_the_title_and_adds_the_ending(
    page: ReadPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(*asked: object) -> tuple[str, str]:
        proposed.append(Path(str(asked[2])).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.printing.save.trigger()
    qtbot.waitUntil(lambda: not page.printing.busy)
    assert proposed == ["The long one.pdf"]
    assert (tmp_path / "mine.pdf").is_file()


def test_ctrl_p_asks_for_a_printer_and_prints_the_pages_chosen(
    page: ReadPage, opened: MainWindow, tmp_path: Path
) -> None:
    page.printing.print.trigger()
    order = opened.findChild(Order)
    assert order is not None
    order.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    order.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    order.printer.setPrintRange(QPrinter.PrintRange.PageRange)
    order.printer.setFromTo(2, 2)
    order.dialog.accepted.emit(order.printer)
    QApplication.processEvents()
    assert read_pdf((tmp_path / "printed.pdf").read_bytes()).pages == 1
    assert page.lectern.notice() == ""
