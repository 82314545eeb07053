"""The sentences on the work ahead."""

from collections.abc import Sequence
from datetime import date

from studyapp.learning.workload import Load
from studyapp.study.workloads import Workload
from studyapp.ui.progress.wording import count, day_name, short_day


def ahead_sentence(ahead: Sequence[int]) -> str:
    """What the bars of the coming days mean."""
    week, today = ahead[:7], ahead[0]
    most = max(range(len(week)), key=lambda n: week[n])
    comes = "tomorrow" if most == 1 else f"in {count(most, 'day')}"
    more = (
        f" The heaviest day of the week comes {comes}: {week[most]}." if most and week[most] > today else ""
    )
    return f"{count(today, 'card')} due today, {sum(week)} within a week, if you add no new ones.{more}"


def load_text(day: date, load: Load) -> str:
    """One day's work with cards."""
    parts = [count(load.reviews, "review"), count(load.new, "new card")]
    waiting = f", {load.waiting} more must wait" if load.waiting else ""
    return f"{day_name(day)}: about {round(load.minutes)} min, {' and '.join(parts)}{waiting}"


def workload_sentence(found: Workload, before: Workload | None) -> str:
    """What the days ahead come to, and what a change would make of it."""
    met = f"{found.met:,} of {count(found.total, 'card')} met by {_end_name(found)}"
    if before is None:
        mean = sum(load.minutes for load in found.days) / len(found.days)
        held = _waiting(found)
        return f"About {round(mean)} min of cards a day, the hatched part for new ones; {met}.{held}"
    same = found.until == before.until
    was = f"{before.met:,}" if same else f"{before.met:,} by {_end_name(before)}"
    return f"{met}, instead of {was}.{_waiting(found)} The outlines show the days as they are now."


def _waiting(found: Workload) -> str:
    """When all that is due fits again."""
    waits = [number for number, load in enumerate(found.days) if load.waiting]
    if not waits:
        return ""
    if waits[-1] == len(found.days) - 1:
        waiting = found.days[-1].waiting
        wait = "waits" if waiting == 1 else "wait"
        return f" {count(waiting, 'card')} still {wait} at the end: the minutes do not suffice."
    return f" What waits is worked off in {count(waits[-1] + 1, 'day')}."


def _end_name(found: Workload) -> str:
    day = f"{short_day(found.until)} {found.until.year}"
    return f"the exam on {day}" if found.until == found.settings.exam_date else day
