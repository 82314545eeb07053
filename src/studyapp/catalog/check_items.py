"""Whether questions, comparisons and profiles keep their own rules and mention only names that exist."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Cell, CellKind, Comparison
from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.findings import Findings
from studyapp.catalog.nearest import mend
from studyapp.catalog.question import Question, QuestionKind

MAX_MISCONCEPTIONS: Final = 40
MAX_CELL_WORDS: Final = 25
MAX_DISAGREEMENT_WORDS: Final = 32
TRUTHS: Final = {"True", "False"}
ROLE_COLOURS: Final = frozenset(
    (
        "",
        "product-owner",
        "project-manager",
        "product-manager",
        "scrum-master",
        "developers",
        "business-analyst",
    )
)


def check_beliefs(catalog: Catalog, findings: Findings) -> None:
    """What a belief mixes up stands side by side in a comparison; its sentence goes on after “in 7 of 9 cases”."""
    tables = [{column.name for column in each.columns} for each in catalog.comparisons().values()]
    for belief in catalog.misconceptions().values():
        said = belief.sentence
        if said and (not said.startswith("you ") or said.endswith(".")):
            message = f"{said!r} does not go on after “In 7 of 9 cases”"
            hint = "begin with “you” and leave the full stop out: you let the Product Owner size the work"
            findings.at_item(belief.name, "sentence", "misconception-sentence", message, hint)
        mixes = set(belief.mixes)
        if belief.mixes and not (len(mixes) == 2 and any(mixes <= columns for columns in tables)):
            message = f"{' and '.join(belief.mixes)} are not two columns of one comparison"
            hint = "name what is right, then what it is taken for, by the names of columns"
            findings.at_item(belief.name, "mixes", "unknown-mixes", message, hint)


def check_questions(catalog: Catalog, findings: Findings) -> None:
    """Options must fit the kind, and wrong ones name a belief that is listed."""
    beliefs = catalog.misconceptions()
    if len(beliefs) > MAX_MISCONCEPTIONS:
        message = f"{len(beliefs)} misconceptions"
        hint = f"at most {MAX_MISCONCEPTIONS}: put the rarest together"
        findings.at_item([*beliefs][-1], "", "too-many-misconceptions", message, hint)
    for question in catalog.questions().values():
        _check_count(question, findings)
        for number, option in enumerate(question.options, start=1):
            part = f"option {number} "
            if option.right and option.misconception:
                message = "a right option feeds no misconception"
                findings.at_item(
                    question.id, part + "misconception", "right-misconception", message, "remove it"
                )
            elif not option.right and option.misconception not in beliefs:
                message = f"there is no misconception {option.misconception!r}" if option.misconception else (
                    "a wrong option names no misconception"
                )  # fmt: skip
                hint = mend(option.misconception, beliefs, "misconceptions.yaml")
                findings.at_item(question.id, part + "misconception", "unknown-misconception", message, hint)


def _check_count(question: Question, findings: Findings) -> None:
    right, count = len(question.key), len(question.options)
    wrong = _wrong_count(question.kind, right, count, {option.text for option in question.options})
    if question.kind is QuestionKind.FREE_TEXT and not (question.model_answer and question.rubric):
        wrong = ("a free-text question needs a model answer and a rubric", "add `model_answer` and `rubric`")
    if wrong:
        findings.at_item(question.id, "options", "option-count", *wrong)
    for text, times in Counter(option.text for option in question.options).items():
        if times > 1:
            findings.at_item(question.id, "options", "option-twice", f"{text!r} stands twice", "reword one")


def _wrong_count(kind: QuestionKind, right: int, count: int, texts: set[str]) -> tuple[str, str] | None:
    if kind is QuestionKind.SINGLE and (right != 1 or count < 3):
        return (
            f"{right} of {count} options are right",
            "a single choice has three or more options, one of them right",
        )
    if kind is QuestionKind.MULTIPLE and (right < 2 or right >= count):
        return (
            f"{right} of {count} options are right",
            "a multiple choice has two or more right options, and a wrong one",
        )
    if kind is QuestionKind.TRUE_FALSE and (texts != TRUTHS or right != 1 or count != 2):
        return (
            "these are not the options of true-false",
            'write the options "True" and "False", one of them right',
        )
    if kind is QuestionKind.FREE_TEXT and count:
        return "a free-text question has no options", "remove them, or choose another kind"
    return None


def check_comparisons(catalog: Catalog, findings: Findings) -> None:
    """Cells must be short, and a rule must have a source that settles it."""
    for table in catalog.comparisons().values():
        themes = [theme.name for theme in table.themes]
        for row in table.rows:
            if row.theme not in themes:
                code = "unknown-theme" if row.theme else "missing"
                message = f"there is no theme {row.theme!r}" if row.theme else "no theme is named"
                hint = mend(row.theme, themes, "`themes`")
                findings.at_item(table.id, f"{row.name} theme", code, message, hint)
            for cell in row.cells:
                _check_cell(cell, findings)
        _check_columns(table, findings)


def _check_columns(table: Comparison, findings: Findings) -> None:
    for column in table.columns:
        _check_colour(table.id, column.name, column.colour, findings)


def check_choices(catalog: Catalog, findings: Findings) -> None:
    """The sides of a scale must have colours that there are."""
    for choice in catalog.choices().values():
        for side in (side for scale in choice.scales for side in scale.sides):
            _check_colour(choice.id, side.name, side.colour, findings)


def _check_colour(item: str, name: str, colour: str, findings: Findings) -> None:
    if colour not in ROLE_COLOURS:
        hint = mend(colour, sorted(ROLE_COLOURS - {""}), "these, or none")
        findings.at_item(item, f"{name} colour", "unknown-colour", f"there is no colour {colour!r}", hint)


def _check_cell(cell: Cell, findings: Findings) -> None:
    words = len(cell.text.split())
    if words > MAX_CELL_WORDS:
        hint = f"at most {MAX_CELL_WORDS}; the rest belongs into the article"
        findings.at_item(cell.id, "text", "cell-too-long", f"{words} words in a cell", hint)
    for each in cell.disagreements:
        longest = max(len(text.split()) for text in (each.claim, each.says, each.exam))
        if longest > MAX_DISAGREEMENT_WORDS:
            hint = f"at most {MAX_DISAGREEMENT_WORDS} each for `claim`, `says` and `exam`"
            findings.at_item(cell.id, "disagreements", "disagreement-too-long", f"{longest} words", hint)
    if cell.kind is CellKind.RULE and not cell.source.settled:
        hint = "name the section of the Scrum Guide, or call it `practice` or `view`"
        findings.at_item(cell.id, "source", "rule-unsettled", "a rule that no source settles", hint)


def check_profiles(catalog: Catalog, findings: Findings) -> None:
    """Quotas must name areas, and together ask no more than the exam has; the certification must exist."""
    certifications = [certification.name for certification in catalog.certifications()]
    areas = [area.name for group in catalog.competencies() for area in group.areas]
    sets = Counter(objective.set for objective in catalog.objectives())
    for profile in catalog.profiles():
        if profile.by == profile.BY_OBJECTIVE:
            _check_sets(profile, sets, findings)
        for area, _ in () if profile.by == profile.BY_OBJECTIVE else profile.quotas:
            if catalog.area(area) is None:
                message, hint = f"there is no area {area!r}", mend(area, areas, "areas.yaml")
                findings.at_item(profile.id, "quotas", "unknown-area", message, hint)
        if sum(count for _, count in profile.quotas) > profile.questions:
            hint = "ask for less, or raise `questions`"
            findings.at_item(profile.id, "quotas", "quota-sum", "the quotas exceed the questions", hint)
        if profile.certification and profile.certification not in certifications:
            message = f"there is no certification {profile.certification!r}"
            hint = mend(profile.certification, certifications, "`certifications`")
            findings.at_item(profile.id, "certification", "unknown-certification", message, hint)


def _check_sets(profile: ExamProfile, sets: Mapping[str, int], findings: Findings) -> None:
    """A paper by learning objective names sets of objectives, each with as many questions as it has objectives."""
    if not profile.quotas:
        message, hint = "no set of objectives is named", "for example `quotas: {cspo: 28}`"
        findings.at_item(profile.id, "quotas", "no-set", message, hint)
    for name, count in profile.quotas:
        if name not in sets:
            message, hint = f"there is no set of objectives {name!r}", mend(name, sets, "objectives.yaml")
            findings.at_item(profile.id, "quotas", "unknown-set", message, hint)
        elif count != sets[name]:
            message, hint = f"{name} has {sets[name]} objectives, not {count}", f"write {name}: {sets[name]}"
            findings.at_item(profile.id, "quotas", "set-size", message, hint)
