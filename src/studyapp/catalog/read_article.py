"""Reads an article's front matter; its text is rendered on demand."""

import re
from pathlib import PurePosixPath
from typing import Final

from studyapp.catalog.article import Article
from studyapp.catalog.fields import Fields
from studyapp.catalog.front_matter import Split, read_front_matter, split
from studyapp.catalog.plain_text import title_of_plain
from studyapp.catalog.reading import Reading
from studyapp.catalog.slug import clean, slug_of
from studyapp.catalog.translation import laid_over

WORDS_A_MINUTE: Final = 200
OLD_ALIASES: Final = "aliasesarchive"
"""Where some sites keep the addresses that a page had long ago; they lead to it all the same."""

_FIRST_HEADING = re.compile(r"^#{1,2}[ \t]+(.+?)[ \t#]*$|^(\S[^\n]*)\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_PARTING = re.compile(r"[#?]+")
_JEKYLL_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")
_MARKUP = re.compile(r"[*_`]+|\{[#:.][^}]*\}|!?\[([^\]]*)\]\([^)]*\)|<[^>]*>")


def read_article(text: str, over: str, reading: Reading, topic: str, digest: str, by_path: bool) -> None:
    """Keep the article of one file. ``over`` is the text of its translation, or empty.

    ``by_path`` says that the pack is a plain folder, where a file without a ``slug`` of its own is named by its path.
    """
    parts = split(text)
    node = read_front_matter(parts, reading.report)
    if over:
        parts = split(over)
        node = laid_over(node, reading.report, lambda apart: read_front_matter(parts, apart))
    fields = Fields(node, reading.report)
    title = clean(fields.text("title"))
    slug = _slug(fields)
    name = slug or (_path_name(reading.path) if by_path else _stem_name(reading.path))
    own_slug = slug or _stem_name(reading.path)
    url = (fields.text("url") or fields.text("permalink")).replace(":slug", own_slug)
    article = Article(
        id=reading.id("article", name.replace(" ", "-")),
        slug=own_slug,
        title=title or title_of(parts, reading.path),
        description=clean(fields.text("description")),
        topic=topic,
        path=reading.path,
        digest=digest,
        minutes=-(-len(parts.body.split()) // WORDS_A_MINUTE),
        date=fields.day("date"),
        url=url,
        aliases=tuple(dict.fromkeys((*fields.texts("aliases"), *fields.texts(OLD_ALIASES)))),
        tags=tuple(map(clean, fields.texts("tags"))),
        categories=tuple(map(clean, fields.texts("categories"))),
        weight=fields.whole("weight"),
        draft=fields.flag("draft"),
        areas=fields.texts("areas"),
        objectives=fields.texts("objectives"),
        facts=fields.texts("facts"),
        answers=fields.texts("answers"),
        extra=fields.rest(),
    )
    reading.places.note(article.id, fields, "title", "areas", "objectives", "facts", "aliases", "url")
    reading.keep("article", article)


def _slug(fields: Fields) -> str:
    """The slug that an article gives itself, without what would part an address made with it."""
    slug = clean(fields.text("slug")).strip("/")
    if not _PARTING.search(slug):
        return slug
    mended = _PARTING.sub("-", slug).strip("-/ ")
    hint = (
        f"write {mended!r}, which it goes by until then"
        if mended
        else "until then it goes by its file's name"
    )
    fields.wrong("slug", "bad-name", f"{slug!r} is no slug, as # and ? part an address", hint)
    return mended


def title_of(parts: Split, path: str) -> str:
    """A title for a text whose front matter has none: its first heading, its first line, or the file's name."""
    if not parts.kind and path.lower().endswith(".txt"):
        return title_of_plain(parts.body, path)
    match = _FIRST_HEADING.search(parts.body, 0, 4000)
    heading = clean(_MARKUP.sub(r"\1", match[1] or match[2])) if match else ""
    return heading or title_of_path(path)


def title_of_path(path: str) -> str:
    """A readable title from a file's name, or its folder's for an ``index`` file."""
    words = re.sub(r"[-_]+", " ", _stem(path)).strip()
    return clean(words[:1].upper() + words[1:]) or path


def is_section_index(path: str) -> bool:
    """Whether a file describes the section it lies in."""
    return _file_stem(path) == "_index"


def _stem_name(path: str) -> str:
    return slug_of(_stem(path))


def _stem(path: str) -> str:
    """The file's name without ending and Jekyll's date; the folder's name for an index."""
    stem = _file_stem(path)
    if stem.lower() in ("index", "_index", "readme"):
        folder = PurePosixPath(path).parent.name
        return folder or stem.strip("_")
    return _JEKYLL_NAME.sub("", stem)


def _file_stem(path: str) -> str:
    return PurePosixPath(path).stem


def _path_name(path: str) -> str:
    parts = PurePosixPath(path).with_suffix("").parts
    if len(parts) > 1 and parts[-1] in ("index", "_index"):
        parts = parts[:-1]
    return "/".join(slug_of(_JEKYLL_NAME.sub("", part)) for part in parts)
