"""A forecast whose evidence is gone is told no more, wherever it was told."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.learning.evidence import TooLittle
from studyapp.study.desks import Desks
from studyapp.study.desks_to_come import lay_desks
from studyapp.study.glance import glance_at
from studyapp.ui.progress.chance_card import ChanceCard
from studyapp.ui.today.recall_card import RecallCard
from studyapp.ui.widgets.labels import PlainLabel
from tests.cli.running import runner
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import outlook, practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme

WHY = "39 of the 40 first answers that it needs"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """A forecast was told from 44 first answers, eight of them in a mock."""
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), Clock()) as opened:
        practise(opened, 36, right=0.9)
        sit(opened, right=7)
        opened.outlooks.keep(outlook(opened))
        assert opened.today.look().chance is not None
        yield opened


def dispute(desks: Desks, number: int, reason: str = "The key is wrong.") -> None:
    (row,) = desks.exams.attempts()
    for each in range(1, number + 1):
        desks.exams.dispute(row.id, each, reason)


def texts(card: RecallCard | ChanceCard) -> str:
    return " ".join(label.text() for label in card.findChildren(PlainLabel))


def test_disputes_that_leave_too_little_evidence_withdraw_the_forecast_at_once(desks: Desks) -> None:
    dispute(desks, 4)
    assert desks.today.look().chance is not None
    dispute(desks, 5)
    look = desks.today.look()
    assert (look.chance, look.missing) == (None, TooLittle(39, 1.0))
    assert outlook(desks).now == look.missing


def test_today_progress_and_stats_give_the_same_reason(
    desks: Desks,
    qtbot: QtBot,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dispute(desks, 5)
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: tmp_path / "p")
    stats = runner(tmp_path / "profile", tmp_path / "p", monkeypatch, capsys)
    today, progress = RecallCard(light_theme()), ChanceCard(light_theme())
    qtbot.addWidget(today)
    qtbot.addWidget(progress)
    glance = glance_at(desks.today.look(), "pspo-1")
    today.show_standing(glance.areas, glance.chance, glance.missing)
    progress.show_outlook(outlook(desks))
    assert WHY in texts(today)
    assert WHY in texts(progress)
    assert f"not enough evidence yet: {WHY}" in stats("stats").out
    assert stats("stats", "--json").json["evidence_missing"] == {"answers": 39, "covered": 1.0}


def test_disputes_taken_back_bring_the_forecast_back(desks: Desks) -> None:
    told = desks.today.look().chance
    dispute(desks, 5)
    dispute(desks, 5, "")
    assert desks.today.look().chance == told


def test_a_rebuild_leaves_a_forecast_withdrawn(desks: Desks) -> None:
    dispute(desks, 5)
    desks.ledger.rebuild()
    assert desks.today.look().missing == TooLittle(39, 1.0)


def test_what_a_forecast_misses_is_kept_with_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, clock = write_pack(tmp_path / "p"), Clock()
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: pack)
    evening = lay_desks(tmp_path / "profile", [], clock, random.Random(1))
    evening.open()
    evening.close()
    morning = lay_desks(tmp_path / "profile", [], clock, random.Random(1))
    assert (morning.foreseen, morning.glance().missing) == (True, TooLittle(0, 0.0))
    morning.close()


def test_before_the_first_question_today_says_nothing_of_a_forecast(qtbot: QtBot) -> None:
    card = RecallCard(light_theme())
    qtbot.addWidget(card)
    card.show_standing((), None, TooLittle(0, 0.0))
    assert "evidence" not in texts(card)
