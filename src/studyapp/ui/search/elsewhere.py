"""Commands of other pages than the one in sight: found by the same words, they lead there and do it."""

from typing import Final

from studyapp.ui.address import page_address, parse
from studyapp.ui.search.commands import fits
from studyapp.ui.search.result import Act, Result

ELSEWHERE: Final = (
    ("Enter the result of a real exam", page_address("progress", enter="result")),
    ("Practise questions from everywhere", page_address("exam", practice="all:")),
    ("Practise your wrong answers", page_address("exam", practice="wrong:")),
    ("SEU log", page_address("exam", seus="log")),
    ("All notes", page_address("read", show="notes")),
    ("Passages without a card", page_address("read", show="bare")),
)
"""As the page itself names each, and the address that does it."""


def elsewhere(query: str, page: str) -> list[Result]:
    """Those of which every word typed begins a word, but for what ``page``, which is in sight, offers itself."""
    wanted = query.casefold().split()
    return [
        Result(Act.GO, address, text, "forward")
        for text, address in ELSEWHERE
        if wanted and fits(text, wanted) and parse(address).page != page
    ]
