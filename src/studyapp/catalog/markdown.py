"""The one door to Markdown."""

from typing import Final

from studyapp.catalog.slug import anchor_of

EXTENSIONS: Final = (
    "tables",
    "fenced_code",
    "footnotes",
    "attr_list",
    "def_list",
    "abbr",
    "sane_lists",
    "admonition",
    "smarty",
    "toc",
)


def html_of_markdown(text: str) -> str:
    """The HTML of a Markdown text, not yet sanitised."""
    import markdown

    return markdown.markdown(
        text,
        extensions=[*EXTENSIONS],
        extension_configs={"toc": {"slugify": lambda value, _: anchor_of(value)}},
    )
