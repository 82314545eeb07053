"""Opens folders of other people's Markdown and says what is not as it should be: ``… real_content FOLDER…``.

For each folder: files that do not open, texts that were cut, template syntax on the page, and relative links that have
a target and lead nowhere.
"""

import re
import sys
import time
from html import unescape
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from studyapp.catalog.article import Article
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.ids import ItemId

_CODE = re.compile(r"<(pre|code|kbd|samp|tt)\b[^>]*>.*?</\1>", re.DOTALL)
_RAW = re.compile(
    r"\{\{[<%].{0,60}|\{%.{0,60}|[%>]\}\}|\{\{.{0,60}?\}\}|\{:[^}\n]{0,40}\}|\{[#.][\w-]+\}|^:::.{0,30}|<[a-z]+ [^>]{0,40}"
    r"|[\ue000-\uf8ff]|^\[\^[^\]]+\]: .{0,20}",
    re.MULTILINE,
)
_DEAD = re.compile(r'<a href="app:([^"]*)">')
_TAG = re.compile(r"<[^>]+>")
_SLOW = 3.0


def faults_of(root: Path, cache: Path) -> tuple[int, dict[str, list[str]]]:
    """How many articles there are, and under each kind of fault what was found."""
    found: dict[str, list[str]] = {}
    catalog, problems = load([root], cache)
    for problem in problems:
        found.setdefault(f"problem {problem.code}", []).append(
            f"{problem.path}:{problem.line} {problem.message}"
        )
    for item, article in catalog.articles().items():
        for kind, what in _faults(catalog, item, article, root):
            found.setdefault(kind, []).append(f"{article.path}: {what}")
    count = len(catalog.articles())
    catalog.close()
    return count, found


def _faults(catalog: Catalog, item: ItemId, article: Article, root: Path) -> list[tuple[str, str]]:
    began = time.perf_counter()
    rendered = catalog.rendered(item)
    took = time.perf_counter() - began
    found = [("slow", f"{took:.1f} s")] if took > _SLOW else []
    if 'class="cut"' in rendered.html:
        found.append(("cut", rendered.text[:60]))
    elif not rendered.text.strip() and "<img" not in rendered.html:
        body = catalog.text(item)
        found += [("empty", body[-80:])] if len(body) > 400 else []
    else:
        text = unescape(_TAG.sub("", _CODE.sub("", rendered.html)))
        found += [("raw syntax", match[0]) for match in list(_RAW.finditer(text))[:3]]
    for match in _DEAD.finditer(catalog.unlinked(item).html):
        address = unescape(match[1])
        if catalog.resolve(address, item) is None and _has_target(root, article.path, address):
            found.append(("dead link", address))
    return found


def _has_target(root: Path, path: str, address: str) -> bool:
    """Whether a file of the folder is what a relative address means."""
    place = unquote(re.split(r"[?#]", address)[0])
    if not place or "://" in place:
        return False
    starts = (
        (root,)
        if place.startswith("/")
        else (root / PurePosixPath(path).parent, root / PurePosixPath(path).with_suffix(""))
    )
    endings = ("", ".md", ".markdown", "/index.md", "/_index.md", "/README.md")
    names = [
        start / (place.strip("/").removesuffix(".html") + ending) for start in starts for ending in endings
    ]
    return any(name.is_file() and name.suffix.lower() in (".md", ".markdown") for name in names)


def main() -> None:
    for name in sys.argv[1:]:
        with TemporaryDirectory() as cache:
            count, found = faults_of(Path(name), Path(cache))
        print(f"{name}: {count} articles", flush=True)
        for kind, places in found.items():
            print(f"  {kind}: {len(places)}")
            print("".join(f"    {place[:220]}\n" for place in places[:12]), end="")


if __name__ == "__main__":
    main()
