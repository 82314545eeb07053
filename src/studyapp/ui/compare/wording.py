"""The words of the Compare page."""

from collections.abc import Mapping

from studyapp.catalog.comparison import CellKind, Column
from studyapp.catalog.disagreement import Verdict
from studyapp.study.cell_knowledge import CellKnowledge, CellState
from studyapp.study.comparison_desk import CellView
from studyapp.study.comparison_export import Wording

KINDS: Mapping[CellKind, str] = {
    CellKind.RULE: "rule of a guide",
    CellKind.PRACTICE: "common practice",
    CellKind.VIEW: "view",
    CellKind.SILENT: "the sources are silent",
}

STATES: Mapping[CellState, str] = {
    CellState.UNSEEN: "unseen",
    CellState.SHAKY: "shaky",
    CellState.KNOWN: "known",
}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.TRAP: "exam trap",
    Verdict.STALE: "wording of the past",
    Verdict.PRACTICE: "common practice, not a rule",
    Verdict.OPINION: "an opinion",
    Verdict.NUANCE: "needs care",
    Verdict.FINE: "no real conflict",
}

SILENT = "–"


def rule_words(document: str) -> str:
    """What a rule is called, by the title of the document that it stands in."""
    name = document.removeprefix("The ")
    return f"rule of the {name}" if name != document and "Guide" in name else f"as stated in: {name}"


def known_words(view: CellView, known: CellKnowledge, mixed_with: Column | None) -> str:
    """How a cell stands with the learner; a silent cell cannot be known."""
    if not view.cell.stated:
        return ""
    if not known.answers:
        return "not drilled yet"
    told = f"right in {known.right} of {known.answers} answers"
    if known.answers == 1:
        told = "answered once, " + ("rightly" if known.right else "wrongly")
    mixed = f"; you mix it up with {mixed_with.title}" if mixed_with else ""
    return f"{STATES[known.state]}: {told}{mixed}"


EXPORT = Wording(
    theme="Theme",
    dimension="Dimension",
    kind="kind",
    source="source",
    sources="Sources",
    licence="Content licence: CC BY-SA 4.0. The words are our own; the documents named belong to their authors.",
    kinds=KINDS,
    rule=rule_words,
)

NO_COMPARISONS = "No open pack holds a comparison. A pack brings one as a file in its folder comparisons."
