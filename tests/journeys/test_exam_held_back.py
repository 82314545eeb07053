"""The held-back pool: nothing shows a question of it before a mock exam has."""

import contextlib
import io
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.catalog.question import Pool, Question
from studyapp.cli.main import main
from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.exam_export import result_csv, result_html
from studyapp.study.practice_desk import PracticeKind, PracticeScope
from studyapp.study.question_text import kept_text
from studyapp.ui.search.places import place_named
from tests.study.exam_pack import open_pack, write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

MOCK = ItemId("p/exam/mock")
_MARK = re.compile(r"q[a-j]{4}z")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "p", held=24)


@pytest.fixture
def desks(tmp_path: Path, pack: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", pack, Clock()) as opened:
        yield opened


def marks(question: Question) -> frozenset[str]:
    """Words that stand in this question's stem and nowhere else."""
    return frozenset(_MARK.findall(question.stem))


def secrets(desks: Desks) -> dict[str, ItemId]:
    """The marks of every held-back question that has not been in sight."""
    seen = {
        event.payload["text"]["stem"]
        for event in desks.ledger.events(kind="exam-shown")
        if "text" in event.payload
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
    """Look at some questions of a mock and hand in; what is in sight is no secret any more."""
    if not desks.exams.offers()[0].ready:
        return ""
    desks.exams.begin(MOCK)
    view = desks.exams.view()
    assert view is not None
    for number in range(2, dice.randint(1, view.count) + 1):
        desks.exams.go(number)
    desks.exams.hand_in()
    return ""


def export(desks: Desks, dice: random.Random) -> str:
    texts = []
    for row in desks.exams.attempts():
        result = desks.exams.result(row.id)
        texts += [result_csv(result, str), result_html(result, {"": []}, str), str(result.items)]
    return " ".join(texts)


def look_around(desks: Desks, dice: random.Random) -> str:
    catalog = desks.library.catalog
    pages = [catalog.rendered(item).html for item in catalog.articles()]
    return " ".join(
        [*pages, str(desks.exams.offers()), str(desks.exams.attempts()), str(desks.report.progress())]
    )


def read_the_log(desks: Desks, dice: random.Random) -> str:
    return " ".join(str(dict(event.payload)) for event in desks.ledger.events())


WAYS: list[Callable[[Desks, random.Random], str]] = [search, practise, sit, export, look_around, read_the_log]


@pytest.mark.parametrize("seed", range(3))
def test_no_way_of_seeing_content_shows_what_is_held_back(desks: Desks, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(12):
        way = dice.choice(WAYS)
        told = way(desks, dice)
        leaked = {mark for mark in _MARK.findall(told) if mark in secrets(desks)}
        assert not leaked, f"{way.__name__} shows {leaked}"


def test_the_command_line_refuses_and_never_finds_what_is_held_back(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(bundle, "content_dir", lambda: pack)
    base = ["--profile", str(tmp_path / "other")]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        assert main(["show", *base, "p/question/held3"]) == 2
        for command in (["search", "holds"], ["search", "held3"], ["stats"], ["log", "--json"]):
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
