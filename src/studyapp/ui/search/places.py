"""What an address such as ``studyapp:velocity#points`` means: one result to open, or why there is none."""

from dataclasses import dataclass

from studyapp.catalog.address import Address
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Pool
from studyapp.ids import ItemId, kind_of
from studyapp.study.desks import Desks
from studyapp.ui.address import article_address, page_address, parse
from studyapp.ui.search.result import Act, Result
from studyapp.ui.search.target import address_of

SCHEME = "studyapp:"
_UNKNOWN = "Nothing in the open packs has this address."
_HELD_BACK = "This question is kept for a mock exam; it can be opened once it stood in one."


@dataclass(frozen=True, slots=True)
class Named:
    """``result`` is None when the address leads nowhere; ``said`` tells why."""

    result: Result | None
    said: str = ""


def is_address(query: str) -> bool:
    """Whether words typed are an address."""
    return query.startswith(SCHEME)


def place_named(desks: Desks, address: str) -> Named:
    """The place that an address means, whatever kind of item it is."""
    catalog = desks.library.catalog
    route = parse(address)
    found = catalog.find(route.target) if route.target.strip() else None
    if found is None:
        return Named(None, _UNKNOWN)
    question = catalog.questions().get(found.item)
    if question is not None and question.pool is Pool.HELD_BACK and question.id not in desks.exams.used_up():
        return Named(None, _HELD_BACK)
    way = way_to(catalog, found, route.options.get("quote", ""))
    if not way:
        return Named(None, _UNKNOWN)
    return Named(Result(Act.GO, way, f"Open {address}", "link", _title(catalog, found.item)))


def way_to(catalog: Catalog, found: Address, quote: str = "") -> str:
    """Where the window goes for an item; empty when it is not there.

    A card is shown on the Cards page, and its schedule stays as it is; a question is asked; a term opens its passage.
    """
    match kind_of(found.item):
        case "article":
            return article_address(found.item, found.heading, quote)
        case "card":
            return page_address("cards", scope=f"card:{found.item}", cram="yes")
        case "cell":
            return page_address("compare", cell=found.item)
        case "comparison":
            return page_address("compare", table=found.item)
    return address_of(catalog, found.item)


def _title(catalog: Catalog, item: ItemId) -> str:
    """What the item is, in its own words."""
    if item in catalog.articles():
        return catalog.article(item).title
    if item in catalog.cards():
        return catalog.cards()[item].front
    if item in catalog.questions():
        return catalog.questions()[item].stem
    if item in catalog.terms():
        return catalog.terms()[item].term
    for table in catalog.comparisons().values():
        if table.id == item:
            return table.title
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell.id == item:
                    return f"{table.title} › {row.title} · {column.title}"
    return ""
