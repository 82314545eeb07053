"""Turns a wish into queries of the engine, and what the engine found into hits."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, repeat, takewhile
from typing import Any, Final

from studyapp.catalog.search_entry import Hit
from studyapp.catalog.search_order import Found, Order, bare_title, other_wordings
from studyapp.catalog.search_query import Filter, Group, Wish, Words, kind_named, words_of
from studyapp.catalog.search_scope import Reach, Scope
from studyapp.catalog.search_slips import SHORTEST, nearest, slips_allowed

POOL: Final = 60
"""So many hits of the engine are put into order."""

FEW: Final = 3
"""With fewer hits for all words, hits for some of them follow."""

HITS_AN_ARTICLE: Final = 3
"""So many passages of one article at most, so that others are seen as well."""

_ALIKE: Final = 2
_COMPLETIONS: Final = 8
_SHORTEST_STUB: Final = 3
_WIDER: Final = 0.7
_SNIPPET: Final = 180
_SIGNS: Final = 4
"""Of a longer row of signs around a snippet the nearest are shown."""
_SPOKEN_KINDS: Final = ("card", "question", "term", "note")

Stems = Callable[[Words], list[str]]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How words are taken: ``begun`` for beginnings; ``forgiving`` any of them, with slips.

    ``brief`` takes the commonest ends of a beginning alone, which is much swifter and enough where there are many hits.
    """

    begun: frozenset[str] = frozenset()
    forgiving: bool = False
    brief: bool = False


_STRICT: Final = _Manner()


