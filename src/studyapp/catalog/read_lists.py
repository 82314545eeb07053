"""Reads the shared lists: sources, areas, objectives, misconceptions, syllabus and exams."""

from studyapp.catalog.exam_profile import (
    STATUSES,
    Area,
    Certification,
    CertificationFact,
    Competency,
    ExamProfile,
    Marking,
    Objective,
    Renewal,
)
from studyapp.catalog.fields import Fields
from studyapp.catalog.question import Misconception, Pool
from studyapp.catalog.reading import Reading
from studyapp.catalog.source import Source
from studyapp.catalog.syllabus import WANTS, Subject, Syllabus


def read_sources(file: Fields, reading: Reading) -> None:
    """Keep the documents of ``sources.yaml``."""
    for entry in file.mappings("sources"):
        source = Source(
            id=entry.name("id"),
            title=entry.needed("title"),
            edition=entry.text("edition"),
            authors=entry.text("authors"),
            licence=entry.text("licence"),
            url=entry.text("url"),
            sections=entry.texts("sections"),
        )
        reading.places.note(source.id, entry, "id")
        reading.keep("source", source)
        entry.finish()
    file.finish()


def read_areas(file: Fields, reading: Reading) -> None:
    """Keep the competencies and focus areas of ``areas.yaml``."""
    taken = set[str]()
    for entry in file.named("competencies"):
        areas = []
        for inner in entry.named("areas", taken):
            area = Area(inner.name(), inner.needed("title"), inner.texts("levels"))
            reading.places.note(f"area {area.name}", inner, "name", "levels")
            areas.append(area)
            inner.finish()
        reading.keep("competency", Competency(entry.name(), entry.needed("title"), tuple(areas)))
        entry.finish()
    file.finish()


def read_objectives(file: Fields, reading: Reading) -> None:
    """Keep the objectives of ``objectives.yaml``, each with its group and set."""
    taken = set[str]()
    for entry in file.named("sets"):
        name = entry.name()
        entry.text("title")
        for group in entry.mappings("groups"):
            title = group.needed("title")
            for inner in group.named("objectives", taken):
                objective = Objective(inner.needed("name"), inner.needed("text"), title, name)
                reading.keep("objective", objective)
                inner.finish()
            group.finish()
        entry.finish()
    file.finish()


def read_misconceptions(file: Fields, reading: Reading) -> None:
    """Keep the beliefs of ``misconceptions.yaml``."""
    for entry in file.mappings("misconceptions"):
        told = entry.name(), entry.needed("belief"), entry.needed("correction")
        value = Misconception(*told, entry.texts("mixes"), entry.text("sentence"))
        reading.places.note(value.name, entry, "name")
        reading.keep("misconception", value)
        entry.finish()
    file.finish()


def read_syllabus(file: Fields, reading: Reading) -> None:
    """Keep the sets of subjects of ``syllabus.yaml``."""
    taken = set[str]()
    for entry in file.named("sets"):
        subjects = []
        for inner in entry.named("subjects", taken):
            subjects.append(Subject(inner.needed("name"), inner.needed("text")))
            inner.finish()
        name, title, wants = entry.name(), entry.needed("title"), entry.words("wants", WANTS)
        reading.keep("syllabus", Syllabus(name, title, wants, tuple(subjects)))
        entry.finish()
    file.finish()


def read_exams(file: Fields, reading: Reading) -> None:
    """Keep the certifications and exam profiles of ``exams.yaml``."""
    as_of = file.day("as_of")
    for entry in file.named("certifications"):
        facts = []
        for inner in entry.mappings("facts"):
            status = inner.word("status", STATUSES, default="unverified")
            facts.append(CertificationFact(inner.needed("label"), inner.needed("value"), status))
            inner.finish()
        name, title = entry.name(), entry.needed("title")
        day = entry.day("as_of") or as_of
        body, renewal = entry.text("body"), _renewal(entry)
        reading.keep("certification", Certification(name, title, body, tuple(facts), day, renewal))
        entry.finish()
    for entry in file.mappings("profiles"):
        profile = _profile(entry, reading, file)
        reading.places.note(profile.id, entry, "name", "quotas", "certification", "level")
        reading.keep("profile", profile)
        entry.finish()
    file.finish()


def _renewal(entry: Fields) -> Renewal | None:
    said = entry.mapping("renewal")
    if said is None:
        return None
    units, months = said.within("units", 1, 10_000), said.within("months", 1, 1200)
    renewal = Renewal(units, months, said.within("months_at_most", 1, 1200, default=months))
    if renewal.longest < renewal.months:
        message = "months_at_most is below months"
        entry.wrong(
            "renewal", "renewal", message, "for example `{units: 20, months: 24, months_at_most: 30}`"
        )
    said.finish()
    return renewal


def _profile(entry: Fields, reading: Reading, file: Fields) -> ExamProfile:
    return ExamProfile(
        id=reading.id("exam", entry.name()),
        title=entry.needed("title"),
        certification=entry.text("certification"),
        level=entry.text("level"),
        questions=entry.within("questions", 1, 1000),
        minutes=entry.within("minutes", 0, 24 * 60, default=0),
        pass_mark=entry.within("pass_mark", 0, 100, default=0),
        pool=entry.choice("pool", Pool, Pool.HELD_BACK),
        marking=entry.choice("marking", Marking, Marking.ALL_OR_NOTHING),
        pause=entry.flag("pause"),
        quotas=entry.numbers("quotas", 0, 1000),
        as_of=entry.day("as_of") or file.day("as_of"),
        by=entry.word("by", (ExamProfile.BY_OBJECTIVE,)),
    )
