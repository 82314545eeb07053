"""The words that prove a cell, with the link to their passage."""

from html import escape

from studyapp.study.comparison_desk import CellView


def quotation(view: CellView) -> str:
    """The quote and where it stands, as HTML of ours; its one link has no meaning but to be followed."""
    proof = view.cell.proof
    quote = f"“{escape(proof.quote)}” " if proof else ""
    place = " › ".join(filter(None, (view.article, view.heading)))
    return f'{quote}<a href="app:passage">Read the passage → {escape(place)}</a>' if place else quote
