"""Today: what to do now, in one card with one primary button; beside it where reading and recall stand."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.today_desk import NextStep, Today
from studyapp.ui.address import article_address, page_address
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme
from studyapp.ui.today.wording import (
    days_to_exam,
    mean_recall,
    minutes_left,
    recall_colour,
    recalled,
    work_ahead,
    work_detail,
)
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.key_cap import KeyCap
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.progress_list import ProgressList
from studyapp.ui.widgets.progress_row import Line
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide

_STEPS = {
    NextStep.EXAM: ("Go on with the exam", "page:exam"),
    NextStep.CARDS: ("Start today’s session", "page:cards?scope=due"),
    NextStep.QUESTIONS: ("Answer today’s questions", "page:exam"),
    NextStep.READ: ("Go on reading", ""),
    NextStep.AHEAD: ("Study ahead", "page:cards?scope=due&ahead=yes"),
}
