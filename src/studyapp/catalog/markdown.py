"""The one door to Markdown: what authors for Hugo and Jekyll write becomes HTML that is not yet sanitised.

Imported only when there is something to render; what is kept rendered needs neither this nor the library.
"""

import re
import threading
import xml.etree.ElementTree as Tree  # only to build elements; nothing is parsed
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as Pattern
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from studyapp.catalog.containers import without_containers
from studyapp.catalog.markdown_lines import laid_out
from studyapp.catalog.shortcodes import without_tags
from studyapp.catalog.stash import Stash, without_marks

EXTENSIONS: Final = (
    "tables",
    "footnotes",
    "attr_list",
    "def_list",
    "abbr",
    "sane_lists",
    "admonition",
    "smarty",
)
"""Fenced code, blocks of HTML and the ids of headings are ours: CommonMark's rules, and Hugo's anchors."""

_ADDRESS: Final = r"(?<![\w/\"'=(<\[@.])(https?://[^\s<>\"'`\]]*[^\s<>\"'`\].,;:!?*_)])"
_BEGINNINGS: Final = {
    "backtick": ("`",), "escape": ("\\",), "footnote": ("[^",), "reference": ("[",), "link": ("[",),
    "image_link": ("![",), "image_reference": ("![",), "short_reference": ("[",), "short_image_ref": ("![",),
    "autolink": ("<",), "automail": ("<",), "linebreak": ("  \n",), "html": ("<",),
    "entity": ("&",), "address": ("http",),
    "del": ("~~",), "mark": ("==",), "em_strong": ("*", "_"), "smarty-ellipses": ("...",), "smarty-en-dashes": ("--",),
    "smarty-em-dashes": ("---",), **{f"smarty-quotes-{n}": ("'", '"') for n in range(15)},
}  # fmt: skip
"""What a text must hold for a pattern of this name to match."""
_SIGNS: Final = re.compile(r"[`\\\[<&~=*_'\"]|  \n|http|\.\.\.|--")
_STRAY: Final = re.compile(
    r"\{:[ ]*[.#\w][^{}\n]*\}|[ ]?\{#[\w-]+\}|[ ]\{[.#][\w-][^{}\n]*\}(?=[ ]*$)", re.MULTILINE
)
_ONE_AT_A_TIME = threading.Lock()


def html_of_markdown(text: str, page: Mapping[str, Any]) -> str:
    """The HTML of a Markdown text; ``page`` is the front matter that shortcodes may ask for."""
    stash = Stash()
    text = laid_out(without_containers(without_tags(without_marks(text), stash, page), stash), stash)
    with _ONE_AT_A_TIME:
        converter = _converter()
        converter.reset()
        return stash.restored(converter.convert(text))


def html_of_short(text: str) -> str:
    """The HTML of a short Markdown text, without shortcodes."""
    stash = Stash()
    with _ONE_AT_A_TIME:
        converter = _converter()
        converter.reset()
        return stash.restored(converter.convert(laid_out(without_marks(text), stash)))


class _Address(Pattern):
    """A bare web address becomes a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name
        self,
        m: "re.Match[str]",
        data: str,  # noqa: ARG002 - and its signature
    ) -> tuple[Tree.Element, int, int]:
        link = Tree.Element("a", {"href": m[1]})
        link.text = m[1]
        return link, m.start(0), m.end(0)


class _Swift(InlineProcessor):
    """Asks a pattern only about text that holds what it begins with; the result is the same."""

    signs: Sequence[tuple[str, ...]]
    _InlineProcessor__applyPattern: Callable[..., tuple[str, bool, int]]

    def _InlineProcessor__handleInline(  # noqa: N802 - the library's own method, whose name it is
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803
    ) -> str:
        if isinstance(data, AtomicString) or not _SIGNS.search(data):
            return data
        start, at, count = 0, patternIndex, len(self.inlinePatterns)
        while at < count:
            if not any(sign in data for sign in self.signs[at]):
                at, start = at + 1, 0
                continue
            data, matched, start = self._InlineProcessor__applyPattern(
                self.inlinePatterns[at], data, at, start
            )
            at += not matched
        return data


class _Leftovers(Treeprocessor):
    """Takes out attributes in braces that belonged to nothing."""

    def run(self, root: Tree.Element) -> None:
        for element in root.iter():
            if element.text and "{" in element.text and not isinstance(element.text, AtomicString):
                element.text = _STRAY.sub("", element.text)
            if element.tail and "{" in element.tail:
                element.tail = _STRAY.sub("", element.tail)


@cache
def _converter() -> Markdown:
    converter = Markdown(
        extensions=[*EXTENSIONS],
        extension_configs={"tables": {"use_align_attribute": True}, "footnotes": {"BACKLINK_TEXT": "↩"}},
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.ESCAPED_CHARS = [*dict.fromkeys((*converter.ESCAPED_CHARS, *"\"$%&'+,/:;<=>?@^~|"))]
    _add_patterns(converter)
    _make_swift(converter)
    converter.treeprocessors.register(_Leftovers(converter), "leftovers", 7)
    return converter


def _add_patterns(converter: Markdown) -> None:
    """What people write that the library does not know: struck out, marked, bare addresses."""
    patterns = converter.inlinePatterns
    patterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "del", 65)
    patterns.register(SimpleTagInlineProcessor(r"(==)(?=\S)(.+?)(?<=\S)==", "mark"), "mark", 64)
    patterns.register(_Address(_ADDRESS, converter), "address", 75)


def _make_swift(converter: Markdown) -> None:
    """Put our way of asking the patterns in the place of the library's, for each of its two passes."""
    for name, priority in (("inline", 20), ("smarty", 6)):
        swift: Any = _Swift(converter)
        slow: Any = converter.treeprocessors[name]
        ordered = slow.inlinePatterns
        swift.signs = [_signs_of(ordered, index) for index in range(len(ordered))]
        swift.inlinePatterns = [ordered[index] for index in range(len(ordered))]
        converter.treeprocessors.register(swift, name, priority)


def _signs_of(patterns: Any, index: int) -> tuple[str, ...]:
    """What a text must hold for a pattern to match; the empty sign, for a pattern not known here, is in every text."""
    own = patterns[index]
    return next(
        (signs for name, signs in _BEGINNINGS.items() if name in patterns and patterns[name] is own), ("",)
    )
