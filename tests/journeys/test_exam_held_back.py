"""The held-back pool: nothing shows a question of it before a mock exam has."""

import contextlib
import io
import random
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studyapp import bundle
from studyapp.catalog.question import Pool, Question
from studyapp.cli.main import main
from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.preferences import Preferences
from studyapp.study.bookshelves import Grouping
from studyapp.study.desks import Desks
from studyapp.study.exam_export import result_csv, result_html
from studyapp.study.exam_pair import pair_of
from studyapp.study.marks_desk import Colour, as_markdown
from studyapp.study.note_entries import NoteEntries
from studyapp.study.practice_beliefs import belief_choices
from studyapp.study.practice_desk import PracticeKind, PracticeScope
from studyapp.study.question_text import kept_text
from studyapp.study.scope import Scope, ScopeKind
from studyapp.ui.background import wait_for_all
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.wording import LEVELS
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.search.palette import SearchPalette
from studyapp.ui.search.places import place_named
from tests.study.exam_pack import open_pack, write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme

MOCK = ItemId("p/exam/mock")
_MARK = re.compile(r"q[a-j]{4}z|held\d+ option")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "p", held=24)


@pytest.fixture
def desks(tmp_path: Path, pack: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", pack, Clock()) as opened:
        yield opened


def marks(question: Question) -> frozenset[str]:
    """Words that stand in this question's stem or options and nowhere else."""
    texts = " ".join([question.stem, *(option.text for option in question.options)])
    return frozenset(_MARK.findall(texts))


def secrets(desks: Desks) -> dict[str, ItemId]:
    """The marks of every held-back question that stood in no paper which was handed in."""
    over = {row.id for row in desks.exams.attempts() if row.handed_in_at is not None}
    seen = {
        event.payload["text"]["stem"]
        for event in desks.ledger.events(kind="exam-shown")
        if "text" in event.payload and event.item in over
    }
    held = (q for q in desks.library.catalog.questions().values() if q.pool is Pool.HELD_BACK)
    return {mark: q.id for q in held if q.stem not in seen for mark in marks(q)}


def search(desks: Desks, dice: random.Random) -> str:
    words = [*dice.sample(sorted(secrets(desks)) or ["x"], 1), "holds", "option", "What"]
    desks.search.refresh()
    return " ".join(
        f"{hit.title} {hit.snippet}" for word in words for hit in desks.search.search(word, 100).hits
    )


def practise(desks: Desks, dice: random.Random) -> str:
    values = {
        PracticeKind.AREA: "events",
        PracticeKind.MISCONCEPTION: "boss",
        PracticeKind.ARTICLE: "p/article/facts",
    }
    kind = dice.choice(list(PracticeKind))
    desks.practice.begin(PracticeScope(kind, values.get(kind, "")), count=100)
    texts = []
    while (view := desks.practice.view()) is not None:
        texts.append(str(kept_text(view.question)))
        desks.practice.go_on()
    return " ".join(texts)


def sit(desks: Desks, dice: random.Random) -> str:
    """Look at some questions of a mock and hand in; what was in sight is no secret any more then."""
    if desks.exams.running():
        desks.exams.hand_in()
    desks.exams.begin(MOCK)
    view = desks.exams.view()
    assert view is not None
    for number in range(2, dice.randint(1, view.count) + 1):
        desks.exams.go(number)
    desks.exams.hand_in()
    return ""


def leave_lying(desks: Desks, dice: random.Random) -> str:
    """Begin a mock and leave it open: what it shows is to be seen on the paper and nowhere else."""
    if not desks.exams.running():
        desks.exams.begin(MOCK)
    desks.exams.choose(frozenset({dice.randrange(4)}))
    desks.exams.pause()
    return ""


def export(desks: Desks, dice: random.Random) -> str:
    """Every paper that was handed in as a file, and each beside the one before it."""
    over = [row.id for row in desks.exams.attempts() if row.handed_in_at is not None]
    results = [desks.exams.result(attempt) for attempt in over]
    texts = [str(pair_of(one, other)) for one, other in pairwise(results)]
    for result in results:
        texts += [
            result_csv(result, str, LEVELS),
            result_html(result, {"": []}, {}, LEVELS),
            str(result.items),
        ]
    return " ".join(texts)


def look_around(desks: Desks, dice: random.Random) -> str:
    catalog = desks.library.catalog
    pages = [catalog.rendered(item).html for item in catalog.articles()]
    return " ".join(
        [*pages, str(desks.exams.offers()), str(desks.exams.attempts()), str(desks.report.progress())]
    )


def read_the_log(desks: Desks, dice: random.Random) -> str:
    """Entries of the open paper tell what it has shown, so that it survives anything; they are passed over."""
    open_paper = {row.id for row in desks.exams.attempts() if row.handed_in_at is None}
    return " ".join(str(dict(e.payload)) for e in desks.ledger.events() if e.item not in open_paper)


def drill(desks: Desks, dice: random.Random) -> str:
    """Every card that can be asked, questions as cards among them, with its story."""
    texts = []
    for scope in (
        Scope(ScopeKind.ALL),
        Scope(ScopeKind.ARTICLE, "p/article/facts"),
        Scope(ScopeKind.AREA, "events"),
    ):
        desks.reviews.begin(scope)
        for _ in range(12):
            view = desks.reviews.view()
            if view is None:
                break
            texts += [str(view), str(desks.stories.tell(view.card, scope)), str(desks.reviews.prepare())]
            desks.reviews.rate(dice.choice(list(Rating)), timedelta(seconds=9))
    return " ".join([*texts, str(desks.reviews.summary())])


def list_cards(desks: Desks, dice: random.Random) -> str:
    """The table of all cards, the learner's own, and the glance at the day."""
    own = desks.own_cards.draft(ItemId("p/article/facts"), "section", "Fact practice0 is so.")
    return " ".join(
        map(str, (desks.box.rows(), desks.own_cards.cards(), own, desks.glance(), desks.today.look()))
    )


def read_beside(desks: Desks, dice: random.Random) -> str:
    """Everything that the panel beside an article lists."""
    article = ItemId("p/article/facts")
    desks.bare_passages.look_on(lambda: True)
    found = (
        desks.passages.questions(article),
        desks.passages.cells(article),
        desks.passages.coverage(article),
        desks.bare_passages.passages(),
        desks.related.to(article),
        desks.reading.look(article),
        desks.reading.shelves(Grouping.TOPIC),
        desks.reading.glossary(article),
    )
    return " ".join(map(str, found))


def take_notes(desks: Desks, dice: random.Random) -> str:
    text = desks.library.catalog.rendered(ItemId("p/article/facts")).text
    desks.marks.highlight(ItemId("p/article/facts"), text, (3, 20), Colour.GREEN, note="mine")
    rows = desks.marks.notes()
    return as_markdown(rows) + str(NoteEntries(desks.library, desks.ledger)())


def compare(desks: Desks, dice: random.Random) -> str:
    tables = desks.comparisons.comparisons()
    return str([desks.comparisons.table(desks.comparisons.first_wish(table)) for table in tables])


def take_stock(desks: Desks, dice: random.Random) -> str:
    """Choices of practice, beliefs, objectives, figures, and the list of hours."""
    found = (
        desks.practice.choices("pspo-1"),
        desks.practice.levels(),
        desks.practice.beliefs("pspo-1"),
        [desks.exams.readiness(row.id) for row in desks.exams.attempts()],
        desks.exams.used_up(),
        desks.mix_ups.inquiry()(),
        desks.seus.entries(),
        belief_choices(desks.library.catalog, desks.library.catalog.questions().values(), desks.ledger),
    )
    return " ".join(map(str, found))


WAYS: list[Callable[[Desks, random.Random], str]] = [
    *(search, practise, sit, leave_lying, export, look_around, read_the_log),
    *(drill, list_cards, read_beside, take_notes, compare, take_stock),
]


def leaks(desks: Desks, seed: int) -> list[tuple[str, str]]:
    """Go every way, sit a mock, and go some of them again: what leaked, each with the way that showed it."""
    dice = random.Random(seed)
    return [
        (way.__name__, mark)
        for way in (*dice.sample(WAYS, len(WAYS)), sit, *dice.sample(WAYS, 4))
        for mark in _MARK.findall(way(desks, dice))
        if mark in secrets(desks)
    ]


@pytest.mark.parametrize("seed", range(2))
def test_no_way_of_seeing_content_shows_what_is_held_back(desks: Desks, seed: int) -> None:
    assert leaks(desks, seed) == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(2, 40))
