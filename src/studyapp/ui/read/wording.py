"""The sentences of the Read page."""

import re
from collections.abc import Sequence
from datetime import datetime

from studyapp.learning.memory import Phase
from studyapp.learning.schedule_rules import RETENTION
from studyapp.study.marks_desk import NoteRow
from studyapp.study.passages import Covered
from studyapp.study.review_values import CardState
from studyapp.ui.wording import counted

_FADING = 0.7
"""Below this chance to be recalled, what is learned counts as likely forgotten."""
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")


def meta_line(topic: str, minutes: int, states: Sequence[CardState], now: datetime) -> str:
    """``Roles · 6 min · 3 of 8 cards recalled``."""
    parts = [topic, f"{max(1, minutes)} min"] if topic else [f"{max(1, minutes)} min"]
    if states:
        known = sum(is_recalled(state, now) for state in states)
        parts.append(f"{known} of {counted(len(states), 'card', 'cards')} recalled")
    return " · ".join(parts)


def covered_words(covered: Sequence[Covered]) -> str:
    """``12 of 18 paragraphs seen · 5 with cards, recall tomorrow 86 %``; table heads and the like do not count."""
    told = [each for each in covered if each.cards or each.paragraph.weighty]
    if not told:
        return ""
    seen = sum(each.seen for each in told)
    carded = sum(bool(each.cards) for each in told)
    recalls = [each.recall for each in told if each.recall is not None]
    words = f"{seen} of {counted(len(told), 'paragraph', 'paragraphs')} seen · {carded or 'none'} with cards"
    return f"{words}, recall tomorrow {round(100 * sum(recalls) / len(recalls))} %" if recalls else words


def covered_by_heading(covered: Sequence[Covered]) -> dict[str, str]:
    """The same for each heading that has paragraphs, by its id."""
    under: dict[str, list[Covered]] = {}
    for each in covered:
        under.setdefault(each.paragraph.heading, []).append(each)
    return {heading: covered_words(paragraphs) for heading, paragraphs in under.items()}


def recall_level(covered: Covered) -> int:
    """How well a paragraph's cards are remembered: 0 none learned yet, 1 poorly, 2 fading, 3 well; -1 without cards."""
    if not covered.cards:
        return -1
    if covered.recall is None:
        return 0
    return 3 if covered.recall >= RETENTION else 2 if covered.recall >= _FADING else 1


def cover_words(covered: Covered) -> str:
    """``“Only the Product Owner…” · seen · 2 cards, recall tomorrow 86 %``."""
    parts = [f"“{shortened(covered.paragraph.text, 60)}”", "seen" if covered.seen else "not seen yet"]
    if covered.cards:
        known = (
            "not learned yet"
            if covered.recall is None
            else f"recall tomorrow {round(100 * covered.recall)} %"
        )
        parts.append(f"{counted(covered.cards, 'card', 'cards')}, {known}")
    else:
        parts.append("no card")
    return " · ".join(parts)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut between words."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def is_recalled(state: CardState, now: datetime) -> bool:
    """Whether a card was learned and is not yet due again."""
    return state.phase is Phase.REVIEW and state.due_at is not None and state.due_at > now


def card_state(state: CardState, now: datetime) -> tuple[str, str]:
    """What stands under a card, and its colour in the theme."""
    if state.suspended:
        return "suspended", "muted"
    if state.phase is Phase.NEW or state.due_at is None:
        return "new", "muted"
    if state.phase is Phase.RELEARNING:
        return "forgotten · being learned again", "bad"
    if state.phase is Phase.LEARNING:
        return "being learned", "warn"
    if state.due_at <= now:
        return "due now", "warn"
    return f"recalled · due in {span(state.due_at, now)}", "good"


def span(until: datetime, now: datetime) -> str:
    """How far off a moment is, in one unit: ``10 min``, ``5 h``, ``12 d``, ``3 months``."""
    seconds = max(0.0, (until - now).total_seconds())
    for limit, size, unit in ((3600, 60, "min"), (86_400, 3600, "h"), (60 * 86_400, 86_400, "d")):
        if seconds < limit:
            return f"{max(1, round(seconds / size))} {unit}"
    return f"{round(seconds / 86_400 / 30.4)} months"


def note_place(note: NoteRow) -> str:
    """Where a note stands: ``The Sprint › Cancelling``, and whether its place is lost."""
    place = f"{note.title} › {note.heading}" if note.heading else note.title
    return f"{place} · lost its place" if note.lost else place


def plain(markdown: str) -> str:
    """A card's side without its Markdown, for a place that shows no formatting."""
    text = _LINK.sub(r"\1", markdown)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(text.split())
