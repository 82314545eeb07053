"""The sentences of the SEU log."""

from studyapp.store.seu_rows import SeuEntry
from studyapp.study.seu_desk import SeuStanding
from studyapp.study.seu_export import units
from studyapp.ui.exam.wording import as_of, day

_STATUSES = {"one-source": "one source only", "conflicting": "sources differ", "unverified": "not confirmed"}


def total(standing: SeuStanding) -> str:
    """``12.5 of 20 SEUs``."""
    return f"{units(standing.minutes)} of {standing.renewal.units} SEUs"


def window(standing: SeuStanding) -> str:
    """The days that are counted, and what more would count if the longer window holds."""
    told = _counted(standing)
    if standing.ends is None:
        return f"{told} Enter the day on which your certificate ends, and its own window is counted."
    more = standing.longest_minutes - standing.minutes
    if not more:
        return told
    return (
        f"{told} Sources differ on how early SEUs may be earned: from {day(standing.longest_since)} on it would be "
        f"{units(standing.longest_minutes)}."
    )


def facts(standing: SeuStanding) -> tuple[str, ...]:
    """What is known of the renewal, each with how sure it is, then the day of it."""
    found = [fact for fact in standing.certification.facts if "SEU" in f"{fact.label} {fact.value}"]
    told = (f"{fact.label}: {fact.value}{_status(fact.status)}." for fact in found)
    return (*told, as_of(standing.certification.as_of))


def lines(standing: SeuStanding) -> tuple[str, ...]:
    """What stands above the list of evidence on paper."""
    where = window(standing) if standing.ends else _counted(standing)
    return (standing.certification.title, f"{total(standing)}. {where}", *facts(standing))


def entry_line(entry: SeuEntry, standing: SeuStanding | None) -> str:
    """Day, category and note of an entry, and whether it lies outside the window."""
    outside = standing is not None and not standing.since <= entry.day <= standing.until
    parts = (day(entry.day), "outside the window, not counted" if outside else "", entry.category, entry.note)
    return " · ".join(part for part in parts if part)


def entry_title(entry: SeuEntry) -> str:
    """``Course on facilitation · 1.5 SEUs``."""
    return f"{entry.title} · {units(entry.minutes)} SEU{'' if entry.minutes == 60 else 's'}"


def _counted(standing: SeuStanding) -> str:
    why = ", the day on which your certificate ends" if standing.ends else ""
    return f"Counted from {day(standing.since)} to {day(standing.until)}{why}."


def _status(status: str) -> str:
    return f" ({_STATUSES[status]})" if status in _STATUSES else ""
