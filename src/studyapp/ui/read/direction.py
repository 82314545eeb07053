"""Which way an article runs, and its HTML made to run that way.

Qt turns paragraphs and lists by itself where it is told to; a table it never mirrors, so its cells are put into the
other order here. Nor does it keep to the margin with a table on the right: each takes the whole width.
"""

import re
from unicodedata import bidirectional

_LOOKED_AT = 2000
_OPENING = re.compile(r"<(ul|ol|li|p|h[1-6]|dl|dt|blockquote|div)(?=[ >])")
_CELLS = re.compile(r"</?(?:tr|td|th)(?: [^>]*)?>")
_WIDE = re.compile(r"<table(?=[ >])(?![^>]* width=)")
_OTHER_WAY = re.compile(
    "[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that Unicode keeps for scripts from right to left (DerivedBidiClass.txt)."""
_SIDES = {"R": 1, "AL": 1, "L": -1}


def runs_right_to_left(text: str) -> bool:
    """Whether most letters of its beginning are of a script such as Arabic or Hebrew."""
    beginning = text[:_LOOKED_AT]
    if _OTHER_WAY.search(beginning) is None:
        return False
    return sum(_SIDES.get(bidirectional(letter), 0) for letter in beginning) > 0


def turned(html: str) -> str:
    """Well-formed HTML whose paragraphs, lists and tables run from right to left, even if they begin in Latin."""
    html = _WIDE.sub('<table width="100%"', _mirrored(html))
    html = html.replace("<dd>", '<dd class="turned" dir="rtl">').replace("<pre>", '<pre dir="ltr">')
    return _OPENING.sub(r'<\1 dir="rtl"', html)


def _mirrored(html: str) -> str:
    """The same tables with the cells of each row in the other order; tables may stand in cells."""
    levels: list[list[str]] = [[]]
    begin = 0
    for tag in _CELLS.finditer(html):
        levels[-1].append(html[begin : tag.start()])
        begin = tag.end()
        if not tag[0].startswith("</"):
            levels.append([tag[0]])
            continue
        if len(levels) == 1:
            return html
        parts = [*levels.pop(), tag[0]]
        if tag[0] == "</tr>":
            parts[1:-1] = reversed(parts[1:-1])
        levels[-1].append("".join(parts))
    return "".join(levels[0]) + html[begin:] if len(levels) == 1 else html
