"""The one door to nh3: only tags and attributes that the house dialect knows pass; no address that could run."""

from typing import Final

TAGS: Final = frozenset(
    "a abbr article aside b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section"
    " small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var".split()
)
_ATTRIBUTES: Final = {
    "*": {"id", "class", "dir", "lang", "align"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_DROPPED: Final = frozenset(
    "script style title textarea noscript template iframe object svg math select button canvas audio video head".split()
)
"""Elements that go with everything inside them."""


def sanitised(html: str) -> str:
    """Well-formed HTML of known tags and attributes. Addresses are relative, or http, https, mailto or app."""
    import nh3

    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"https", "http", "mailto", "app"},
        clean_content_tags=set(_DROPPED),
        link_rel=None,
    )
