"""From the text of an article to what the screen shows."""

import re
from html import unescape

from studyapp.catalog.article import Article, Heading, Rendered
from studyapp.catalog.front_matter import split
from studyapp.catalog.markdown import html_of_markdown
from studyapp.catalog.plain_text import html_of_plain
from studyapp.catalog.sanitise import sanitised

_TOKEN = re.compile(r"<(/?)([a-z0-9]+)((?:\s[^<>]*)?)>|([^<]+)")
_BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote pre dt dd hr br".split())


def render_article(text: str, article: Article) -> Rendered:
    """An article's HTML, outline and plain text."""
    parts = split(text)
    if not parts.kind and article.path.lower().endswith(".txt"):
        return _finished(sanitised(html_of_plain(parts.body, article.title)))
    return _finished(sanitised(html_of_markdown(parts.body)))


def render_short(markdown: str) -> str:
    """The HTML of a short text; one paragraph alone loses its tags."""
    html = sanitised(html_of_markdown(markdown)).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


def _finished(html: str) -> Rendered:
    text: list[str] = []
    length = 0
    headings: list[Heading] = []
    open_heading: tuple[int, str, int] | None = None

    def put(piece: str) -> None:
        nonlocal length
        text.append(piece)
        length += len(piece)

    for match in _TOKEN.finditer(html):
        close, tag, attributes, words = match.groups()
        if words is not None:
            put(" ".join(unescape(words).split()) if words.strip() else "")
            continue
        if tag in _BLOCKS and text and not text[-1].endswith("\n"):
            put("\n")
        if tag[0] == "h" and tag[1:].isdigit():
            if not close:
                found = re.search(r'id="([^"]*)"', attributes)
                open_heading = (int(tag[1]), unescape(found[1]) if found else "", length)
            elif open_heading:
                level, anchor, start = open_heading
                headings.append(Heading(level, anchor, "".join(text)[start:].strip(), start))
    return Rendered(html, tuple(headings), "".join(text))
