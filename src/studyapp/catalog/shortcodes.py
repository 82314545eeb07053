"""What template tags become on the page: offline cards, figures, links, boxes – never raw braces."""

import re
from collections.abc import Callable, Mapping
from html import escape
from textwrap import dedent
from typing import Any, Final
from urllib.parse import quote

from studyapp.catalog.stash import Stash
from studyapp.catalog.template_tags import Tag, pieces_of

CALLOUTS: Final = {
    "note": "note", "notice": "note", "info": "note", "tip": "note", "hint": "note", "callout": "note",
    "alert": "note", "admonition": "note", "important": "warning", "warning": "warning", "warn": "warning",
    "caution": "warning", "danger": "warning", "attention": "warning", "error": "warning", "trap": "trap",
    "opinion": "opinion",
}  # fmt: skip
"""The kinds of callout that other themes know, and ours."""

_TRANSPARENT: Final = frozenset(
    {"rawhtml", "html", "raw-html", "unsafe", "div", "row", "column", "columns", "col", "center"}
)
_SILENT: Final = frozenset(
    {"toc", "icon", "fa", "fas", "fab", "br", "clear", "clearfix", "break", "pagebreak"}
)
_LIQUID_SILENT: Final = frozenset({
    "if", "else", "elsif", "unless", "for", "assign", "capture", "case", "when", "break", "continue", "cycle",
    "tablerow", "increment", "decrement", "seo", "feed_meta", "csrf_token", "load", "extends", "block", "render",
    "layout",
    "paginate",
})  # fmt: skip
_TEXTS: Final = (
    "title",
    "heading",
    "header",
    "text",
    "caption",
    "label",
    "content",
    "summary",
    "description",
    "name",
    "alt",
)
_ADDRESSES: Final = frozenset({"ref", "relref", "param"})
"""What may stand inside a link's address."""
_LINKS: Final = ("href", "link", "url")
_ESCAPED = re.compile(r"(\{\{[<%])/\*(.{0,500}?)\*/([>%]\}\})")
"""How a page writes a shortcode that it only shows, in code and elsewhere."""
_QUOTED = re.compile(r"\{\{-?[ ]*([\"'])([^\"'\n]{0,80}(?:\{\{|\}\}|\{%|%\})[^\"'\n]{0,80}?)\1[ ]*-?\}\}")
"""How a Jekyll page writes braces that it only shows: as an output of text."""
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
_ID: Final = re.compile(r"[\w-]{1,64}\Z")
_CONTROL: Final = re.compile(
    r"/\*|[#/!>^]|\.\Z|\$\w*\s*:?=|(?:if|else|end|with|range|define|block|template|partial|break|continue|return)(?![\w.])"
)
"""What steers a template instead of giving text: Go's, Handlebars' and Mustache's words and signs."""
_HTML: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_BLOCK_BEGINS: Final = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
"""What may stand before a block on its line."""
_IN_TAG: Final = re.compile(r"<[A-Za-z][\w-]*\s(?:[^<>`\n]|\n(?!\n))*\Z")
_LINK_BEFORE = re.compile(
    r"(?:\]\(\s*<?|\]:\s*<?|(?:href|src)=[\"']?|https?://)[^\s<>\"')。、，；：！？）」]*\Z"
)


def without_tags(text: str, stash: Stash, page: Mapping[str, Any]) -> str:
    """The text with each tag replaced; ``page`` is the page's front matter, with its ``title``."""
    if "{{" not in text and "{%" not in text:
        return text
    text = _QUOTED.sub(lambda tag: stash.literal(tag[2]), text)
    text = _ESCAPED.sub(lambda tag: stash.literal(f"{tag[1]} {tag[2].strip()} {tag[3]}"), text)
    scribe = _Scribe(stash, page)
    for piece in pieces_of(text):
        scribe.take(piece)
    return scribe.text()


