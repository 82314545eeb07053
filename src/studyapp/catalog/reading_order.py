"""The articles of the open packs in the order a reader meets them, and the topics that group them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Final

from studyapp.catalog.article import Article
from studyapp.catalog.pack import Topic
from studyapp.catalog.slug import clean, slug_of
from studyapp.ids import ItemId, item_id, pack_of

_LAST: Final = 1_000_000_000
"""Hugo puts what has no weight after what has one."""


def topics_of(title: str, given: Sequence[Topic], articles: Iterable[Article]) -> tuple[Topic, ...]:
    """The topics of one pack: those it names, then each further folder; ``title`` names the pack's own root."""
    known = {topic.name for topic in given}
    titles: dict[str, str] = {}
    weights: dict[str, int] = {}
    for article in articles:
        if article.topic in known:
            continue
        if _is_index(article):
            titles[article.topic] = article.title if article.topic else title
            weights[article.topic] = article.weight
        elif article.topic not in titles:
            titles[article.topic] = _title_of(article.topic) or title
    further = sorted(titles, key=lambda name: _by_weight(name, weights))
    return (*given, *(Topic(name, titles[name]) for name in further))


def ordered(articles: Iterable[Article], topics: Sequence[Topic]) -> dict[ItemId, Article]:
    """By topic, weight and title; drafts and sections without a text of their own are left out.

    An article whose name is taken gets one from its path, so that none is lost.
    """
    place = {topic.name: index for index, topic in enumerate(topics)}
    shown = [
        article for article in articles if not article.draft and (article.minutes or not _is_index(article))
    ]
    shown.sort(
        key=lambda a: (place[a.topic], not _is_index(a), a.weight or _LAST, a.title.casefold(), a.path)
    )
    found: dict[ItemId, Article] = {}
    for article in shown:
        own = next(each for each in _ids_for(article) if each not in found)
        found[own] = article if own == article.id else replace(article, id=own)
    return found


def _ids_for(article: Article) -> Iterator[ItemId]:
    """The article's own name, then one after its path, after its path with the ending, and after every letter of it."""
    yield article.id
    pack, path = pack_of(article.id), PurePosixPath(article.path)
    name = "/".join(map(slug_of, path.with_suffix("").parts))
    yield item_id(pack, "article", name)
    yield item_id(pack, "article", f"{name}-{slug_of(path.suffix)}")
    digest = blake2b(article.path.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    yield item_id(pack, "article", f"{name}-{digest}")


def _is_index(article: Article) -> bool:
    return article.path.rpartition("/")[2].startswith("_index.")


def _title_of(folder: str) -> str:
    words = clean(folder.rpartition("/")[2].replace("-", " ").replace("_", " "))
    return words[:1].upper() + words[1:]


def _by_weight(name: str, weights: dict[str, int]) -> list[tuple[int, str]]:
    """Each folder above by its weight, so that sections stay beside their own."""
    parts = name.split("/") if name else []
    above = ("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    return [(weights.get(folder) or _LAST, folder) for folder in above]
