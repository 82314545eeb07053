"""Cards, questions, terms and comparisons as HTML, as plain as that of an article."""

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.catalog.card import Card
    from studyapp.catalog.catalog import Catalog
    from studyapp.catalog.comparison import Cell, Comparison
    from studyapp.catalog.proof import Proof
    from studyapp.catalog.question import Option, Question
    from studyapp.catalog.term import Term


def card_html(card: "Card", catalog: "Catalog") -> str:
    """Front, back, reason and proof."""
    return _lines(*_blocks(catalog, card.front, card.back, card.why), _proof(card.proof))


def question_html(question: "Question", catalog: "Catalog") -> str:
    """The question with its options, which of them are right and why, and its proof."""
    options = [
        f'<li class="{"right" if option.right else "wrong"}">{catalog.inline(option.text)}\n'
        f"{_lines(*_blocks(catalog, option.reason), _own_proof(option, question))}</li>"
        for option in question.options
    ]
    told = ["<ul>", *options, "</ul>"] if options else []
    return _lines(
        *_blocks(catalog, question.stem),
        *told,
        *_blocks(catalog, question.model_answer),
        _proof(question.proof),
    )


def term_html(term: "Term", catalog: "Catalog") -> str:
    """A term, its other names, what it means, and its proof."""
    names = "".join(f"<dt>{escape(name)}</dt>" for name in (term.term, *term.synonyms, *term.old_names))
    return _lines(f"<dl>{names}<dd>{catalog.inline(term.definition)}</dd></dl>", _proof(term.proof))


def comparison_html(table: "Comparison", catalog: "Catalog") -> str:
    """The whole table; what sort of statement a cell makes is its class."""
    heads = "".join(f"<th>{escape(column.title)}</th>" for column in table.columns)
    rows = [
        f"<tr><th>{escape(row.title)}</th>"
        + "".join(f'<td class="{cell.kind}">{catalog.inline(cell.text)}</td>' for cell in row.cells)
        + "</tr>"
        for row in table.rows
    ]
    return _lines(
        "<table>",
        f"<caption>{escape(table.title)}</caption>",
        f"<tr><td></td>{heads}</tr>",
        *rows,
        "</table>",
    )


def cell_html(cell: "Cell", catalog: "Catalog") -> str:
    """A cell and its proof."""
    return _lines(*_blocks(catalog, cell.text), _proof(cell.proof) if cell.proof else "")


def _blocks(catalog: "Catalog", *texts: str) -> list[str]:
    return [f"<div>{catalog.inline(text)}</div>" for text in texts if text]


def _own_proof(option: "Option", question: "Question") -> str:
    """Nothing where the option rests on what settles the question."""
    return _proof(option.proof) if option.proof != question.proof else ""


def _proof(proof: "Proof") -> str:
    where = f"{proof.article}#{proof.heading}" if proof.heading else proof.article
    return (
        f'<blockquote cite="studyapp:{escape(where)}">{escape(proof.quote)}</blockquote>'
        if proof.quote
        else ""
    )


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
