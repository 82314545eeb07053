"""Papers stay readable on the screen for ever: content that changed, a pack that is gone, a question in dispute."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.address import parse
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.result_export import result_report, save_as_csv, save_as_pdf
from studyapp.ui.theme import Theme
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import sit
from tests.tools.clock import Clock
from tests.tools.small_pack import write_small_pack
from tests.ui.exam_house import house, light_theme


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack, and a profile beside it in which one paper was sat, its eighth question disputed."""
    root = write_pack(tmp_path / "p")
    with house(tmp_path / "profile", root, Clock()) as desks:
        sit(desks, right=6)
        desks.exams.dispute(desks.exams.attempts()[0].id, 8, "both are defensible")
    return root


def shown(desks: Desks, theme: Theme, qtbot: QtBot, **options: str) -> ExamPage:
    page = ExamPage(desks, theme)
    qtbot.addWidget(page)
    page.resize(1190, 750)
    more = "".join(f"&{name}={value}" for name, value in options.items())
    page.open(parse(f"page:exam?attempt={desks.exams.attempts()[0].id}{more}"))
    page.show()
    return page


def told(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_paper_whose_pack_is_gone_is_read_whole(
    tmp_path: Path, pack: Path, theme: Theme, qtbot: QtBot
) -> None:
    shutil.rmtree(pack)
    other = write_small_pack(tmp_path / "other")
    (other / "misconceptions.yaml").unlink()
    with house(tmp_path / "profile", other, Clock()) as desks:
        page = shown(desks, theme, qtbot)
        assert "6 of 7 right" in told(page)
        assert "you followed a false belief that has left the content: boss." in told(page)
        assert "are cards now" not in told(page)
        page.paper.review()
        item = page.paper._review.item
        assert item is not None
        assert item.question is not None
        assert page.paper._review.card.stem.plain() == item.question.stem
        page.paper.show_beside(desks.exams.attempts()[0].id)
        report = result_report(desks.exams.result(desks.exams.attempts()[0].id), page._titles)
        save_as_csv(tmp_path / "kept.csv", report)
        save_as_pdf(tmp_path / "kept.pdf", theme, report)
        assert "both are defensible" in (tmp_path / "kept.csv").read_text("utf-8-sig")


def test_a_paper_shows_the_texts_of_then_when_the_content_changed(
    tmp_path: Path, pack: Path, theme: Theme, qtbot: QtBot
) -> None:
    questions = pack / "questions" / "all.yaml"
    questions.write_text(questions.read_text("utf-8").replace(" option ", " reworded "), "utf-8")
    with house(tmp_path / "profile", pack, Clock()) as desks:
        page = shown(desks, theme, qtbot, question="7")
        names = [row.accessibleName() for row in page.paper._review.card.face.rows[:4]]
        assert all(" option " in name for name in names)


def test_the_reason_of_a_dispute_is_told_with_its_question(
    tmp_path: Path, pack: Path, theme: Theme, qtbot: QtBot
) -> None:
    with house(tmp_path / "profile", pack, Clock()) as desks:
        page = shown(desks, theme, qtbot, question="8")
        assert "Not scored: both are defensible" in told(page)
        assert "6 right · 1 wrong · 1 not scored" in told(page)
        assert any(
            b.text() == "Score it again" for b in page.findChildren(QPushButton) if b.isVisibleTo(page)
        )


def test_the_field_for_a_reason_is_in_sight_in_a_small_window(
    tmp_path: Path, pack: Path, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    with house(tmp_path / "profile", pack, Clock()) as desks:
        page = shown(desks, theme, qtbot, question="3")
        page.resize(784, 500)
        review = page.paper._review
        next(b for b in page.findChildren(QPushButton) if b.text().startswith("I think the key")).click()
        qtbot.waitUntil(lambda: not review._reason.visibleRegion().isEmpty())
    theme.set_zoom(100)
