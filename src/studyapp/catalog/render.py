"""From the text of an article to what the screen shows."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final

from studyapp.catalog.article import Rendered
from studyapp.catalog.dialect import in_house_dialect
from studyapp.catalog.front_matter import split
from studyapp.catalog.markdown import html_of_markdown, html_of_short
from studyapp.catalog.paragraphs import mend_paragraphs
from studyapp.catalog.plain_text import html_of_plain
from studyapp.catalog.sanitise import sanitised

_IMAGE: Final = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
LONGEST_CUT: Final = 200_000
"""So many characters of a text that could not be laid out are shown."""


def render_article(text: str, path: str, title: str, page: Mapping[str, Any]) -> Rendered:
    """An article's HTML, outline and plain text. ``page`` is front matter that shortcodes may ask for."""
    parts = split(text)
    if not parts.kind and path.lower().endswith(".txt"):
        html = html_of_plain(parts.body, title)
    else:
        html = html_of_markdown(parts.body, {**page, "title": title})
    return in_house_dialect(mend_paragraphs(sanitised(html)), title)


def render_short(markdown: str) -> str:
    """The HTML of a short text, without its images; one paragraph alone loses its tags."""
    html = in_house_dialect(sanitised(html_of_short(markdown)), lead=False).html.strip()
    html = _IMAGE.sub(r'<span class="missing-image">\1</span>', html)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


def cut(text: str, reason: str) -> Rendered:
    """What is shown of a text that could not be laid out: the reason, then the text as it was written."""
    body = split(text).body
    html = html_of_plain(body[:LONGEST_CUT], "")
    shown = in_house_dialect(html, lead=False)
    return Rendered(f'<p class="cut">{escape(reason)}</p>{shown.html}', (), f"{reason}\n{shown.text}")
