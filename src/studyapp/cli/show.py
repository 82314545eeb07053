"""``studyapp show``: one item on the terminal."""

import argparse
import re
import textwrap
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from studyapp.cli import as_html
from studyapp.cli.opening import opened_desks, typed
from studyapp.cli.outcome import FINE, Cannot, harmless, plain
from studyapp.cli.readable import WIDTH, readable, readable_line
from studyapp.ids import ItemId

if TYPE_CHECKING:
    from studyapp.catalog.card import Card
    from studyapp.catalog.catalog import Catalog
    from studyapp.catalog.comparison import Comparison
    from studyapp.catalog.disagreement import Disagreement
    from studyapp.catalog.proof import Proof
    from studyapp.catalog.question import Question
    from studyapp.catalog.term import Term
    from studyapp.study.desks import Desks


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "show",
        help="print an article, card, question, comparison or term",
        description="Print an article (by slug, alias, file or slug#heading), a card, question, comparison, cell or"
        " term. A question held back for mock exams is refused until it was used up.",
        epilog="Exit codes: 0 shown, 2 there is no such item, or it is held back.",
    )
    parser.add_argument(
        "address", metavar="ADDRESS", help="what to show, as search prints it or by its name alone"
    )
    parser.add_argument("--html", action="store_true", help="print it as HTML")


def run(args: argparse.Namespace) -> int:
    """Print the item; 2 when there is none or when it is held back."""
    with opened_desks(args, read_only=True) as desks:
        shown = _shown(args.address, desks, args.html)
    print(harmless(shown) if args.html else plain(shown))
    return FINE


def _shown(address: str, desks: "Desks", html: bool) -> str:
    catalog = desks.library.catalog
    if not address.strip():
        raise Cannot(f"there is no address; {typed('search', desks.folder)} finds some")
    found = catalog.find(address.removeprefix("studyapp:"))
    if found is None:
        finding = typed("search", desks.folder)
        raise Cannot(f"nothing answers to {plain(address)}; {finding} finds addresses")
    item = found.item
    if item in catalog.articles():
        return _article(item, found.heading, catalog, html)
    if (question := catalog.questions().get(item)) is not None:
        return _question(question, desks, html)
    if (card := catalog.cards().get(item)) is not None:
        return as_html.card_html(card, catalog) if html else _card(card, catalog)
    if (term := catalog.terms().get(item)) is not None:
        return as_html.term_html(term, catalog) if html else _term(term, catalog)
    return _comparison(item, catalog, html)


def _article(item: ItemId, heading: str, catalog: "Catalog", html: bool) -> str:
    rendered = catalog.rendered(item)
    begin, end = _section(rendered.html, heading)
    if begin < 0:
        raise Cannot(f"{item} has no heading {plain(heading)}")
    if html:
        return rendered.html[begin:end]
    passage = readable(rendered.html, heading if begin else "")
    title = _wrapped(catalog.article(item).title)
    return plain("\n".join([title, "=" * max(map(len, title.split("\n"))), "", passage]))


def _section(html: str, heading: str) -> tuple[int, int]:
    """Where a section begins and ends, its own subsections with it; -1 when there is none.

    A first heading that only repeated the title is not there any more: it stands for the whole article.
    """
    name = re.escape(escape(heading))
    begin = re.search(rf'<h([1-6]) id="{name}"', html)
    if not begin:
        return (0 if not heading or f'<a name="{escape(heading)}"' in html else -1), len(html)
    end = re.compile(rf"<h[1-{begin[1]}]\b").search(html, begin.end())
    return begin.start(), end.start() if end else len(html)


def _question(question: "Question", desks: "Desks", html: bool) -> str:
    from studyapp.catalog.question import Pool

    if question.pool is Pool.HELD_BACK and question.id not in desks.exams.used_up():
        raise Cannot(f"{question.id} is held back for mock exams and was not used up yet")
    catalog = desks.library.catalog
    if html:
        return as_html.question_html(question, catalog)
    lines = [_text(question.stem, catalog), ""]
    for option in question.options:
        mark = "+ " if option.right else "- "
        lines.append(textwrap.indent(_text(option.text, catalog), "  ").replace("  ", mark, 1))
        lines.append(textwrap.indent(_text(option.reason, catalog), "    "))
        if option.proof != question.proof:
            lines.append(textwrap.indent(_proof(option.proof), "    "))
    if question.model_answer:
        lines.append(_text(question.model_answer, catalog))
    return plain("\n".join([*lines, "", _proof(question.proof)]))


def _card(card: "Card", catalog: "Catalog") -> str:
    sides = [_text(text, catalog) for text in (card.front, card.back, card.why) if text]
    return plain("\n\n".join([*sides, _proof(card.proof)]))


def _term(term: "Term", catalog: "Catalog") -> str:
    names = ", ".join((*term.synonyms, *term.old_names))
    head = f"{term.term} ({names})" if names else term.term
    return plain("\n\n".join([_wrapped(head), _text(term.definition, catalog), _proof(term.proof)]))


def _comparison(item: ItemId, catalog: "Catalog", html: bool) -> str:
    tables = catalog.comparisons()
    if item in tables:
        table = tables[item]
        return as_html.comparison_html(table, catalog) if html else plain(_table(table, catalog))
    for table in tables.values():
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell.id == item and html:
                    return as_html.cell_html(cell, catalog)
                if cell.id == item:
                    proof = ["", _proof(cell.proof)] if cell.proof else []
                    head = f"{row.title} · {column.title} ({cell.kind})"
                    disputes = (line for each in cell.disagreements for line in _dispute(each))
                    return plain("\n".join([head, "", _text(cell.text, catalog), *proof, *disputes]))
    raise Cannot(f"nothing answers to {plain(item)}")


def _table(table: "Comparison", catalog: "Catalog") -> str:
    lines = [table.title, "=" * len(table.title)]
    for row in table.rows:
        lines += ["", row.title]
        for column, cell in zip(table.columns, row.cells, strict=True):
            text = readable_line(catalog.inline(cell.text)) if cell.text else "–"
            lines.append(_indented(f"{column.title}: {text} ({cell.kind})"))
    return "\n".join(lines)


def _dispute(each: "Disagreement") -> Iterator[str]:
    yield ""
    yield _wrapped(f"Said elsewhere ({each.by}): {each.claim}")
    cited = ", ".join(filter(None, (each.source.document, each.source.section)))
    yield _wrapped(f"{cited}: {each.says}" if cited else each.says)
    yield _wrapped(f"For the exam: {each.exam}")


def _proof(proof: "Proof") -> str:
    heading = f"#{proof.heading}" if proof.heading else ""
    return _wrapped(f"“{proof.quote}” – {proof.article}{heading}")


def _text(markdown: str, catalog: "Catalog") -> str:
    """A short text of Markdown, laid out."""
    return readable(catalog.inline(markdown))


def _wrapped(text: str, margin: str = "") -> str:
    """A paragraph within the width; an address in it stays whole, so that it can be copied."""
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _indented(text: str) -> str:
    return _wrapped(text, "    ")
