"""Names are for ever: none twice, none lost, none unlisted."""

from collections.abc import Iterator
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import CellKind
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Severity
from studyapp.ids import pack_of

IDS: Final = "ids.txt"
RETIRED: Final = "retired "
_FEW: Final = 10


def check_twins(catalog: Catalog, findings: Findings) -> None:
    """Report a name that stands twice in a pack, of one kind."""
    first: dict[tuple[str, str], str] = {}
    for pack, path, spots in catalog.places():
        for item, parts in spots.items():
            own = [part for part in parts if part[0] in ("", "name", "title", "id")]
            before = first.setdefault((pack, item), path)
            again = own[0] if before != path and own else own[1] if len(own) > 1 else None
            if again is not None:
                message, hint = f"{item} stands in {before} already", "give one of the two another name"
                findings.at(pack, path, again[1:], "name-twice", message, hint)


def check_ids(catalog: Catalog, findings: Findings) -> None:
    """Compare the identifiers of each pack with its committed list, if it keeps one."""
    for pack in catalog.packs:
        text = catalog.file(pack.id, IDS)
        if text is None:
            continue
        listed = {
            line.strip(): number for number, line in enumerate(text.split("\n"), start=1) if line.strip()
        }
        present = set(ids_of(catalog, pack.id))
        for item, line in listed.items():
            _check_line(pack.id, item, line, present, findings)
        known = {line.removeprefix(RETIRED) for line in listed}
        _report_new(pack.id, sorted(present - known), len(listed) + 1, findings)


def ids_of(catalog: Catalog, pack: str) -> Iterator[str]:
    """Every identifier that a pack gives out now."""
    for items in (
        catalog.articles(),
        catalog.cards(),
        catalog.questions(),
        catalog.comparisons(),
        catalog.choices(),
        catalog.terms(),
    ):
        yield from (item for item in items if pack_of(item) == pack)
    yield from (profile.id for profile in catalog.profiles() if pack_of(profile.id) == pack)
    for table in catalog.comparisons().values():
        if pack_of(table.id) == pack:
            yield from (c.id for row in table.rows for c in row.cells if c.kind is not CellKind.SILENT)


def accepted(text: str, present: set[str]) -> str:
    """The list with everything new in it; what is lost or retired keeps its line."""
    lines = {line.strip() for line in text.split("\n") if line.strip()}
    retired = {line.removeprefix(RETIRED) for line in lines if line.startswith(RETIRED)}
    return "\n".join(sorted(lines | (present - retired), key=lambda line: line.removeprefix(RETIRED))) + "\n"


def _check_line(pack: str, item: str, line: int, present: set[str], findings: Findings) -> None:
    retired = item.startswith(RETIRED)
    name = item.removeprefix(RETIRED).strip()
    if not retired and name not in present:
        hint = f"bring it back, or write “{RETIRED}” before it when that was meant"
        findings.at(pack, IDS, (line, 1), "id-lost", f"{name} is gone", hint)
    elif retired and name in present:
        hint = "choose another name, or take “retired” away when it is the same item again"
        findings.at(pack, IDS, (line, 1), "id-retired", f"{name} was retired and is back", hint)


def _report_new(pack: str, new: list[str], line: int, findings: Findings) -> None:
    for item in new[:_FEW]:
        more = f" (and {len(new) - _FEW} more)" if new.index(item) == _FEW - 1 and len(new) > _FEW else ""
        hint = "run `studyapp check --accept-ids` to list it"
        findings.at(pack, IDS, (line, 1), "id-new", f"{item} is not listed yet{more}", hint, Severity.WARNING)
