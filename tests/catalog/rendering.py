"""Renders a text for a test."""

from collections.abc import Mapping
from typing import Any

from studyapp.catalog.article import Rendered
from studyapp.catalog.render import render_article


def rendered(text: str, page: Mapping[str, Any] | None = None, title: str = "A title") -> Rendered:
    return render_article(text, "a.md", title, page or {})


def html(text: str, **page: Any) -> str:
    return rendered(text, page).html
