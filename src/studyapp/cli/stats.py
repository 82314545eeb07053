"""``studyapp stats``: where the learner stands, in figures."""

import argparse
import json
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from studyapp.cli.opening import opened_desks
from studyapp.cli.outcome import FINE

if TYPE_CHECKING:
    from studyapp.study.day_rows import ChanceRow
    from studyapp.study.desks import Desks
    from studyapp.study.report import Figures
    from studyapp.study.review_figures import ReviewFigures
    from studyapp.study.today_desk import Today


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser("stats", help="print where you stand")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Print the figures; the window may be open meanwhile."""
    with opened_desks(args, read_only=True) as desks:
        today, cards, all_work = desks.today.look(), _cards(desks), desks.report.progress().figures
    document = args.json and _document(today, cards, all_work)
    print(json.dumps(document, indent=2) if args.json else _text(today, cards, all_work))
    return FINE


def _cards(desks: "Desks") -> "ReviewFigures":
    from studyapp.study.review_figures import review_figures

    return review_figures(desks.ledger, desks.library.catalog.cards())


def _document(today: "Today", cards: "ReviewFigures", all_work: "Figures") -> dict[str, Any]:
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
    return {
        "today": {name: getattr(today, name) for name in plan},
        **asdict(cards),
        "studied": round(all_work.studied.total_seconds()),
        "study_days": all_work.study_days,
        "days_in_a_row": all_work.days_in_a_row,
        "mocks": [
            {
                "day": row.began_at.date().isoformat(),
                "paper": row.profile.title,
                "score": row.share,
                "passed": row.passed,
            }
            for row in all_work.mocks
        ],
        "chance": None if today.chance is None else _chance_said(today.chance),
        "evidence_missing": None if today.missing is None else today.missing._asdict(),
        "areas": areas,
    }


def _text(today: "Today", cards: "ReviewFigures", all_work: "Figures") -> str:
    recall = "no reviews yet" if cards.recall_30_days is None else f"{cards.recall_30_days:.0%}"
    scores = ", ".join(f"{int(row.share * 100 + 1e-9)}%" for row in all_work.mocks)
    lines = [
        f"Today       due {today.due}, new {today.new}, on their steps {today.learning}, about {today.minutes} min",
        f"Cards       {cards.cards_seen} of {cards.cards_total} seen, {cards.cards_suspended} suspended",
        f"Answers     {cards.answers} in all, {cards.answers_today} today",
        f"Recall      {recall} (reviews of the last 30 days)",
        f"Mocks       {scores or 'none of new questions sat yet'}",
        f"Chance      {_chance(today)}",
        f"Study days  {all_work.study_days}, {all_work.days_in_a_row} in a row; {_span(all_work.studied)} in all",
    ]
    for row in today.areas:
        share = "  –  " if row.recalled is None else f"{row.recalled:5.0%}"
        lines.append(
            f"{share} recalled tomorrow, {row.seen:4} of {row.total:4} cards seen: {row.title or 'cards of no area'}"
        )
    return "\n".join(lines)


def _chance_said(chance: "ChanceRow") -> dict[str, Any]:
    return {name: getattr(chance, name) for name in ("chance", "low", "high", "answers")}


def _chance(today: "Today") -> str:
    """The forecast that Today tells, or why there is none."""
    from studyapp.learning.evidence import FEWEST_ANSWERS, FEWEST_SHARE

    found, missing = today.chance, today.missing
    if found is not None:
        chance, low, high = (min(99, max(1, round(x * 100))) for x in (found.chance, found.low, found.high))
        return f"{chance}% to pass our mock, likely {low} to {high}%, from {found.answers} first answers"
    if missing is None:
        return "no forecast told in the last 14 days"
    if missing.answers < FEWEST_ANSWERS:
        return (
            f"not enough evidence yet: {missing.answers} of the {FEWEST_ANSWERS} first answers that it needs"
        )
    covered = int(missing.covered * 100 + 1e-9)
    return f"not enough evidence yet: answers reach {covered}% of the paper, it needs {FEWEST_SHARE:.0%}"


def _span(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
