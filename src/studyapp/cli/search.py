"""``studyapp search``: find words in articles, cards, practice questions, comparison cells and the glossary."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from studyapp.catalog.search_query import KINDS
from studyapp.cli.opening import opened_desks
from studyapp.cli.outcome import FINE, FOUND, Cannot, count, plain

if TYPE_CHECKING:
    from studyapp.catalog.search_entry import Hit


def add(subparsers: Any) -> None:
    """Describe the command to the parser."""
    parser = subparsers.add_parser(
        "search",
        help="find words in articles, cards, questions and the glossary",
        description="Find words in articles, cards, practice questions, comparison cells, the glossary and notes."
        " Questions held back for mock exams are not found before they were used up. Put a query with minus words or"
        " phrases into quotation marks of the shell: '\"Product Goal\" -nexus'. Filters: in:articles (or cards,"
        " questions, comparisons, glossary, notes), tag:value, topic:events, role:PO; a minus before one leaves out.",
        epilog="Exit codes: 0 there are hits, 1 there are none, 2 cannot search.",
    )
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words; the last one may be unfinished")
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many hits (20)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(args: argparse.Namespace) -> int:
    """Print the hits; 0 when there are some, 1 when there are none."""
    query = " ".join(args.query)
    if not query.strip():
        raise Cannot("there is nothing to search for; name at least one word")
    with opened_desks(args, read_only=True) as desks:
        answer = desks.search.search(query, args.limit)
    if answer.unknown:
        raise Cannot(f"nothing is called in:{answer.unknown[0]}; there are {', '.join(KINDS)}")
    hits = answer.hits
    if args.json:
        meant = {"meant": answer.meant} if answer.meant else {}
        document = {"query": query, **meant, "hits": [_document(hit) for hit in hits]}
        print(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        if answer.meant:
            print(plain(f"nothing found for {query}; this is for {answer.meant}"))
        print("\n".join(map(_lines, hits)) if hits else plain(f"nothing found for {query}"))
    return FINE if hits else FOUND


def _document(hit: "Hit") -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "address": hit.address,
        "title": hit.title,
        "snippet": hit.snippet,
        "score": round(hit.score, 3),
    }


def _lines(hit: "Hit") -> str:
    snippet = " ".join(plain(hit.snippet).split())
    return plain(f"{hit.kind}: {hit.title}\n  {hit.address}") + (f"\n  {snippet}" if snippet else "")
