"""The words of the Compare page."""

from collections.abc import Mapping

from studyapp.catalog.comparison import CellKind
from studyapp.study.comparison_export import Wording

KINDS: Mapping[CellKind, str] = {
    CellKind.RULE: "rule of the Scrum Guide",
    CellKind.PRACTICE: "common practice",
    CellKind.VIEW: "view",
    CellKind.SILENT: "the sources are silent",
}

SILENT = "–"

EXPORT = Wording(
    theme="Theme",
    dimension="Dimension",
    kind="kind",
    source="source",
    sources="Sources",
    licence="Content licence: CC BY-SA 4.0. The words are our own; the documents named belong to their authors.",
    kinds=KINDS,
)

NO_COMPARISONS = "No open pack holds a comparison. A pack brings one as a file in its folder comparisons."

NOT_SAVED = (
    "The table was not saved",
    "The file could not be written. Nothing else has changed; try another folder.",
)