class _Scribe:
    """Writes the text anew, piece by piece."""

    def __init__(self, stash: Stash, page: Mapping[str, Any]) -> None:
        self._stash = stash
        self._page = page
        self._parts: list[str] = []
        self._tail = ""
        self._forms: dict[str, Callable[[Tag], str]] = {
            "youtube": self._youtube,
            "vimeo": self._vimeo,
            "tweet": self._tweet,
            "x": self._tweet,
            "gist": self._gist,
            "instagram": self._instagram,
            "figure": self._figure,
            "img": self._figure,
            "image": self._figure,
            "ref": self._reference,
            "relref": self._reference,
            "param": self._param,
        }

    def text(self) -> str:
        return "".join(self._parts)

    def take(self, piece: str | Tag) -> None:
        self._put(piece if isinstance(piece, str) else self._written(piece))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._tail = (self._tail + text)[-500:]

    def _in_link(self) -> bool:
        """Whether what follows is part of an address, or stands in a tag of HTML, where only plain text may."""
        return bool(_LINK_BEFORE.search(self._tail) or _IN_TAG.search(self._tail))

    def _written(self, tag: Tag) -> str:
        if tag.syntax == "broken":
            return ""
        if tag.syntax == "output":
            return self._output(tag)
        if tag.name == "raw":
            return _BRACES.sub(lambda braces: self._stash.literal(braces[0]), tag.inner)
        if tag.name == "comment" or not tag.name:
            return ""
        if tag.partner and tag.inner and not tag.end:
            return self._code(tag)
        if tag.syntax == "liquid":
            return self._liquid(tag)
        return self._shortcode(tag)

    def _shortcode(self, tag: Tag) -> str:
        name = tag.name.rsplit("/", 1)[-1].removesuffix(".html")
        if name in _TRANSPARENT or name in _SILENT or (self._in_link() and name not in _ADDRESSES):
            return ""
        if name in self._forms and not tag.end:
            return self._forms[name](tag)
        if name in CALLOUTS:
            return self._callout(tag, CALLOUTS[name])
        if name in ("details", "expand", "collapse", "spoiler", "accordion"):
            return self._details(tag)
        return self._unknown(tag, name)

    def _liquid(self, tag: Tag) -> str:
        if tag.name in _LIQUID_SILENT or tag.end:
            return ""
        if tag.name in ("link", "post_url") and tag.positional:
            return self._address(tag.positional[0])
        if tag.name in ("include", "include_relative", "include_cached") and tag.positional:
            inner = Tag(tag.syntax, tag.positional[0].lower(), tag.source, tag.positional[1:], tag.named)
            inner.alone, inner.indent = tag.alone, tag.indent
            return self._shortcode(inner)
        return self._shortcode(tag)

    def _output(self, tag: Tag) -> str:
        """``{{ … }}``: the address part of a link falls away, elsewhere the name stays as a quiet label."""
        found = re.match(
            r"""['"]([^'"]*)['"]\s*\|\s*(?:relative_url|absolute_url|relURL|absURL|url)""", tag.name
        )
        if found:
            return found[1]
        if self._in_link() or not tag.name or _CONTROL.match(tag.name):
            return ""
        parameter = re.fullmatch(r"(?:page|\.Params)\.([\w.-]+)|\.(Title|Description)", tag.name)
        if parameter:
            value = self._from_page((parameter[1] or parameter[2]).lower())
            if value:
                return self._stash.literal(value)
        return self._stash.inline(f'<span class="unknown-shortcode">{escape(tag.name)}</span>')

    def _code(self, tag: Tag) -> str:
        language = tag.argument("lang") or (tag.positional[0] if tag.positional else "")
        language = tag.named.get("lang", "") or (language if tag.name in ("highlight", "code") else tag.name)
        inner = dedent(tag.inner.strip("\n")).rstrip()
        name = f' class="language-{escape(language)}"' if language else ""
        if (
            "\n" not in inner
            and not tag.alone
            and "\n" not in tag.inner
            and self._tail.rsplit("\n", 1)[-1].strip()
        ):
            return self._stash.inline(f"<code>{escape(inner)}</code>")
        return self._block(tag, f"<pre><code{name}>{escape(inner)}</code></pre>")

    def _callout(self, tag: Tag, kind: str) -> str:
        if tag.end:
            return self._block(tag, "</div>")
        given = next(
            (tag.named[key] for key in ("type", "kind", "level", "color", "style") if key in tag.named), ""
        )
        kind = CALLOUTS.get(given.lower(), kind)
        title = tag.named.get("title", "")
        words = [word for word in tag.positional if word.lower() not in CALLOUTS]
        if tag.positional and not given:
            kind = CALLOUTS.get(tag.positional[0].lower(), kind)
        title = title or " ".join(words if tag.partner else ())
        html = f'<div class="admonition {kind}">'
        html += f'<p class="admonition-title">{escape(title)}</p>' if title else ""
        if tag.partner:
            return self._block(tag, html)
        text = tag.named.get("text", "") or tag.named.get("content", "") or " ".join(words)
        text = text if _HTML.search(text) else short_markdown(text)  # it is sanitised with all the rest
        return self._block(tag, f"{html}<p>{text}</p></div>") if text else ""

    def _details(self, tag: Tag) -> str:
        if tag.end:
            return self._block(tag, "</details>")
        summary = tag.named.get("summary") or tag.named.get("title") or " ".join(tag.positional[:1]) or "…"
        html = f"<details><summary>{escape(summary)}</summary>"
        return self._block(tag, html if tag.partner else html + "</details>")

    def _unknown(self, tag: Tag, name: str) -> str:
        """A quiet box with the tag's name and whatever text it carries; in running text the same in line."""
        if tag.end:
            return self._block(tag, "</div>") if tag.boxed else ""
        texts = [tag.named[key] for key in _TEXTS if tag.named.get(key)]
        texts += [word for word in tag.positional if re.search(r"[^\W\d_]{2}", word)]
        shown = escape(" · ".join(dict.fromkeys(texts)))
        link = next((tag.named[key] for key in _LINKS if tag.named.get(key)), "")
        if link and tag.partner and not tag.alone:
            shown = shown or escape(name)  # the words of the link follow it
        label = escape(name) if shown != escape(name) else ""
        shown = f'<a href="{escape(link)}">{shown or escape(link)}</a>' if link else shown
        if not tag.alone:
            label = ": ".join(part for part in (label, shown) if part)
            gap = " " if tag.partner else ""  # what the pair holds follows
            return self._stash.inline(f'<span class="unknown-shortcode">{label}</span>') + gap
        html = f'<div class="unknown-shortcode"><p class="label">{escape(name)}</p>'
        html += f"<p>{shown}</p>" if shown else ""
        return self._block(tag, html if tag.boxed else html + "</div>")

    def _youtube(self, tag: Tag) -> str:
        return self._video(tag, "YouTube", "https://www.youtube.com/watch?v=")

    def _vimeo(self, tag: Tag) -> str:
        return self._video(tag, "Vimeo", "https://vimeo.com/")

    def _video(self, tag: Tag, site: str, address: str) -> str:
        number = tag.argument("id")
        if not _ID.match(number):
            return self._unknown(tag, tag.name)
        title, length = tag.named.get("title", ""), ""
        if number in (self._from_page("videoid"), self._from_page("video_id"), self._from_page("youtube")):
            title = title or self._from_page("title")
            length = _clock(self._from_page("duration"))
        return self._card(tag, site, title or number, length, address + number)

    def _tweet(self, tag: Tag) -> str:
        *before, number = (
            (tag.named.get("user", ""), tag.named.get("id", "")) if tag.named else ("", *tag.positional)
        )
        user = before[-1] if before else ""
        if not number.isdecimal() or (user and not _ID.match(user)):
            return self._unknown(tag, tag.name)
        return self._card(
            tag, "X", f"@{user}" if user else number, "", f"https://x.com/{user or 'i'}/status/{number}"
        )

    def _gist(self, tag: Tag) -> str:
        if len(tag.positional) < 2:
            return self._unknown(tag, tag.name)
        path = "/".join(map(quote, tag.positional[:2]))
        return self._card(tag, "GitHub Gist", path, "", f"https://gist.github.com/{path}")

    def _instagram(self, tag: Tag) -> str:
        number = tag.argument("id")
        if not _ID.match(number):
            return self._unknown(tag, tag.name)
        return self._card(tag, "Instagram", number, "", f"https://www.instagram.com/p/{quote(number)}")

    def _card(self, tag: Tag, site: str, title: str, length: str, address: str) -> str:
        link = f'<a href="{escape(address)}">{escape(title)}</a>'
        if not (
            tag.last and _BLOCK_BEGINS.fullmatch(self._tail.rsplit("\n", 1)[-1])
        ):  # amid words, in a table
            about = f"{site}, {escape(length)}" if length else site
            return self._stash.inline(f'{link} <span class="label">({about})</span>')
        tail = f' <span class="length">{escape(length)}</span>' if length else ""
        html = f'<div class="offline-card"><p class="label">{site}{tail}</p>'
        return self._block(tag, f"{html}<p>{link}</p></div>")

    def _figure(self, tag: Tag) -> str:
        source = tag.argument("src") or tag.named.get("image_path", "") or tag.named.get("file", "")
        title, caption = tag.named.get("title", ""), tag.named.get("caption", "")
        alt = tag.named.get("alt") or caption or title
        image = f'<img src="{escape(source)}" alt="{escape(alt)}">' if source else ""
        if link := tag.named.get("link", ""):
            image = f'<a href="{escape(link)}">{image}</a>'
        words = [f"<b>{escape(title)}</b>"] if title else []
        words += [short_markdown(part) for part in (caption, tag.named.get("attr", "")) if part]
        below = f"<figcaption>{' '.join(words)}</figcaption>" if words else ""
        return self._block(tag, f"<figure>{image}{below}</figure>")

    def _reference(self, tag: Tag) -> str:
        return self._address(tag.argument("path") or tag.argument("", 0))

    def _address(self, path: str) -> str:
        """An address: bare inside a link, a link of its own elsewhere."""
        address = quote(path, safe="/#.:~@!$&'*+,;=%-_")
        if self._in_link():
            return address
        words = path.split("#", maxsplit=1)[0].rsplit("/", 1)[-1] or path
        return self._stash.inline(f'<a href="{escape(address)}">{escape(words)}</a>')

    def _param(self, tag: Tag) -> str:
        value = self._from_page(tag.argument("name").lower())
        if self._in_link():
            return value
        if value:
            return self._stash.literal(value)
        return self._stash.inline(f'<span class="unknown-shortcode">{escape(tag.argument("name"))}</span>')

    def _from_page(self, key: str) -> str:
        """A value of the page's front matter; the key in lower case, parts joined by full stops."""
        value: Any = self._page
        for part in key.removeprefix("params.").split("."):
            if not isinstance(value, Mapping):
                return ""
            value = next((child for name, child in value.items() if name.lower() == part), None)
        return str(value) if isinstance(value, str | int) else ""

    def _block(self, tag: Tag, html: str) -> str:
        """A block on a line of its own, indented as its tag was; amid running text it stays in line."""
        if not tag.alone:
            return self._stash.block(html) if html.startswith("</") else f" {self._stash.block(html)} "
        return f"\n{tag.indent}{self._stash.block(html)}\n"


def short_markdown(text: str) -> str:
    """The HTML of a caption or title: emphasis, code and links; everything else is text."""
    text = escape(text)
    text = re.sub(r"\[([^\]]*)\]\(([^()\s]*)\)", r'<a href="\2">\1</a>', text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", re.sub(r"`([^`]+)`", r"<code>\1</code>", text))
    return re.sub(r"(?<!\w)[*_]([^*_]+)[*_](?!\w)", r"<i>\1</i>", text)


def _clock(seconds: str) -> str:
    if not seconds.isdigit():
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
