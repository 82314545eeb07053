"""Articles as they look: taken from the cache, else rendered now and kept, with links led to articles."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from html import escape, unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studyapp.catalog.addresses import Addresses
from studyapp.catalog.article import Article, Rendered
from studyapp.catalog.cache import Cache
from studyapp.catalog.codec import decoded, encoded
from studyapp.catalog.image_file import MAX_BYTES, is_image
from studyapp.catalog.open_pack import OpenPack
from studyapp.ids import pack_of

if TYPE_CHECKING:
    from studyapp.catalog.render_process import RenderProcess

_LINK = re.compile(r'<a href="app:([^"]*)">(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"([^>]*)>')
_IMAGE_FOLDERS = ("", "static/", "assets/", "images/", "content/")


class Renderings:
    """The rendered form of the articles and short texts of the open packs."""

    def __init__(self, packs: Mapping[str, OpenPack], cache: Cache) -> None:
        self._packs = packs
        self._cache = cache
        self._short: dict[str, str] = {}
        self._process: RenderProcess | None = None

    def close(self) -> None:
        """Let go of the process that renders."""
        if self._process is not None:
            self._process.close()

    def of(self, article: Article, addresses: Addresses) -> Rendered:
        """An article made ready; what its pack does not hold is shown without link or image."""
        rendered = self.unlinked(article)
        html = _LINK.sub(lambda match: self._linked(match, article, addresses), rendered.html)
        html = _IMAGE.sub(lambda match: self._pictured(match, article), html)
        return replace(rendered, html=html)

    def unlinked(self, article: Article) -> Rendered:
        """An article with links and images as its author wrote them."""
        name = pack_of(article.id)
        kept = self._cache.rendered(name, article.path, article.digest)
        if kept is not None:
            try:
                return decoded(Rendered, json.loads(kept))
            except (ValueError, TypeError, LookupError):
                kept = None  # damaged: made anew below
        rendered, lasting = self._made(article, self._packs[name])
        if lasting:
            body = json.dumps(encoded(rendered))
            self._cache.keep_rendered(name, article.path, article.digest, body)
        return rendered

    def inline(self, markdown: str) -> str:
        """The HTML of a short text."""
        if markdown in self._short:
            return self._short[markdown]
        key = blake2b(markdown.encode("utf-8", "replace"), digest_size=16).hexdigest()
        html = self._cache.inlined(key)
        if html is None:
            from studyapp.catalog.render import render_short

            html = render_short(markdown)
            self._cache.keep_inlined([(key, html)])
        self._short[markdown] = html
        return html

    def missing_images(self, article: Article) -> tuple[str, ...]:
        """The images that an article names and its pack does not hold as images that can be shown."""
        named = dict.fromkeys(unescape(match[1]) for match in _IMAGE.finditer(self.unlinked(article).html))
        return tuple(name for name in named if self.image(article, name) is None)

    def image(self, article: Article, name: str) -> bytes | None:
        """An image by the name the article gives it; None when the pack holds no such image."""
        pack = self._packs[pack_of(article.id)]
        path = image_path(pack, article, name)
        if not path or pack.tree.stamps[path].size > MAX_BYTES:
            return None
        try:
            data = pack.tree.read(path, MAX_BYTES)
        except OSError:
            return None
        return data if is_image(data) else None

    def _made(self, article: Article, pack: OpenPack) -> tuple[Rendered, bool]:
        """The article rendered, and whether that is worth keeping."""
        try:
            text = pack.text(article.path)
        except (OSError, KeyError) as fault:
            from studyapp.catalog.render import cut

            reason = (
                fault.strerror if isinstance(fault, OSError) and fault.strerror else "it is no longer there"
            )
            return cut("", f"The file {article.path} cannot be read: {reason}."), False
        page = {**article.extra, "description": article.description, "slug": article.slug}
        if not pack.trusted:
            return self._worker().render(text, article.path, article.title, page)
        from studyapp.catalog.render import render_article

        return render_article(text, article.path, article.title, page), True

    def _worker(self) -> "RenderProcess":
        if self._process is None:
            from studyapp.catalog.render_process import RenderProcess

            self._process = RenderProcess()
        return self._process

    def _linked(self, match: re.Match[str], article: Article, addresses: Addresses) -> str:
        found = addresses.resolve(unescape(match[1]), article)
        if found is None:
            return f'<span class="dead-link">{match[2]}</span>'
        heading = f"#{found.heading}" if found.heading else ""
        return f'<a href="app:{escape(found.item + heading)}">{match[2]}</a>'

    def _pictured(self, match: re.Match[str], article: Article) -> str:
        if image_path(self._packs[pack_of(article.id)], article, unescape(match[1])):
            return match[0]
        return f'<span class="missing-image">{match[2]}</span>'


def image_path(pack: OpenPack, article: Article, name: str) -> str:
    """The path of an image in the pack, sought beside the article and in the usual folders; empty when missing."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    starts = [PurePosixPath(folder) for folder in _IMAGE_FOLDERS]
    if not name.startswith("/"):
        own = PurePosixPath(article.path)
        starts[:0] = [own.parent, own.with_suffix("")]
    for start in starts:
        place = list(start.parts)
        for part in parts:
            if part == "..":
                place = place[:-1]
            else:
                place.append(part)
        path = "/".join(place)
        if path in pack.tree.stamps:
            return path
    return ""
