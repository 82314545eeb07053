"""The walk itself: six pages, and a few real actions on each.

No picture shows a question that is held back for mock exams: whoever looks at it has yet to sit them.
"""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTableView, QTextBrowser

from studyapp.catalog.question import Pool
from studyapp.study.question_cards import QuestionCard
from studyapp.ui.address import page_address
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.exam.option_row import OptionRow
from studyapp.ui.progress.page import ProgressPage
from studyapp.ui.read.article_view import ArticleView
from studyapp.ui.tour.guide import Guide, LostError

_LARGEST, _SMALL = 200, (960, 600)


def walk(guide: Guide) -> None:
    """Go through all six pages. Raises LostError when something is not where it should be."""
    for stop in (_today, _cards, _read, _compare, _exam, _progress):
        stop(guide)


def _today(guide: Guide) -> None:
    guide.go(page_address("today"))
    guide.say("Today: looked at the day’s work and at what to read on")
    guide.picture("today")
    guide.press("Start today’s session")
    if guide.window.current != "cards":
        raise LostError("the day’s session")
    guide.say("Today: started the session, which leads to Cards")


def _cards(guide: Guide) -> None:
    for rating in ("Good", "Hard"):
        guide.carry_out("Show answer")
        guide.press(rating)
    guide.say("Cards: turned and rated two cards")
    guide.carry_out("Undo")
    guide.say("Cards: took the last rating back")
    guide.carry_out("Show answer")
    while _held_back(guide):
        guide.press("Good")
        guide.carry_out("Show answer")
    guide.picture("cards")
    guide.carry_out("Read the passage")
    if guide.window.current != "read":
        raise LostError("the passage")
    guide.say("Cards: went to the passage that proves the card")
    guide.carry_out("Back")


def _held_back(guide: Guide) -> bool:
    """Whether the card in sight asks what mock exams ask."""
    view = guide.window.desks.reviews.view()
    question = view.card.question if view is not None and isinstance(view.card, QuestionCard) else None
    return question is not None and question.pool is Pool.HELD_BACK


def _read(guide: Guide) -> None:
    page = guide.go(page_address("read"))
    view = page.findChild(ArticleView)
    if view is None:
        raise LostError("the article")
    guide.say(f"Read: read {guide.window.place().partition('?')[0]}")
    guide.picture("read")
    before = guide.window.place()
    link = _first_link(view)
    view.anchorClicked.emit(QUrl(link))
    guide.wait()
    if guide.window.place() == before:
        raise LostError(link)
    guide.say(f"Read: followed a link to {guide.window.place().partition('?')[0]}")
    guide.carry_out("Back")
    guide.say("Read: went back")


def _first_link(view: QTextBrowser) -> str:
    document: QTextDocument = view.document()
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            href = fragments.fragment().charFormat().anchorHref()
            if href.startswith("app:"):
                return href
            fragments += 1
        block = block.next()
    raise LostError("a link in the article")


def _compare(guide: Guide) -> None:
    page = guide.go(page_address("compare"))
    table = page.findChild(QTableView)
    if table is None or not isinstance(page, ComparePage):
        raise LostError("the table")
    model = table.model()
    row = next((r for r in range(model.rowCount()) if table.columnSpan(r, 0) == 1 and r > 1), 0)
    table.setCurrentIndex(model.index(row, 1))
    guide.wait()
    guide.say("Compare: chose a cell and saw what it rests on")
    guide.picture("compare")
    guide.carry_out("Fold all themes")
    guide.picture("compare-folded")
    guide.carry_out("Unfold all themes")
    differences = "Only rows that differ", "Mark the words that differ"
    for looks, name in ((differences, "differences"), (("One against one",), "one-against-one")):
        for look in looks:
            guide.carry_out(look)
        guide.picture(f"compare-{name}")
        for look in looks:
            guide.carry_out(look)
    guide.say("Compare: folded the themes, left rows that differ, set one role against one other")
    _compare_small(guide)
    _choose_a_role(guide)


def _compare_small(guide: Guide) -> None:
    """Twice the size in a small window."""
    window, before = guide.window, (guide.window.size(), guide.window.theme.zoom)
    window.theme.set_zoom(_LARGEST)
    window.resize(*_SMALL)
    guide.wait()
    guide.picture("compare-200")
    window.theme.set_zoom(before[1])
    window.resize(before[0])
    guide.wait()


def _choose_a_role(guide: Guide) -> None:
    guide.carry_out("Choose a role for real work")
    page = guide.window.page("compare")
    if not isinstance(page, ComparePage) or page.choosing.weighing is None:
        raise LostError("the choice of a role")
    for _ in page.choosing.weighing.given:
        page.choosing.card.rows[0].click()
        guide.wait()
        if page.choosing.weighing.complete:
            guide.picture("compare-choice")
        page.choosing.on.click()
        guide.wait()
    guide.picture("compare-choice-result")
    guide.press("Keep this result")
    guide.say("Compare: weighed five factors, kept the result and went back to the table")
    guide.press("Back to the table")


def _exam(guide: Guide) -> None:
    guide.go(page_address("exam"))
    guide.picture("exam-setup")
    guide.press("Start Short paper")
    guide.press("Start the clock")
    for seconds in (31, 44, 38, 52):
        guide.clock.go_on(seconds=seconds)
        _choose_first(guide)
        guide.carry_out("Next question")
    guide.carry_out("Flag for review")
    _choose_first(guide)
    guide.say("Exam: began a short paper, answered five questions, flagged one")
    guide.picture("exam")
    guide.press("Hand in")
    guide.press("Hand in")
    guide.say("Exam: handed the paper in and saw it marked")
    guide.carry_out("Go through the questions")
    guide.picture("exam-review")
    guide.say("Exam: went through what was wrong")
    guide.press("Back to the result")
    guide.press("Back to the exams")
    _mocks(guide)


def _mocks(guide: Guide) -> None:
    """The result of the newest mock, and another one beside it."""
    guide.press("Mock exam")
    guide.pictures("exam-result")
    guide.say("Exam: looked at the result of a mock")
    guide.carry_out("Set another paper beside it")
    guide.press("Mock exam")
    guide.pictures("exam-pair")
    guide.say("Exam: set another paper beside it")


def _choose_first(guide: Guide) -> None:
    rows = [row for row in guide.window.findChildren(OptionRow) if row.isVisible()]
    if not rows:
        raise LostError("options to choose from")
    rows[0].click()
    guide.wait()


def _progress(guide: Guide) -> None:
    page = guide.go(page_address("progress"))
    if not isinstance(page, ProgressPage):
        raise LostError("progress")
    guide.wait_until("figures", lambda: page.complete)
    guide.say("Progress: looked at the figures and the plots")
    guide.pictures("progress")