class Asking:
    """One state of an index, asked. ``engine`` is the library, handed in by its one door."""

    def __init__(self, engine: Any, index: Any, stems: Stems, scope: Scope) -> None:
        self._t, self._scope, self._stems = engine, scope, stems
        self._schema, self._searcher = index.schema, index.searcher()

    def hits(self, wish: Wish, limit: int, each: int, *, loosely: bool = False) -> tuple[Hit, ...]:
        """The best hits for all of the wish, ``each`` kind so often; ``loosely`` for any of its words."""
        manner = _Manner(self._begun(wish), loosely, brief=True)
        pool = max(POOL, limit * 2)
        query = self._whole(wish, manner)
        found = list(self._searcher.search(query, pool, count=False).hits)
        if len(found) < pool and manner.begun:
            query = self._whole(wish, replace(manner, brief=False))
            found = list(self._searcher.search(query, pool, count=False).hits)
        if len(found) < FEW and len(wish.groups) > 2 and not loosely:
            found += self._wider(wish, found) if found else []
        return tuple(self._shown(found, query, wish, limit, each))

    def _wider(self, wish: Wish, found: list[Any]) -> list[Any]:
        """Hits for some of the words, below those for all."""
        query = self._whole(wish, _Manner(self._begun(wish), forgiving=True))
        wider = self._searcher.search(query, POOL, count=False).hits
        have = {str(place) for _, place in found}
        scale = _WIDER * found[0][0] / wider[0][0] if wider and wider[0][0] > 0 else 0.0
        return [(score * scale, place) for score, place in wider if str(place) not in have]

    def mended(self, wish: Wish) -> dict[str, str]:
        """For each word that stands nowhere, the word most likely meant."""
        loose = [word for group in wish.groups for word in group.words]
        last = _unfinished(wish)
        found = {}
        for word in dict.fromkeys([*loose, *(word for words in wish.phrases for word in words)]):
            if len(word) >= SHORTEST and not self._known(word) and not self._begins_some(word):
                found[word] = self._nearest(word, unfinished=word == last)
        return {word: other for word, other in found.items() if other and other != word}

    def _begun(self, wish: Wish) -> frozenset[str]:
        """The words that are taken for beginnings: the last while it is typed, and those that are no words."""
        words = [word for group in wish.groups for word in group.words]
        stubs = (word for word in words if len(word) >= _SHORTEST_STUB and not self._known(word))
        return frozenset((*filter(None, (_unfinished(wish),)), *stubs))

    def _known(self, word: str) -> bool:
        return bool(self._searcher.doc_freq("words", word)) or any(
            self._searcher.doc_freq("body", stem) or self._searcher.doc_freq("title", stem)
            for stem in self._stems((word,))
        )

    def _begins_some(self, word: str) -> bool:
        return bool(self._searcher.terms_with_prefix("words", word, limit=1))

    def _nearest(self, word: str, *, unfinished: bool) -> str:
        slips = slips_allowed(word)
        for prefix in (False, True) if unfinished else (False,):
            query = self._near(word, slips, prefix=prefix)
            texts = (
                f"{document['title'][0]} {document['title'][0]} {document['body'][0]}"
                for document in (
                    self._searcher.doc(place)
                    for _, place in self._searcher.search(query, POOL, count=False).hits
                )
            )
            written = [own for text in texts for own in words_of(text)]
            meant = nearest(word, chain(written, self._spoken_like(word)), unfinished=prefix)
            if meant:
                return meant
        return ""

    def _spoken_like(self, word: str) -> Iterator[str]:
        """Words of names, of about this length and beginning alike; each counts as much as a common word."""
        alike = (
            own for own in self._scope.spoken if own[0] == word[0] and abs(len(own) - len(word)) <= _ALIKE
        )
        return chain.from_iterable(repeat(own, POOL) for own in alike)

    def _near(self, word: str, slips: int, *, prefix: bool) -> Any:
        query = self._t.Query
        return self._any(
            query.boost_query(
                query.fuzzy_term_query(self._schema, field, word, distance=slips, prefix=prefix), boost
            )
            for field, boost in (("title_words", 3.0), ("words", 1.0))
        )

    # -- queries

    def _whole(self, wish: Wish, manner: _Manner) -> Any:
        query, occur = self._t.Query, self._t.Occur
        how = occur.Should if manner.forgiving else occur.Must
        groups = [(how, self._group(group, manner)) for group in wish.groups]
        words = query.boolean_query([*groups, *((occur.Should, lift) for lift in self._lifts(wish))])
        optional = manner.forgiving and wish.phrases
        parts = [(occur.Should if optional else occur.Must, words if groups else query.all_query())]
        parts += [(occur.Must, self._phrase(words, 2.0)) for words in wish.phrases]
        parts += [(occur.MustNot, self._unwanted(words)) for words in wish.without]
        parts += [
            (occur.MustNot if each.but else occur.Must, query.const_score_query(self._filter(each), 0.0))
            for each in wish.filters
        ]
        return query.boolean_query(parts)

    def _lifts(self, wish: Wish) -> Iterator[Any]:
        """What lifts a hit: the very title or its beginning, or the words side by side."""
        query = self._t.Query
        telling = tuple(word for group in wish.groups for word in group.words)
        for words in dict.fromkeys((*map(bare_title, (wish.words, telling)), *other_wordings(wish))):
            yield query.boost_query(query.term_query(self._schema, "exact", " ".join(words)), 12.0)
        start = " ".join(bare_title(telling))
        if len(start) > 1:
            begins = query.fuzzy_term_query(self._schema, "exact", start, distance=0, prefix=True)
            yield query.boost_query(begins, 4.0)
        stems = self._stems(wish.words)
        if len(stems) > 1:
            for field, boost in (("title", 6.0), ("body", 2.0)):
                yield query.boost_query(query.phrase_query(self._schema, field, stems), boost)

    def _group(self, group: Group, manner: _Manner) -> Any:
        options = [self._words(group.words, manner)]
        options += [self._t.Query.boost_query(self._words(other, _STRICT), 0.6) for other in group.others]
        return self._t.Query.disjunction_max_query(options, 0.1) if len(options) > 1 else options[0]

    def _words(self, words: Words, manner: _Manner) -> Any:
        must = self._t.Occur.Must
        parts = [(must, self._word(word, manner)) for word in words]
        stems = self._stems(words)
        if len(words) == 1 or len(stems) < 2:
            return parts[0][1]
        phrases = [(self._t.Occur.Should, self._t.Query.phrase_query(self._schema, field, stems))
                   for field in ("title", "body")]  # fmt: skip
        return self._t.Query.boolean_query(parts + phrases)

    def _word(self, word: str, manner: _Manner) -> Any:
        query = self._t.Query
        begun = word in manner.begun
        options = [self._term(stem, 1.0) for stem in self._stems((word,)) or [word]]
        if begun:
            options += self._completed(word, brief=manner.brief)
        if manner.forgiving and slips_allowed(word):
            options.append(query.boost_query(self._near(word, slips_allowed(word), prefix=begun), 0.5))
        return self._any(options)

    def _term(self, stem: str, boost: float) -> Any:
        query = self._t.Query
        return self._any(
            query.boost_query(query.term_query(self._schema, field, stem), boost * weight)
            for field, weight in (("title", 4.0), ("context", 1.0), ("body", 1.0))
        )

    def _completed(self, word: str, *, brief: bool) -> Iterator[Any]:
        """The commonest words that begin so, weighed as words are; the rarer ones, left out in brief, all the same."""
        query = self._t.Query
        terms = [
            term
            for field in (
                ("title_words",) if brief and len(word) < _SHORTEST_STUB else ("title_words", "words")
            )
            for term, _ in self._searcher.terms_with_prefix(field, word, limit=_COMPLETIONS)
        ]
        stems = dict.fromkeys(stem for term in terms for stem in self._stems((term,)))
        yield query.disjunction_max_query([self._term(stem, 0.8) for stem in stems] or [query.empty_query()])
        if brief:
            return
        for field, boost in (("title_words", 0.5), ("words", 0.2)):
            prefix = query.fuzzy_term_query(self._schema, field, word, distance=0, prefix=True)
            yield query.boost_query(prefix, boost)

    def _unwanted(self, words: Words) -> Any:
        stems = self._stems(words)
        return self._term(stems[0], 1.0) if len(words) == len(stems) == 1 else self._phrase(words, 1.0)

    def _phrase(self, words: Words, boost: float) -> Any:
        """The words side by side; one word alone exactly as it was typed."""
        query, stems = self._t.Query, self._stems(words)
        if len(words) == 1 or len(stems) < 2:
            found = [
                query.boost_query(query.term_query(self._schema, field, words[0]), lift)
                for field, lift in (("title_words", 4.0), ("words", 1.0))
            ]
        else:
            found = [
                query.boost_query(query.phrase_query(self._schema, field, stems), lift)
                for field, lift in (("title", 4.0), ("context", 1.0), ("body", 1.0))
            ]
        return query.boost_query(self._any(found), boost)

    def _filter(self, wanted: Filter) -> Any:
        query = self._t.Query
        if wanted.name == "in":
            return query.term_query(self._schema, "kind", kind_named(wanted.words))
        reach = self._scope.of(wanted)
        found = []
        if reach.values:
            found.append(query.term_set_query(self._schema, wanted.name, list(reach.values)))
        if reach.articles:
            found.append(self._resting(reach))
        if reach.spoken:
            kinds = query.term_set_query(self._schema, "kind", list(_SPOKEN_KINDS))
            said = self._any(self._phrase(words, 1.0) for words in reach.spoken)
            found.append(query.boolean_query([(self._t.Occur.Must, kinds), (self._t.Occur.Must, said)]))
        return self._any(found) if found else query.empty_query()

    def _resting(self, reach: Reach) -> Any:
        """Whatever rests on the articles; where names must be spoken, the articles alone."""
        query = self._t.Query
        resting = query.term_set_query(self._schema, "rests", list(reach.articles))
        if not reach.spoken:
            return resting
        articles = query.term_query(self._schema, "kind", "article")
        return query.boolean_query([(self._t.Occur.Must, resting), (self._t.Occur.Must, articles)])

    def _any(self, queries: Any) -> Any:
        return self._t.Query.boolean_query([(self._t.Occur.Should, query) for query in queries])

    # -- hits

    def _shown(self, found: list[Any], query: Any, wish: Wish, limit: int, each: int) -> Iterator[Hit]:
        maker = self._t.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        maker.set_max_num_chars(_SNIPPET)
        order = Order(wish, self._stems, self._begun(wish))
        best = found[0][0] if found else 0.0
        weighed = []
        for at, (score, place) in enumerate(found):
            document = self._searcher.doc(place)
            own = Found(_kept(document, "kind"), _kept(document, "title"), _kept(document, "context"), score)
            weighed.append((-order.weight(own, best), at, document))
        weighed.sort(key=lambda each: each[:2])
        seen: Counter[str] = Counter()
        for weight, _, document in weighed:
            kind, address = _kept(document, "kind"), _kept(document, "address")
            item = f"{kind} {address.partition('#')[0]}"
            if seen[item] >= HITS_AN_ARTICLE or seen[kind] >= each:
                continue
            if limit <= 0:
                return
            seen.update((item, kind))
            limit -= 1
            yield _hit(document, address, maker.snippet_from_doc(document), -weight)


