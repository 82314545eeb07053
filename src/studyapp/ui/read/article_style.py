"""The style sheet and the fonts of articles at the theme's colours and zoom."""

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from studyapp.ui.theme import Theme

TEXT = 16.0
"""Size of running text in CSS pixels: 12 pt."""
COLUMN = 70
"""The most characters in a line."""

_SAMPLE = (
    "A quiet page is read with more patience, and what is read with patience is remembered a little longer."
)


def article_css(theme: Theme) -> str:
    """``article.css`` with colours, sizes and families filled in; a style sheet needs the family that is found."""
    css = theme.style("article.css")
    for family in ("interface", "mono"):
        css = css.replace(f'"{family}"', f'"{QFontInfo(theme.font(family=family)).family()}"')
    return css


def article_font(theme: Theme) -> QFont:
    """The serif of running text."""
    return theme.font(TEXT, family="serif")


def column_width(theme: Theme) -> float:
    """The width of ``COLUMN`` characters of ordinary English in pixels."""
    return QFontMetricsF(article_font(theme)).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * COLUMN
