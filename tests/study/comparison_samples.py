"""A small comparison to try things on."""

from studyapp.catalog.comparison import Cell, CellKind, Column, Comparison, Row, Theme
from studyapp.catalog.proof import Proof
from studyapp.catalog.source import UNSETTLED, Citation, Source
from studyapp.ids import ItemId

GUIDE = Source("guide", "The Guide", "2020", "", "CC BY-SA", "", ("Team", "Events"))
SOURCES = {"guide": GUIDE}
COLUMNS = tuple(
    Column(name, name.title(), name[:2].upper(), "product-owner") for name in ("owner", "master", "devs")
)
THEMES = (Theme("purpose", "Purpose"), Theme("work", "Work"))


def cell(row: str, column: str, text: str, kind: CellKind = CellKind.RULE) -> Cell:
    item = ItemId(f"p/cell/three.{row}.{column}")
    if kind is CellKind.SILENT:
        return Cell(item, "", kind, None, UNSETTLED)
    source = Citation("guide", "Team") if kind is CellKind.RULE else UNSETTLED
    return Cell(item, text, kind, Proof(ItemId("p/article/roles"), row, f"{text}."), source)


def row(name: str, theme: str, *texts: str, kind: CellKind = CellKind.RULE) -> Row:
    cells = (
        cell(name, column.name, text, kind if text else CellKind.SILENT)
        for column, text in zip(COLUMNS, texts, strict=True)
    )
    return Row(name, name.title(), theme, tuple(cells))


FOCUS = row("focus", "purpose", "What and why", "How Scrum works", "How it is built")
MONEY = row("money", "purpose", "Watches the return", "", "", kind=CellKind.PRACTICE)
EVENTS = row("events", "work", "Takes part", "Takes part", "Takes part")
THREE = Comparison(ItemId("p/comparison/three"), "Three | roles", COLUMNS, THEMES, (FOCUS, EVENTS, MONEY))
