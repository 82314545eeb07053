"""The one door to Markdown: what authors for Hugo and Jekyll write becomes HTML that is not yet sanitised."""

import re
import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from studyapp.catalog.markdown_lines import laid_out
from studyapp.catalog.shortcodes import without_tags
from studyapp.catalog.stash import Stash, without_marks

if TYPE_CHECKING:
    from markdown import Markdown

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
_ONE_AT_A_TIME = threading.Lock()


def html_of_markdown(text: str, page: Mapping[str, Any]) -> str:
    """The HTML of a Markdown text; ``page`` is the front matter that shortcodes may ask for."""
    stash = Stash()
    text = laid_out(without_tags(without_marks(text), stash, page), stash)
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


@cache
def _converter() -> "Markdown":
    import xml.etree.ElementTree as Tree  # only to build elements; nothing is parsed
    from markdown import Markdown
    from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

    class Address(InlineProcessor):
        """A bare web address becomes a link."""

        ANCESTOR_EXCLUDES = ("a",)

        def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name
            self, m: "re.Match[str]", data: str
        ) -> tuple[Tree.Element, int, int]:
            link = Tree.Element("a", {"href": m[1]})
            link.text = m[1]
            return link, m.start(0), m.end(0)

    converter = Markdown(
        extensions=[*EXTENSIONS],
        extension_configs={"tables": {"use_align_attribute": True}, "footnotes": {"BACKLINK_TEXT": "↩"}},
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "del", 65)
    converter.inlinePatterns.register(
        SimpleTagInlineProcessor(r"(==)(?=\S)(.+?)(?<=\S)==", "mark"), "mark", 64
    )
    converter.inlinePatterns.register(Address(_ADDRESS, converter), "address", 75)
    converter.ESCAPED_CHARS = [
        *converter.ESCAPED_CHARS,
        *(c for c in "\"$%&'+,/:;<=>?@^~|" if c not in converter.ESCAPED_CHARS),
    ]
    return converter
