"""``studyapp stats``: where the learner stands, in figures."""

import argparse
import json
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from studyapp.cli.opening import opened_desks
from studyapp.cli.outcome import FINE

if TYPE_CHECKING:
    from studyapp.study.desks import Desks
    from studyapp.study.review_figures import ReviewFigures
    from studyapp.study.today_desk import Today


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("stats", help="print where you stand")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Print the figures; the window may be open meanwhile."""
    with opened_desks(args, read_only=True) as desks:
        today, figures = desks.today.look(), _figures(desks)
    print(json.dumps(_document(today, figures), indent=2) if args.json else _text(today, figures))
    return FINE


def _figures(desks: "Desks") -> "ReviewFigures":
    from studyapp.study.review_figures import review_figures

    return review_figures(desks.ledger, desks.library.catalog.cards())


def _document(today: "Today", figures: "ReviewFigures") -> dict[str, Any]:
    plan = (
        "days_left",
        "due",
        "new",
        "learning",
        "questions",
        "minutes",
        "later",
        "read",
        "attempt_open",
        "next_step",
    )
    areas = [
        {"title": row.title, "recalled": row.recalled, "seen": row.seen, "total": row.total}
        for row in today.areas
    ]
    numbers = {name: _plain(value) for name, value in asdict(figures).items()}
    return {"today": {name: getattr(today, name) for name in plan}, **numbers, "areas": areas}


def _text(today: "Today", figures: "ReviewFigures") -> str:
    recall = "no reviews yet" if figures.recall_30_days is None else f"{figures.recall_30_days:.0%}"
    minutes = figures.studied // timedelta(minutes=1)
    lines = [
        f"Today       due {today.due}, new {today.new}, on their steps {today.learning}, about {today.minutes} min",
        f"Cards       {figures.cards_seen} of {figures.cards_total} seen, {figures.cards_suspended} suspended",
        f"Answers     {figures.answers} in all, {figures.answers_today} today, {minutes} min",
        f"Recall      {recall} (reviews of the last 30 days)",
        f"Study days  {figures.study_days}, {figures.days_in_a_row} in a row",
    ]
    for row in today.areas:
        share = "  –  " if row.recalled is None else f"{row.recalled:5.0%}"
        lines.append(f"{share} recalled, {row.seen:4} of {row.total:4} cards seen: {row.title}")
    return "\n".join(lines)


def _plain(value: object) -> object:
    return round(value.total_seconds()) if isinstance(value, timedelta) else value
