"""``studyapp drill``: flashcards in the terminal, on the same queue and log as the window."""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any

from studyapp.catalog.outline import plain_of
from studyapp.cli.opening import folder_of, opened_desks
from studyapp.cli.outcome import FINE, count, plain
from studyapp.cli.readable import readable
from studyapp.cli.unreadable import told
from studyapp.learning.rating import Rating
from studyapp.store.disk_words import in_plain_words

if TYPE_CHECKING:
    from studyapp.catalog.catalog import Catalog
    from studyapp.study.desks import Desks
    from studyapp.study.review_desk import ReviewDesk, ReviewView

_LAID_OUT = re.compile(r"[\\\n<&{|!]|~~|==|^\s*(?:[-+*#>]|\d+[.)])\s")
"""What a text must hold to be more than words and emphasis: rendering it takes what a hundred answers take."""
_UNBROKEN = 1_000_000
"""A terminal breaks lines where it likes."""
_NAMES = {Rating.AGAIN: "again", Rating.HARD: "hard", Rating.GOOD: "good", Rating.EASY: "easy"}


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "drill",
        help="drill flashcards in the terminal",
        description="Asks what is due. An empty line turns the card over, then 1 to 4 rates it: 1 again, 2 hard,"
        " 3 good, 4 easy; u takes the last answer back on either side, q ends. A line that begins with `saved` says"
        " that an answer is kept.",
    )
    parser.add_argument("--limit", type=count, metavar="N", help="stop after so many answers")
    parser.add_argument("--ahead", action="store_true", help="go on past today's plan")


def run(args: argparse.Namespace) -> int:
    """Ask until the plan, the limit or the input ends."""
    from studyapp.study.scope import Scope

    with opened_desks(args, read_only=False) as desks:
        _back_up(desks)
        told(desks.ledger, folder_of(args))
        desks.reviews.begin(Scope(ahead=args.ahead))
        _Drill(desks.reviews, desks.library.catalog, args.limit).ask()
    return FINE


def _back_up(desks: "Desks") -> None:
    """The copy that every start makes of what it found; that there is none keeps nobody from drilling."""
    from studyapp.store.database import DamageError

    try:
        desks.backups.automatic()
    except DamageError:
        raise
    except OSError as fault:
        print(f"studyapp: no backup could be made: {in_plain_words(fault)}", file=sys.stderr)


class _Drill:
    """One sitting over standard input and output."""

    def __init__(self, desk: "ReviewDesk", catalog: "Catalog", limit: int | None) -> None:
        self._desk, self._catalog, self._limit = desk, catalog, limit
        self._lines: Iterator[str] = (line.strip() for line in iter(sys.stdin.readline, ""))

    def ask(self) -> None:
        """Card after card; ends quietly when the input does."""
        answered = 0
        while self._limit is None or answered < self._limit:
            view = self._desk.view()
            if view is None:
                _say("Nothing is left for today.")
                return
            began = monotonic()
            said = self._turned_over(view) or self._rating(view)
            if said == "q":
                return
            if said == "u":
                answered -= self._taken_back()
                continue
            self._desk.rate(Rating(int(said)), timedelta(seconds=monotonic() - began))
            answered += 1
            _say(f"saved {view.card.id} {said}, back {_interval(view.intervals[Rating(int(said))])}", "")

    def _turned_over(self, view: "ReviewView") -> str:
        """Show the question and wait for an empty line; ``u`` or ``q`` when that is what comes."""
        if view.revised:
            _say("Its meaning has changed since you last saw it.")
        _say(f"[{view.position}/{view.total}] {self._plain(view.card.front)}")
        for line in self._lines:
            if line in ("", "u", "q"):
                return line
            _say("An empty line turns the card over; u takes the last answer back, q ends.")
        return "q"

    def _rating(self, view: "ReviewView") -> str:
        """Show the answer and read a rating, or ``u``; ``q`` when the learner ends."""
        _say(f"  {self._plain(view.card.back)}")
        if view.card.why:
            _say(f"  Why: {self._plain(view.card.why)}")
        _say("  ".join(f"{int(r)} {_NAMES[r]} ({_interval(view.intervals[r])})" for r in Rating))
        for line in self._lines:
            if line in ("1", "2", "3", "4", "u", "q"):
                return line
            _say("Type 1, 2, 3 or 4; u takes the last answer back, q ends.")
        return "q"

    def _plain(self, markdown: str) -> str:
        """A side of a card without its markup; its further lines keep clear of the margin."""
        laid_out = _LAID_OUT.search(markdown) is not None
        text = readable(self._catalog.inline(markdown), width=_UNBROKEN) if laid_out else plain_of(markdown)
        return re.sub(r"\n(?=.)", "\n  ", plain(text).strip())

    def _taken_back(self) -> bool:
        done = bool(self._desk.undo())
        _say("The last answer was taken back." if done else "There is nothing to take back.", "")
        return done


def _interval(span: timedelta) -> str:
    if span < timedelta(hours=1):
        return f"{max(1, round(span / timedelta(minutes=1)))} min"
    return f"{round(span / timedelta(hours=1))} h" if span < timedelta(days=1) else f"{span.days} d"


def _say(*lines: str) -> None:
    print("\n".join(lines), flush=True)