def _unfinished(wish: Wish) -> str:
    return wish.groups[-1].words[-1] if wish.groups and wish.groups[-1].unfinished else ""


def _hit(document: Any, address: str, found: Any, weight: float) -> Hit:
    own, context = _kept(document, "title"), _kept(document, "context")
    snippet, marks = _snippet(found, _kept(document, "body"))
    title = f"{context} › {own}" if context and context != own else own
    return Hit(_kept(document, "kind"), address, title, snippet, weight, marks, _kept(document, "quote"))


def _kept(document: Any, field: str) -> str:
    return str((document[field] or [""])[0])


def _snippet(found: Any, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The fragment with its marks in characters (the engine counts bytes); the beginning when nothing is marked."""
    fragment = str(found.fragment())
    if not fragment:
        return (body if len(body) <= _SNIPPET else body[:_SNIPPET].rsplit(" ", 1)[0] + " …"), ()
    data = fragment.encode("utf-8")
    before, after = _signs_around(fragment, body)
    marks = tuple(
        (
            len(before) + len(data[: mark.start].decode("utf-8", "ignore")),
            len(before) + len(data[: mark.end].decode("utf-8", "ignore")),
        )
        for mark in found.highlighted()
    )
    return before + fragment + after, marks


def _signs_around(fragment: str, body: str) -> tuple[str, str]:
    """The brackets and stops that stand against a fragment, which the engine cuts at its first and last letter."""
    begin = body.find(fragment)
    if begin < 0:
        return "", ""
    end = begin + len(fragment)
    before = takewhile(_is_sign, reversed(body[max(0, begin - _SIGNS) : begin]))
    return "".join(before)[::-1], "".join(takewhile(_is_sign, body[end : end + _SIGNS]))


def _is_sign(letter: str) -> bool:
    return not (letter.isalnum() or letter.isspace())
