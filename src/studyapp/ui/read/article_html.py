"""What stands around an article's own text: the line above its title, the title, the ways on at its end."""

from html import escape

from studyapp.catalog.article import Article
from studyapp.study.reading_room import OpenArticle
from studyapp.ui.read.direction import runs_right_to_left, turned


def page_html(reading: OpenArticle, meta: str, bar: int = 3) -> str:
    """The whole page: small print, title, the article, and its neighbours in the topic; from right to left if need be.

    ``bar`` is the width of the bars beside callouts in pixels; a style sheet cannot give cells a width.
    """
    head = f'<p class="meta">{escape(meta)}</p><p class="title">{escape(reading.article.title)}</p>'
    body = reading.rendered.html.replace('<td class="bar">', f'<td class="bar" width="{bar}">')
    rtl = runs_right_to_left(f"{reading.article.title} {reading.rendered.text}")
    page = (
        head + body + _ways_on(reading.before, reading.after, ("right", "left") if rtl else ("left", "right"))
    )
    return turned(page) if rtl else page


def _ways_on(before: Article | None, after: Article | None, sides: tuple[str, str]) -> str:
    if before is None and after is None:
        return ""
    back = _way("Before this", before, sides[0]) if before else "<td></td>"
    on = _way("Next in this topic", after, sides[1]) if after else "<td></td>"
    return f'<table class="ways" width="100%" cellspacing="0"><tr>{back}{on}</tr></table>'


def _way(label: str, article: Article, side: str) -> str:
    link = f'<a href="app:{escape(article.id)}">{escape(article.title)}</a>'
    return f'<td class="way" width="50%" align="{side}"><p class="meta">{label}</p><p class="way">{link}</p></td>'
