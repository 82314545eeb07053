"""Where a hit leads: the address of an item by its identifier."""

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.proof import Proof
from studyapp.catalog.question import QuestionKind
from studyapp.ids import ItemId, kind_of
from studyapp.ui.address import article_address, page_address


def address_of(catalog: Catalog, found: str, snippet: str = "") -> str:
    """The address to open for what was found; empty when it is there no longer.

    An article opens at the passage that the snippet shows; a cell opens its table; a question is asked, as is a card
    without a proof; whatever else has a proof opens there, as does a question that nobody can mark but the learner.
    """
    name, _, heading = found.partition("#")
    item = ItemId(name)
    match kind_of(item):
        case "article":
            return (
                article_address(item, heading, snippet.removesuffix(" …"))
                if item in catalog.articles()
                else ""
            )
        case "cell":
            return page_address("compare", cell=item)
        case "card" if item in catalog.cards():
            proof = catalog.cards()[item].proof
            return _passage(proof) if proof.given else page_address("cards", scope=f"card:{item}")
        case "question" if item in catalog.questions():
            question = catalog.questions()[item]
            if question.kind is QuestionKind.FREE_TEXT:
                return _passage(question.proof)
            return page_address("exam", practice=f"question:{item}")
        case "term" if item in catalog.terms():
            return _passage(catalog.terms()[item].proof)
    return ""


def _passage(proof: Proof) -> str:
    return article_address(proof.article, proof.heading, proof.quote)
