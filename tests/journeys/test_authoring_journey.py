"""Writing a pack with the window beside the editor."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studyapp.preferences import Preferences
from studyapp.ui.authoring import watch
from studyapp.ui.authoring.panel import AuthoringPanel
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import key, marked, read_page, window
from tests.study.reading_pack import write_pack
from tests.ui.exam_house import light_theme

LONG = "---\ntitle: Long\n---\n\n" + "\n\n".join(
    f"Paragraph number {n} of the long article." for n in range(80)
)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pack(tmp_path / "p")
    folder = tmp_path / "p" / "articles" / "roles"
    (folder / "long.md").write_text(LONG, encoding="utf-8")
    return folder


@pytest.fixture
def opened(
    tmp_path: Path, folder: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(watch, "PULSE", 20)
    with window(tmp_path, theme) as made:
        made.authoring_action.trigger()
        qtbot.waitUntil(lambda: not busy(made), timeout=30_000)
        yield made
        made.authoring.turn(on=False)


@pytest.fixture
def wait(opened: MainWindow, qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda until: qtbot.waitUntil(until, timeout=30_000)


def panel(opened: MainWindow) -> AuthoringPanel:
    found = opened.authoring.panel
    assert found is not None
    return found


def busy(opened: MainWindow) -> bool:
    return "…" in panel(opened).status.text()


def said(opened: MainWindow) -> str:
    return "\n".join(map(str, panel(opened).problems))


def text(opened: MainWindow) -> str:
    return read_page(opened).lectern.view.toPlainText()


def save_as_editors_do(file: Path, words: str) -> None:
    """A draft beside the file, then a rename over it."""
    draft = file.with_name(f".{file.name}.swp~")
    draft.write_text(words, encoding="utf-8")
    draft.replace(file)


def test_what_an_editor_saves_shows_at_once_and_the_place_is_kept(
    opened: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], None]
) -> None:
    opened.go("studyapp:long")
    view = read_page(opened).lectern.view
    view.go_to(view.toPlainText().index("Paragraph number 40"))
    before = "A new beginning of more than one line, so that all below it moves. " * 9
    save_as_editors_do(
        folder / "long.md", LONG.replace("Paragraph number 0 ", f"{before}\n\nParagraph number 0 ")
    )
    wait(lambda: "A new beginning" in text(opened))
    assert view.document().findBlock(view.top()).text().startswith("Paragraph number 40")


def test_new_broken_mended_and_deleted_files_are_noticed_and_the_rest_goes_on(
    opened: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], None]
) -> None:
    opened.go("studyapp:long")
    (folder / "fresh.md").write_text("---\ntitle: [Fresh\n---\n\nWords that are shown.\n", encoding="utf-8")
    wait(lambda: "fresh.md:" in said(opened))
    problem = next(each for each in panel(opened).problems if each.path.endswith("fresh.md"))
    assert (problem.line in (2, 3), bool(problem.hint)) == (True, True)
    assert "p/article/fresh" in opened.desks.library.catalog.articles()
    assert "Paragraph number 0" in text(opened)
    save_as_editors_do(folder / "fresh.md", "---\ntitle: Mended\n---\n\nWords that are shown.\n")
    wait(lambda: "fresh.md" not in said(opened))
    (folder / "fresh.md").unlink()
    wait(lambda: "p/article/fresh" not in opened.desks.library.catalog.articles())


def test_a_problem_leads_by_the_keyboard_to_its_rendered_place_and_escape_leads_back(
    opened: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], None]
) -> None:
    sprint = next(folder.parent.rglob("the-sprint.md"))
    words = "The whole of this sentence leads to [nowhere at all](gone-for-ever.md) by a link.\n"
    sprint.write_text(f"{sprint.read_text(encoding='utf-8')}\n{words}", encoding="utf-8")
    wait(lambda: "gone-for-ever" in said(opened))
    key(opened, Qt.Key.Key_F8)
    problems = panel(opened).list
    assert problems.hasFocus()
    problems.set_current(next(n for n, each in enumerate(panel(opened).problems) if "gone-for" in str(each)))
    QTest.keyClick(problems, Qt.Key.Key_Return)
    assert read_page(opened).article == "p/article/the-sprint"
    assert marked(read_page(opened)) == ["The whole of this sentence leads to nowhere at all by a link."]
    QTest.keyClick(problems, Qt.Key.Key_Escape)
    assert not problems.hasFocus()


def test_a_problem_of_a_card_leads_to_the_card_and_one_of_nothing_shown_says_so(
    opened: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], None]
) -> None:
    cards = next((folder.parents[1] / "cards").rglob("*.yaml"))
    quote = next(iter(opened.desks.library.catalog.cards().values())).proof.quote
    whole = cards.read_text(encoding="utf-8")
    cards.write_text(whole.replace(quote, "These words are nowhere", 1), encoding="utf-8")
    cards.with_name("broken.yaml").write_text("cards: [{", encoding="utf-8")
    wait(lambda: "broken.yaml" in said(opened) and cards.name in said(opened))
    panel(opened).list.chosen_row.emit(row_of(opened, cards.name))
    assert opened.current == "cards"
    panel(opened).list.setFocus()
    entries = len(list(opened.desks.ledger.events()))
    panel(opened).list.set_current(row_of(opened, "broken.yaml"))
    QTest.keyClick(panel(opened).list, Qt.Key.Key_Return)
    assert len(list(opened.desks.ledger.events())) == entries
    assert panel(opened).status.text().startswith("Nothing of this file is shown yet")


def row_of(opened: MainWindow, file: str) -> int:
    return next(n for n, each in enumerate(panel(opened).problems) if each.path.endswith(file))


def test_the_switch_is_kept_and_stopping_takes_the_panel_away(
    opened: MainWindow, tmp_path: Path, theme: Theme
) -> None:
    assert opened.preferences().pages["authoring"] == {"on": True}
    panel(opened).stopped.emit()
    assert opened.authoring.panel is None
    assert not opened.authoring_action.isChecked()
    assert opened.preferences().pages["authoring"] == {"on": False}


def test_the_switch_that_was_left_on_is_on_again(tmp_path: Path, theme: Theme) -> None:
    kept = Preferences(pages={"authoring": {"on": True}})
    with window(tmp_path, theme, "today", kept) as opened:
        opened.settle()
        assert opened.authoring.on
        assert opened.authoring_action.isChecked()
        opened.authoring.turn(on=False)
