"""Typed questions to a positioned mapping."""

from datetime import date
from enum import StrEnum

import pytest

from studyapp.catalog.fields import Fields
from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import read_yaml


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def _fields(text: str) -> tuple[Fields, Report]:
    report = Report("a.yaml")
    node = read_yaml(text, report)
    assert node is not None
    return Fields(node, report), report


def test_an_unknown_key_is_reported_with_the_nearest_known_one() -> None:
    fields, report = _fields("name: a\ncolur: red\n")
    fields.name()
    fields.choice("colour", Colour, Colour.RED)
    fields.finish()
    assert [(p.line, p.column, p.code, p.hint) for p in report.problems] == [
        (2, 1, "unknown-key", "did you mean 'colour'?")
    ]


def test_a_wrong_word_is_reported_and_the_first_stands_in() -> None:
    fields, report = _fields("colour: gren\n")
    assert fields.choice("colour", Colour) is Colour.RED
    assert (report.problems[0].code, report.problems[0].hint) == (
        "unknown-word",
        "did you mean 'green'? name one of these: red, green",
    )


def test_a_wrong_type_is_reported_with_its_place() -> None:
    fields, report = _fields("count: many\nflag: yes\n")
    assert (fields.whole("count", 7), fields.flag("flag")) == (7, False)
    assert [(p.line, p.column, p.code) for p in report.problems] == [
        (1, 8, "wrong-type"),
        (2, 7, "wrong-type"),
    ]


@pytest.mark.parametrize(
    ("written", "number", "code"),
    [
        ("7", 7, None), ("'07'", 7, None), ("0", 1, "out-of-range"), ("-4", 1, "out-of-range"), ("11", 10, "out-of-range"),
        ("9" * 18, 10, "out-of-range"), ("9" * 40, 10, "out-of-range"), ("", 1, "missing"), ("1.5", 1, "wrong-type"),
    ],
)  # fmt: skip
def test_a_number_out_of_bounds_is_reported_and_the_nearest_stands_in(
    written: str, number: int, code: str | None
) -> None:
    fields, report = _fields(f"n: {written}\nm: 1\n")
    assert fields.within("n", 1, 10) == number
    assert [(p.line, p.code) for p in report.problems] == ([(1, code)] if code else [])


def test_a_missing_text_is_reported() -> None:
    fields, report = _fields("a: 1\n")
    assert fields.needed("title") == ""
    assert report.problems[0].code == "missing"


def test_a_name_is_lower_case_with_hyphens() -> None:
    fields, report = _fields("name: Not a name\n")
    fields.name()
    assert report.problems[0].code == "bad-name"


def test_a_day_is_taken_from_a_date_or_a_moment() -> None:
    fields, report = _fields("a: 2023-05-25T07:00:06Z\nb: 2024-02-30\nc: soon\n")
    assert fields.day("a") == date(2023, 5, 25)
    assert fields.day("b") is None
    assert fields.day("c") is None
    assert [p.code for p in report.problems] == ["bad-date", "bad-date"]


def test_an_entry_falls_back_on_the_file() -> None:
    fields, _ = _fields("area: events\nitems:\n  - {name: a}\n  - {name: b, area: done}\n")
    entries = fields.mappings("items", fields.only("area"))
    assert [entry.text("area") for entry in entries] == ["events", "done"]


def test_what_nobody_asked_for_is_kept_plain() -> None:
    fields, _ = _fields("title: a\nsitemap: {priority: 0.6, pages: [1]}\n")
    fields.text("title")
    assert fields.rest() == {"sitemap": {"priority": "0.6", "pages": [1]}}