def test_in_no_order_does_any_way_of_seeing_content_show_what_is_held_back(desks: Desks, seed: int) -> None:
    assert leaks(desks, seed) == []


COMMANDS = (
    *(["search", "holds"], ["search", "held3"], ["search", "--json", "option"], ["stats"], ["log", "--json"]),
    *(["check", "--report", "all"], ["check", "--json"], ["doctor"], ["show", "p/article/facts"]),
    *(["show", "p/question/practice1"], ["show", "--html", "p/article/facts"], ["drill", "--limit", "3"]),
    *(["search", "in:questions option"], ["log"], ["rebuild"], ["stats", "--json"], ["doctor", "--json"]),
)


def test_the_command_line_refuses_and_never_finds_what_is_held_back(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(bundle, "content_dir", lambda: pack)
    monkeypatch.setattr("sys.stdin", io.StringIO(" 3 3 3"))
    base = ["--profile", str(tmp_path / "other")]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        assert main(["show", *base, "p/question/held3"]) == 2
        for command in COMMANDS:
            main([command[0], *base, *command[1:]])
    held = (q for q in open_pack(pack).questions().values() if q.pool is Pool.HELD_BACK)
    secret = {mark for question in held for mark in marks(question)}
    assert not secret & set(_MARK.findall(out.getvalue()))
    assert "practice" in out.getvalue()


def test_what_a_mock_has_shown_can_be_found_afterwards(desks: Desks) -> None:
    desks.exams.begin(MOCK)
    view = desks.exams.view()
    assert view is not None
    assert view.question is not None
    word = min(marks(view.question))
    desks.search.refresh()
    assert not any(word in hit.snippet + hit.title for hit in desks.search.search(word).hits)
    desks.exams.hand_in()
    desks.search.refresh()
    assert any(hit.address == view.question.id for hit in desks.search.search(word).hits)


def test_the_address_of_a_held_back_question_leads_nowhere(desks: Desks) -> None:
    held = next(q for q in desks.library.catalog.questions().values() if q.pool is Pool.HELD_BACK)
    named = place_named(desks, f"studyapp:{held.id}")
    assert named.result is None
    assert "kept for a mock exam" in named.said


PLACES = (
    *("page:today", "page:cards", "page:cards?scope=all", "page:compare", "page:progress", "page:exam"),
    *(
        "studyapp:p/article/facts",
        "page:exam?seus=log",
        "studyapp:p/question/held3",
        "page:exam?practice=all",
    ),
    "page:exam?practice=question%3Ap/question/held3",
)


def in_sight(window: QWidget) -> str:
    """Every word that a window shows, or would read out, in any of its widgets."""
    QApplication.processEvents()
    texts = []
    for widget in (window, *window.findChildren(QWidget)):
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            texts.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            texts.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts += cells(widget.model())
    return "\n".join(texts)


def cells(model: QAbstractItemModel) -> list[str]:
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    places = ((row, column) for row in range(model.rowCount(top)) for column in range(columns))
    return [str(model.data(model.index(row, column))) for row, column in places]


@pytest.fixture
def window(desks: Desks, qapp: object) -> Iterator[MainWindow]:
    desks.settings.change(greeted=True)
    made = MainWindow(desks, light_theme(), News(), Preferences())
    made.begin("today")
    made.show()
    yield made
    made.close()
    wait_for_all()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_no_page_of_the_window_shows_what_is_held_back(window: MainWindow, desks: Desks) -> None:
    leave_lying(desks, random.Random(1))
    for place in PLACES:
        window.go(place)
        leaked = set(_MARK.findall(in_sight(window))) & set(secrets(desks))
        assert not leaked, f"{place} shows {leaked}"
    assert "practice" in in_sight(window)


LISTS = {
    "read": ("Passages without a card", "All notes", "Make a card of this passage", "On this page"),
    "cards": ("Choose what to drill", "Card info", "All cards", "Add a card of your own"),
    "exam": (
        "Practise by misconception",
        "Practise your wrong answers",
        "Two papers side by side",
        "SEU log",
    ),
    "progress": ("Enter the result of a real exam", "Preferences", "Keyboard shortcuts"),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_or_dialog_of_the_window_shows_what_is_held_back(
    name: str, window: MainWindow, desks: Desks
) -> None:
    for seed in (2, 3):
        sit(desks, random.Random(seed))
    leave_lying(desks, random.Random(1))
    window.go("studyapp:p/article/facts" if name == "read" else f"page:{name}")
    page = window.page(name)
    for wanted in LISTS[name]:
        window.show_page(name)
        if isinstance(page, ExamPage):
            page.show_setup()
        (action,) = [each for each in window.commands() if each.text() == wanted]
        action.trigger()
        leaked = set(_MARK.findall(in_sight(window))) & set(secrets(desks))
        assert not leaked, f"{wanted} shows {leaked}"
        for dialog in window.findChildren(QDialog):
            dialog.reject()


def test_whatever_is_typed_the_search_box_never_offers_what_is_held_back(
    window: MainWindow, desks: Desks, qtbot: QtBot
) -> None:
    leave_lying(desks, random.Random(1))
    secret = sorted(secrets(desks))
    palette = SearchPalette(desks, light_theme(), window)
    palette.ask(window.commands(), window.current)
    qtbot.waitUntil(lambda: not palette.busy())
    for typed in (secret[0], secret[-1], "in:questions holds", '"What holds"', "studyapp:p/question/held3"):
        palette.field.setText(typed)
        qtbot.waitUntil(lambda: not palette._typing.isActive())
        offered = str(palette.entries.entries).replace(typed, "")
        assert not set(_MARK.findall(offered)) & set(secret), f"{typed} finds {offered}"
    palette.field.setText("in:questions practice3")
    qtbot.waitUntil(lambda: not palette._typing.isActive())
    assert "practice3 option" in str(palette.entries.entries)
