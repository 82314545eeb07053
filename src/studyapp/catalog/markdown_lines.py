"""Lays Markdown out as Python-Markdown needs it while it keeps CommonMark's meaning.

Authors write for Hugo and Jekyll: lists indented by two or three, lists and tables without a blank line before them,
fences inside lists and quotes, blocks of HTML that end at a blank line. Code and HTML are set aside in the stash.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from studyapp.catalog import line_kinds as kinds
from studyapp.catalog.shortcodes import CALLOUTS
from studyapp.catalog.stash import OPEN, Stash

MAX_QUOTES: Final = 8
MAX_LISTS: Final = 12


@dataclass(frozen=True, slots=True)
class _Container:
    """Something that indented lines belong to: where its marker stands and where its text begins."""

    marker: int
    content: int


def laid_out(text: str, stash: Stash, depth: int = 0) -> str:
    """The same document with every block where Python-Markdown finds it."""
    machine = _Machine(text.expandtabs(4).split("\n"), stash, depth)
    return machine.run()


class _Machine:
    """Reads line by line; ``_state`` is what the last line left open: ``""``, paragraph, table or code."""

    def __init__(self, lines: list[str], stash: Stash, depth: int) -> None:
        self._lines, self._stash, self._depth = lines, stash, depth
        self._out: list[str] = []
        self._at = 0
        self._stack: list[_Container] = []
        self._state = ""
        self._blank = True
        self._html_open = 0
        self._was_in_list = False
        self._first_paragraph = False
        self._list_kinds: dict[int, bool] = {}

    def run(self) -> str:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip():
                self._take(line)
            else:
                self._at += 1
                self._end_block()
        return "\n".join(self._out)

    def _take(self, line: str) -> None:
        indent = kinds.indent_of(line)
        self._was_in_list = bool(self._stack)
        self._leave_containers(line, indent)
        base = self._stack[-1].content if self._stack else 0
        inner, body = indent - base, line.strip(" ")
        if inner >= 4 and self._state != "paragraph" and not self._is_deep_html(body):
            self._code(base)
        elif self._block(body, indent):
            self._blank = False
        else:
            self._text(body)

    def _leave_containers(self, line: str, indent: int) -> None:
        """Close the lists and notes that this line does not belong to; a paragraph may run on at any indent."""
        body = line.lstrip(" ")
        item = kinds.ITEM.match(body) and not kinds.RULE.match(body)
        if self._state == "paragraph" and not self._blank and not item and not self._ends_paragraph(body):
            return
        while self._stack and indent < self._stack[-1].content:
            if (
                item
                and self._stack[-1].marker <= indent
                and len(self._stack) == 1
                and indent > self._stack[-1].marker + 1
            ):
                break
            self._stack.pop()

    def _ends_paragraph(self, body: str) -> bool:
        return kinds.opens_block(body) or bool(kinds.FOOTNOTE.match(body) or kinds.DEFINITION.match(body))

    def _block(self, body: str, indent: int) -> bool:
        """Write the block that this line opens, if it opens one."""
        in_paragraph = self._state == "paragraph"
        if fence := kinds.FENCE.match(body):
            self._fence(fence[1], fence[2], indent)
        elif (
            in_paragraph and kinds.UNDERLINE.match(body) and self._out and not self._is_marked(self._out[-1])
        ):
            self._line(body)
            self._end_block()
        elif kinds.RULE.match(body):
            self._open()
            self._line("---" if body[0] == "-" else body)
            self._end_block()
        elif kinds.QUOTE.match(body):
            self._quote()
        elif self._is_item(body, in_paragraph):
            self._item(body, indent)
        elif kinds.HEADING.match(body):
            self._open()
            self._line(body)
            self._end_block()
        elif self._is_html(body, in_paragraph):
            self._html(body)
        else:
            return self._special(body, indent)
        return True

    def _special(self, body: str, indent: int) -> bool:
        """Blocks that are not CommonMark's own: footnotes, callouts, definitions, tables, attributes."""
        following = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
        if kinds.FOOTNOTE.match(body) or kinds.ADMONITION.match(body):
            self._open()
            self._line(body.replace("???+", "!!!").replace("???", "!!!") if body[0] == "?" else body)
            self._stack.append(_Container(indent, indent + 4))
            self._state = "paragraph" if body[0] == "[" else ""
            if body[0] != "[":
                self._blank = False
        elif kinds.DEFINITION.match(body) and (self._state == "paragraph" or self._blank):
            self._line(":   " + kinds.DEFINITION.sub("", body, count=1))
            self._stack.append(_Container(indent, indent + 2))
            self._state = "paragraph"
        elif kinds.is_table_start(body, following.strip()) and self._state != "table":
            self._open()
            self._line(body)
            self._state = "table"
        elif kinds.ATTRIBUTES.match(body) or kinds.DIRECTIVE.match(body):
            self._attributes(body)
        else:
            return False
        return True

    def _text(self, body: str) -> None:
        if self._state == "table" and "|" not in body:
            self._open()
        if self._state == "":
            self._state, self._first_paragraph = "paragraph", False
        if kinds.TAG_WORD.match(body):
            body = "\\" + body
        if body.endswith("\\") and not body.endswith("\\\\"):
            body = body[:-1] + "  "
        elif self._lines[self._at].endswith("  "):
            body += "  "
        self._line(body)
        self._blank = False

    def _attributes(self, body: str) -> None:
        """``{: .class}`` belongs to the paragraph above; alone it says nothing that is shown."""
        if self._state == "paragraph" and body.startswith("{:") and not kinds.DIRECTIVE.match(body):
            self._line(body)
        else:
            self._at += 1

    def _is_item(self, body: str, in_paragraph: bool) -> bool:
        item = kinds.ITEM.match(body)
        if not item or len(self._stack) >= MAX_LISTS:
            return False
        if in_paragraph and not self._was_in_list:
            return bool(item[2]) and (item[1] in "-*+" or item[1][:-1] == "1")
        return bool(item[2]) or not in_paragraph

    def _item(self, body: str, indent: int) -> None:
        item = kinds.ITEM.match(body)
        if item is None:
            return
        ordered, level = item[1] not in "-*+", len(self._stack)
        further = self._state == "paragraph" and not self._first_paragraph
        if further or not self._was_in_list or self._list_kinds.get(level, ordered) != ordered:
            self._open()
        self._list_kinds = {at: kind for at, kind in self._list_kinds.items() if at < level} | {
            level: ordered
        }
        gap = len(item[2] or " ")
        rest = body[item.end() :]
        content = indent + len(item[1]) + (gap if gap <= 4 and rest else 1)
        marker = item[1].replace(")", ".")
        if task := kinds.TASK.match(rest):
            rest = ("☐ " if task[1] == " " else "☑ ") + rest[task.end() :]
        prefix = " " * (4 * len(self._stack))
        self._stack.append(_Container(indent, content))
        self._blank = False
        if fence := kinds.FENCE.match(rest):
            self._out.append(f"{prefix}{marker.ljust(3)} ")
            self._state = ""
            self._fence(fence[1], fence[2], content)
            return
        if rest.startswith("    "):
            rest = self._stash.block(f"<pre><code>{escape(rest[4:])}</code></pre>")
        self._out.append(f"{prefix}{marker.ljust(3)} {rest.strip()}")
        self._state = "paragraph" if rest and not kinds.HEADING.match(rest) else ""
        self._first_paragraph = True
        self._at += 1

    def _fence(self, marks: str, info: str, indent: int) -> None:
        self._open()
        self._at += 1
        inside: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            body = line.strip()
            self._at += 1
            if body.startswith(marks) and not body.strip(marks[0]):
                break
            if self._stack and body and kinds.indent_of(line) < self._stack[-1].marker:
                self._at -= 1
                break
            inside.append(line[min(indent, kinds.indent_of(line)) :])
        language = info.replace("{", " ").replace("}", " ").split()
        name = language[0].lstrip(".").split(",")[0] if language else ""
        self._code_block("\n".join(inside), name)

    def _code(self, base: int) -> None:
        """An indented code block: all lines indented by four, with the blank lines between."""
        inside: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and kinds.indent_of(line) < base + 4:
                break
            inside.append(line[base + 4 :])
            self._at += 1
        while inside and not inside[-1].strip():
            inside.pop()
            self._at -= 1
        self._open()
        self._code_block("\n".join(inside), "")

    def _code_block(self, code: str, language: str) -> None:
        name = f' class="language-{escape(language)}"' if language else ""
        self._out.append(self._prefix() + self._stash.block(f"<pre><code{name}>{escape(code)}</code></pre>"))
        self._end_block()

    def _quote(self) -> None:
        """A quotation is a document of its own."""
        inner: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            body = line.strip(" ")
            if mark := kinds.QUOTE.match(body):
                inner.append(body[mark.end() :])
            elif not body or kinds.opens_block(body) or not inner or not inner[-1].strip():
                break
            else:
                inner.append(body)
            self._at += 1
        self._open()
        prefix = self._prefix()
        if alert := kinds.ALERT.match(inner[0].strip()):
            kind = CALLOUTS.get(alert[1].lower(), "note")
            title = alert[2].replace('"', "”") or alert[1].capitalize()
            self._out.append(f'{prefix}!!! {kind} "{title}"')
            self._nested(inner[1:], f"{prefix}    ")
        elif self._depth >= MAX_QUOTES:
            self._out += [prefix + line for line in inner]
        else:
            self._nested(inner, f"{prefix}> ")
        self._end_block()

    def _nested(self, lines: list[str], prefix: str) -> None:
        inside = laid_out("\n".join(lines), self._stash, self._depth + 1)
        self._out += [
            (prefix + line).rstrip(" ") if not line.strip() else prefix + line for line in inside.split("\n")
        ]

    def _is_deep_html(self, body: str) -> bool:
        return self._html_open > 0 and (body.startswith("<") or OPEN in body)

    def _is_html(self, body: str, in_paragraph: bool) -> bool:
        if not body.startswith("<"):
            return False
        if any(
            body.startswith(start) and (start != "<!" or body[2:3].isupper()) for start, _ in kinds.HTML_ENDS
        ):
            return True
        if kinds.HTML_BLOCK.match(body) or kinds.HTML_VERBATIM.match(body):
            return True
        return not in_paragraph and bool(kinds.HTML_ALONE.match(body))

    def _html(self, body: str) -> None:
        """Set a block of HTML aside. It ends as CommonMark says; with ``markdown="1"`` after its first line."""
        self._open()
        lines = self._html_lines(body)
        chunk = "\n".join(lines)
        self._html_open = max(
            0, self._html_open + len(kinds.HTML_OPEN.findall(chunk)) - len(kinds.HTML_CLOSE.findall(chunk))
        )
        self._out.append(self._prefix() + self._stash.block(kinds.MARKDOWN_INSIDE.sub("", chunk)))
        self._end_block()

    def _html_lines(self, body: str) -> list[str]:
        end = next((end for start, end in kinds.HTML_ENDS if body.startswith(start)), "")
        if verbatim := kinds.HTML_VERBATIM.match(body):
            end = f"</{verbatim[1].lower()}>"
        found: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not end and not line.strip():
                break
            found.append(line)
            self._at += 1
            if end and end in line.lower():
                break
            if not end and kinds.MARKDOWN_INSIDE.search(line):
                break
        return found

    def _open(self) -> None:
        """Begin a block: a blank line parts it from what stands above."""
        if self._out and self._out[-1].strip():
            self._out.append("")
        self._state = ""

    def _end_block(self) -> None:
        self._state = ""
        self._blank = True
        if self._out and self._out[-1].strip():
            self._out.append("")

    def _line(self, body: str) -> None:
        self._out.append(self._prefix() + body)
        self._at += 1

    def _prefix(self) -> str:
        return " " * (4 * len(self._stack))

    def _is_marked(self, line: str) -> bool:
        return OPEN in line and not line.strip(f" {OPEN}\ue0010123456789")
