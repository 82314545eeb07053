"""An address as the pages hand it on: an article, a heading in it, and the sentence to mark there."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from studyapp.catalog.proof import Proof

SCHEME = "studyapp:"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article: ``studyapp:article?quote=sentence#heading`` as text.

    ``article`` is whatever the catalog can resolve (identifier, slug, alias); heading and quote may be empty.
    """

    article: str
    heading: str = ""
    quote: str = ""

    def __str__(self) -> str:
        query = f"?quote={quote(self.quote, safe='')}" if self.quote else ""
        fragment = f"#{quote(self.heading)}" if self.heading else ""
        return f"{SCHEME}{self.article}{query}{fragment}"

    @property
    def target(self) -> str:
        """What the catalog resolves: the article and its heading."""
        return f"{self.article}#{self.heading}" if self.heading else self.article


def place_of(proof: Proof) -> Place:
    """The place where a proof stands."""
    return Place(proof.article, proof.heading, proof.quote)


def read_place(address: str) -> Place:
    """Take an address apart; the scheme may be missing, and ``app:`` serves as well."""
    path = address.removeprefix(SCHEME).removeprefix("app:")
    path, _, heading = path.partition("#")
    path, _, query = path.partition("?")
    quotes = [part.removeprefix("quote=") for part in query.split("&") if part.startswith("quote=")]
    return Place(unquote(path), unquote(heading), unquote(quotes[0]) if quotes else "")
