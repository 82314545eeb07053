"""From sanitised HTML to the house dialect: what QTextBrowser shows well, with its outline and plain text.

The input is what the sanitiser wrote, so it is well formed: attributes in double quotes, ``<`` and ``>`` escaped
everywhere else. Nesting, tables and words that the layout could not bear are flattened, and the text says so.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from studyapp.catalog.article import Heading, Rendered
from studyapp.catalog.links import image_of, link_of
from studyapp.catalog.running_text import RunningText
from studyapp.catalog.shortcodes import CALLOUTS
from studyapp.catalog.slug import anchor_of

MAX_DEPTH: Final = 32
MAX_TABLES: Final = 2
MAX_CELLS: Final = 2000
MAX_WORD: Final = 500
MAX_HTML: Final = 2_000_000

_TOKEN = re.compile(r'<(/?)([a-z0-9]+)((?:\s+[\w:-]+="[^"]*")*)\s*/?>|([^<]+)|<')
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD}}}(?=\S)")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROWS: Final = frozenset(("thead", "tbody", "tfoot", "colgroup", "caption", "tr", "td", "th", "col"))
_BLOCKS: Final = _HEADINGS | _ROWS | frozenset(
    "p div li ul ol dl dt dd table blockquote pre hr br figure figcaption details summary section article aside header"
    " footer nav main center".split()
)  # fmt: skip
_NEW_NAMES: Final = {
    "figure": ("div", ' class="figure"'), "figcaption": ("p", ' class="caption"'), "summary": ("p", ' class="summary"'),
    "details": ("div", ' class="details"'), "center": ("div", ' align="center"'),
    **dict.fromkeys(("section", "article", "aside", "header", "footer", "nav", "main"), ("div", "")),
}  # fmt: skip
_CLASSES: Final = frozenset(("unknown-shortcode", "offline-card", "label", "length"))
_SIZES: Final = ("colspan", "rowspan", "start")
CALLOUT: Final = (
    '<table class="callout {}" width="100%" cellpadding="12"><tr><td class="bar"></td><td class="body">'
)
CODE: Final = '<table class="code" width="100%" cellpadding="12"><tr><td class="body">'
END_BOX: Final = "</td></tr></table>"


def in_house_dialect(html: str, title: str = "", lead: bool = True) -> Rendered:
    """The article as the screen shows it.

    A first heading that repeats ``title`` is left out; with ``lead`` a first paragraph gets the class of that name.
    """
    return _Writer(html, title, lead).run()


@dataclass(slots=True)
class _Open:
    """An open element: what closes it, and what is to be done then, which may give another closing."""

    tag: str
    closing: str
    then: Callable[[str], str] | None = None


class _Writer:
    """Walks over the tags once."""

    def __init__(self, html: str, title: str, lead: bool) -> None:
        self._html, self._title, self._lead = html, title, lead
        self._out: list[str] = []
        self._size = 0
        self._text = RunningText()
        self._stack: list[_Open] = []
        self._boxes = self._cells = self._pre = self._flat = 0
        self._headings: list[Heading] = []
        self._taken = {unescape(name) for name in re.findall(r'\sid="([^"]*)"', html)}
        self._given: dict[str, int] = {}
        self._notes: list[str] = []
        self._left_out: list[str] = []
        self._twice: list[str] = []

    def run(self) -> Rendered:
        for match in _TOKEN.finditer(self._html):
            if self._size > MAX_HTML:
                self._note(f"The text goes on; its first {MAX_HTML // 1000:,} kB are shown.")
                break
            close, tag, attributes, words = match.groups()
            if tag is None:
                self._words(words or "&lt;")
            elif close:
                self._close(tag)
            else:
                self._open(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
        while self._stack:
            self._pop()
        for note in self._notes:
            self._put(f'<p class="cut">{escape(note)}</p>')
            self._text.end_line()
            self._text.say(note)
        text = str(self._text).rstrip("\n ")
        left_out, twice = tuple(dict.fromkeys(self._left_out)), tuple(self._twice)
        return Rendered("".join(self._out), tuple(self._headings), text, left_out, twice)

    def _put(self, html: str) -> None:
        if html:
            self._out.append(html)
            self._size += len(html)

    def _note(self, words: str) -> None:
        if words not in self._notes:
            self._notes.append(words)

    def _words(self, words: str) -> None:
        text = unescape(words)
        if len(text) > MAX_WORD and _LONG_WORD.search(text):
            text = _LONG_WORD.sub(lambda match: match[0] + "\u200b", text)
            words = escape(text, quote=False)
        self._put(words)
        self._text.say(text, verbatim=self._pre > 0)

    def _push(self, tag: str, opening: str, closing: str, then: Callable[[str], str] | None = None) -> None:
        self._put(opening)
        self._stack.append(_Open(tag, closing, then))

    def _pop(self) -> None:
        element = self._stack.pop()
        self._put(element.then(element.closing) if element.then else element.closing)
        if element.tag in _BLOCKS:
            self._text.end_line()

    def _close(self, tag: str) -> None:
        if any(element.tag == tag for element in self._stack):
            while self._stack[-1].tag != tag:
                self._pop()
            self._pop()

    def _open(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _BLOCKS:
            self._text.end_line()
        if tag in ("br", "hr"):
            self._put(f"<{tag}>")
            return
        if tag in ("img", "col"):
            self._put(self._image(given) if tag == "img" else "")
            return
        if len(self._stack) >= MAX_DEPTH:
            self._note(f"Nesting deeper than {MAX_DEPTH} levels is shown flat.")
            self._push(tag, "", "")
        elif tag in _HEADINGS:
            self._begin_heading(tag, given)
        elif tag == "table" or tag in _ROWS:
            self._table_part(tag, given)
        else:
            self._element(tag, given)
        if "id" in given and tag not in _HEADINGS:
            self._put(f'<a name="{given["id"]}"></a>')

    def _element(self, tag: str, given: Mapping[str, str]) -> None:
        classes = unescape(given.get("class", "")).split()
        if tag == "div" and (kind := _callout_kind(classes)):
            self._box(tag, CALLOUT.format(kind), "")
        elif tag == "pre":
            self._pre += 1
            self._box(tag, CODE, "pre")
        elif tag == "a":
            opening, closing = link_of(given)
            self._push(tag, opening, closing)
        elif tag in _NEW_NAMES:
            name, attributes = _NEW_NAMES[tag]
            self._push(tag, f"<{name}{attributes}{_direction(given)}>", f"</{name}>")
        else:
            self._simple(tag, classes, given)

    def _simple(self, tag: str, classes: list[str], given: Mapping[str, str]) -> None:
        named = next((name for name in classes if name in _CLASSES), "")
        if "admonition-title" in classes:
            named = "callout-title"
        elif "footnote" in classes and tag == "div":
            named = "footnotes"
        elif tag == "p" and self._lead and not self._stack and not len(self._text) and not self._headings:
            named = "lead"
        if tag == "span" and not named:
            self._push(tag, "", "")
            return
        attributes = f' class="{named}"' if named else ""
        attributes += "".join(f' {name}="{given[name]}"' for name in _SIZES if given.get(name, "").isdigit())
        self._push(tag, f"<{tag}{attributes}{_direction(given)}>", f"</{tag}>")

    def _box(self, tag: str, opening: str, inner: str) -> None:
        """A table of one cell, which is how a background is painted; too deep inside others, no table."""
        first, last = (f"<{inner}>", f"</{inner}>") if inner else ("", "")
        if self._boxes >= MAX_TABLES:
            self._push(tag, first, last, self._end_pre if tag == "pre" else None)
            return
        self._boxes += 1
        self._push(tag, opening + first, last + END_BOX, self._end_pre_box if tag == "pre" else self._end_box)

    def _end_box(self, closing: str) -> str:
        self._boxes -= 1
        return closing

    def _end_pre(self, closing: str) -> str:
        self._pre -= 1
        return closing

    def _end_pre_box(self, closing: str) -> str:
        self._pre -= 1
        return self._end_box(closing)

    def _table_part(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "table":
            if self._boxes >= MAX_TABLES or self._flat:
                self._note(f"Tables more than {MAX_TABLES} deep are shown as lines.")
                self._flat += 1
                self._push(tag, "<div>", "</div>", self._end_flat)
            else:
                self._boxes += 1
                self._push(
                    tag, '<table class="grid" cellspacing="0" cellpadding="6">', "</table>", self._end_box
                )
            return
        if tag == "tr" and self._cells >= MAX_CELLS and not self._flat:
            self._flatten()
        if self._flat:
            self._push(tag, *{"tr": ("<p>", "</p>"), "td": ("", " · "), "th": ("", " · ")}.get(tag, ("", "")))
            return
        self._cells += tag in ("td", "th")
        if tag == "colgroup":
            self._push(tag, "", "")
        else:
            self._simple(tag, [], given)

    def _flatten(self) -> None:
        """End the table here: its further rows become lines."""
        self._note(f"A table has more than {MAX_CELLS:,} cells; its further rows are shown as lines.")
        for element in reversed(self._stack):
            if element.tag not in _ROWS and element.tag != "table":
                break
            self._put(element.closing)
            element.closing = ""
            if element.tag == "table":
                element.then = self._end_flat
                break
        self._boxes -= 1
        self._flat += 1

    def _end_flat(self, closing: str) -> str:
        self._flat -= 1
        return closing

    def _begin_heading(self, tag: str, given: Mapping[str, str]) -> None:
        at, mark = len(self._out), self._text.mark()
        self._out.append("")

        def finish(closing: str) -> str:
            words, start = self._text.since(mark), mark[0]
            if tag == "h1" and not start and words.casefold() == self._title.casefold():
                del self._out[at:]
                self._text.forget(mark)
                self._put(f'<a name="{escape(self._anchor(unescape(given.get("id", "")), words))}"></a>')
                return ""
            name = self._anchor(unescape(given.get("id", "")), words)
            quoted = escape(name)
            self._out[at] = f'<{tag} id="{quoted}"{_direction(given)}><a name="{quoted}"></a>'
            self._headings.append(Heading(int(tag[1]), name, words, start))
            return closing

        self._push(tag, "", f"</{tag}>", finish)

    def _anchor(self, wanted: str, words: str) -> str:
        """The id that the author gave, or Hugo's; a number is added to one that is taken."""
        name = wanted or anchor_of(words) or "section"
        number, found = self._given.get(name, 0), name
        while found in self._given or (found in self._taken and found != wanted):
            number += 1
            found = f"{name}-{number}"
        if wanted and found != wanted:
            self._twice.append(wanted)
        self._given[name] = number
        self._given.setdefault(found, 0)
        return found

    def _image(self, given: Mapping[str, str]) -> str:
        source = image_of(unescape(given.get("src", "")))
        alt = given.get("alt", "")
        if not source:
            self._left_out.append(unescape(given.get("src", "")))
            self._text.say(unescape(alt))
            return f'<span class="missing-image">{alt}</span>' if alt else ""
        sizes = "".join(
            f' {name}="{given[name]}"' for name in ("width", "height") if _is_size(given.get(name, ""))
        )
        return f'<img src="{escape(source)}" alt="{alt}"{sizes}>'


def _callout_kind(classes: list[str]) -> str:
    if "admonition" in classes:
        return next((CALLOUTS[name] for name in classes if name != "admonition" and name in CALLOUTS), "note")
    return next((CALLOUTS[name] for name in classes if name in CALLOUTS), "")


def _direction(given: Mapping[str, str]) -> str:
    found = f' dir="{given["dir"]}"' if given.get("dir") in ("rtl", "ltr") else ""
    return found + (f' align="{given["align"]}"' if given.get("align") in ("left", "right", "center") else "")


def _is_size(value: str) -> bool:
    return value.isdigit() and 0 < int(value[:6]) <= 2000
