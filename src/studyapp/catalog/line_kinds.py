"""What a line of Markdown begins, after CommonMark: patterns and small questions about one line."""

import re
from typing import Final

FENCE: Final = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})[ \t]*(.*?)[ \t]*\Z")
ITEM: Final = re.compile(r"([-*+]|\d{1,9}[.)])(?:([ ]+)|\Z)")
TASK: Final = re.compile(r"\[([ xX])\][ ]+")
RULE: Final = re.compile(r"(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})\Z")
HEADING: Final = re.compile(r"#{1,6}(?:[ \t]|\Z)")
TAG_WORD: Final = re.compile(r"#{1,6}[^#\s]")
UNDERLINE: Final = re.compile(r"(?:=+|-+)[ ]*\Z")
QUOTE: Final = re.compile(r">[ ]?")
ALERT: Final = re.compile(r"\[!(\w+)\][-+]?[ \t]*(.*)\Z")
FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]+\]:")
ADMONITION: Final = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+\w")
DEFINITION: Final = re.compile(r":[ ]+(?=\S)")
ATTRIBUTES: Final = re.compile(
    r"\{:[^{}]*\}\Z|\{(?:[.#][\w:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w-]+))(?:\s+(?:[.#][\w:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w-]+)))*\s*\}\Z"
)
DIRECTIVE: Final = re.compile(r"\[TOC\]\Z|\[\[_TOC_\]\]\Z|\{::?[^{}]*/?\}\Z", re.IGNORECASE)
DELIMITERS: Final = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*\Z")

_BLOCK_NAMES: Final = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|picture|search|section|summary|table|tbody|td|tfoot|th|thead|title|"
    "tr|track|ul|video|audio|svg|source|style|script|pre|textarea"
)  # fmt: skip
HTML_VERBATIM: Final = re.compile(r"<(script|pre|style|textarea)(?:\s|>|\Z)", re.IGNORECASE)
HTML_BLOCK: Final = re.compile(rf"</?(?:{_BLOCK_NAMES})(?:\s|/?>|\Z)", re.IGNORECASE)
HTML_ALONE: Final = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>[ ]*\Z")
HTML_ENDS: Final = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
HTML_OPEN: Final = re.compile(
    rf"<(?!(?:br|hr|img|input|col|link|source|track|base|param)\b)(?:{_BLOCK_NAMES})\b[^<>]*(?<!/)>",
    re.IGNORECASE,
)
HTML_CLOSE: Final = re.compile(rf"</(?:{_BLOCK_NAMES})\s*>", re.IGNORECASE)
MARKDOWN_INSIDE: Final = re.compile(r"\s+markdown(?:=(?:\"[^\"]*\"|'[^']*'|\w+))?(?=[\s>])", re.IGNORECASE)


def indent_of(line: str) -> int:
    """The number of blanks before the first character."""
    return len(line) - len(line.lstrip(" "))


def is_table_start(line: str, following: str) -> bool:
    """Whether a line with the one below it opens a table."""
    return (
        "|" in line
        and "-" in following
        and ("|" in following or ":" in following)
        and bool(DELIMITERS.match(following))
    )


def opens_block(line: str) -> bool:
    """Whether a line ends the paragraph above it without a blank line between."""
    if HEADING.match(line) or QUOTE.match(line) or FENCE.match(line) or RULE.match(line):
        return True
    if (
        HTML_BLOCK.match(line)
        or HTML_VERBATIM.match(line)
        or line.startswith("<!--")
        or ADMONITION.match(line)
    ):
        return True
    item = ITEM.match(line)
    return bool(item and item[2] and (item[1] in "-*+" or item[1][:-1] == "1"))
