"""Whether a mock has evidence enough for a forecast, looked up without working the forecast out."""

from collections import Counter
from collections.abc import Mapping

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.exam_profile import Area, ExamProfile
from studyapp.ids import ItemId
from studyapp.learning.evidence import TooLittle, shares_of, too_little
from studyapp.store.exam_rows import any_answer
from studyapp.store.ledger import Ledger
from studyapp.study.mocks import eligible
from studyapp.study.question_cards import fresh_answers


def tested_areas(catalog: Catalog, mock: ExamProfile) -> tuple[Area, ...]:
    """The focus areas that a mock asks about."""
    return tuple(a for group in catalog.competencies() for a in group.areas if mock.level in a.levels)


def sizes_of(catalog: Catalog, mock: ExamProfile) -> Mapping[str, int]:
    """How many questions of a mock's paper each area has."""
    pool = Counter(question.area for question in eligible(catalog, mock))
    stock = {area.name: pool[area.name] for area in tested_areas(catalog, mock) if pool[area.name]}
    return shares_of(dict(mock.quotas), mock.questions, stock)


def telling_questions(catalog: Catalog, mock: ExamProfile) -> frozenset[ItemId]:
    """The questions whose first answers say something of a mock."""
    return frozenset(q.id for q in catalog.questions().values() if q.level == mock.level)


def missing_evidence(catalog: Catalog, ledger: Ledger, mock: ExamProfile) -> TooLittle | None:
    """What there is where that is too little for a forecast, by the log and the content of now; else None."""
    if not any_answer(ledger):
        return TooLittle(0, 0.0)
    given = fresh_answers(telling_questions(catalog, mock), ledger)
    return too_little(sizes_of(catalog, mock), Counter(answer.area for answer in given))
