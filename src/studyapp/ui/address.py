"""Where a link leads: an article's heading, or one of the six pages with what to show there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote as percent
from urllib.parse import unquote


class Route(NamedTuple):
    """One destination inside the window.

    ``target`` is what the Read page opens (``article`` or ``article#heading``, an item's id or a slug) and empty for
    the other pages. ``options`` say more: ``quote`` to highlight, ``scope`` to drill, ``card`` to show.
    """

    page: str
    target: str = ""
    options: Mapping[str, str] = MappingProxyType({})


def article_address(article: str, heading: str = "", quote: str = "") -> str:
    """``studyapp:article#heading?quote=…``: an article, a heading of it, a sentence to highlight."""
    place = f"{percent(article)}#{percent(heading, safe='')}" if heading else percent(article)
    return f"studyapp:{place}{_query({'quote': quote} if quote else {})}"


def page_address(page: str, **options: str) -> str:
    """``page:cards?scope=article%3Aname``: one of the six pages with what to show there."""
    return f"page:{page}{_query(options)}"


def parse(address: str) -> Route:
    """Take an address of the two forms above apart. Raises ValueError for any other."""
    scheme, _, rest = address.partition(":")
    place, _, query = rest.partition("?")
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    options = {unquote(name): unquote(value) for name, _, value in pairs}
    if scheme in ("studyapp", "app"):
        return Route("read", unquote(place), options)
    if scheme == "page":
        return Route(unquote(place), "", options)
    raise ValueError(address)


def _query(options: Mapping[str, str]) -> str:
    pairs = (f"{percent(name, safe='')}={percent(value, safe='')}" for name, value in options.items())
    joined = "&".join(pairs)
    return f"?{joined}" if joined else ""
