"""The six pages in the rail's order, each imported when it is first visited."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from studyapp.study.desks import Desks
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme


class Entry(NamedTuple):
    """A page in the rail, and how to build it."""

    title: str
    build: Callable[[Desks, Theme], Page]


def _today(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.today.page import TodayPage

    return TodayPage(desks, theme)


def _read(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.read.page import ReadPage

    return ReadPage(desks, theme)


def _compare(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.compare.page import ComparePage

    return ComparePage(desks, theme)


def _cards(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.cards.page import CardsPage

    return CardsPage(desks, theme)


def _exam(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.exam.page import ExamPage

    return ExamPage(desks, theme)


def _progress(desks: Desks, theme: Theme) -> Page:
    from studyapp.ui.progress.page import ProgressPage

    return ProgressPage(desks, theme)


PAGES: Mapping[str, Entry] = {
    "today": Entry("Today", _today),
    "read": Entry("Read", _read),
    "compare": Entry("Compare", _compare),
    "cards": Entry("Cards", _cards),
    "exam": Entry("Exam", _exam),
    "progress": Entry("Progress", _progress),
}
"""By name; the name is that of the icon and of ``page:`` addresses too."""
