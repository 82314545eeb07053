"""The next card, its sides and a durable answer on a long log, beside Anki's engine doing the same; nothing is painted.

Both sides commit to a write-ahead log with ``synchronous=FULL``, both use FSRS, both have rendered question and answer of the
next card when the clock stops. Ours does what the window does: while the learner thinks it looks up what the next card needs
(not measured). Anki's engine lives in an environment of its own (`packaging/set_up.sh bench` makes it when it can).
"""

import gc
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path

from studyapp.catalog.cache import Cache
from studyapp.catalog.renderings import Renderings
from studyapp.learning.rating import Rating
from studyapp.study.review_desk import ReviewDesk, Scope
from studyapp.study.settings_desk import SettingsDesk
from tests.bench.bench_answer import TODAY, milliseconds
from tests.bench.measure import Bench, Side, standing
from tests.tools.clock import Clock
from tests.tools.many_cards import kept_profile, many_cards, opened

CARDS, ENTRIES = 100_000, 1_000_000
ENGINE = Path(".venv-anki/bin/python")
SIDE = Path(__file__).parent / "sides" / "anki_engine.py"


def benches(folder: Path) -> Iterator[Bench]:
    if not _installed():
        print(f"Anki's engine is not installed ({ENGINE}), so the answers beside it are skipped.")
        return
    long = kept_profile(folder.parent, CARDS, ENTRIES)
    name = f"answer, next card beside Anki: {CARDS:,} cards"
    with (
        answering(long, folder / "cache.db") as ours,
        standing(str(ENGINE), str(SIDE), str(folder), str(CARDS), str(ENTRIES)) as anki,
    ):
        yield Bench(name, ours, anki, limit=1, rounds=300)
        yield Bench("the slowest of a hundred of them", ours, anki, limit=1, rounds=300, share=0.99)


@contextmanager
def answering(folder: Path, cache: Path) -> Iterator[Side]:
    """Rates the card on the desk and has both sides of the next one; texts were rendered before, as they are kept."""
    clock, books = Clock(TODAY), many_cards(CARDS)
    kept = Cache(cache)
    texts = (text for card in books.catalog.cards().values() for text in (card.front, card.back))
    kept.keep_inlined((_key(text), f"<p>{text}</p>") for text in texts)
    with opened(folder, clock) as profile:
        settings, renderings = SettingsDesk(profile.ledger), Renderings({}, kept)
        desk = ReviewDesk(books, profile.ledger, profile.ledger.scheduler, settings)
        desk.begin(Scope(ahead=True))
        desk.view()
        gc.freeze()  # as the window does once it stands
        dice = random.Random(7)

        def next_card(rating: Rating) -> None:
            desk.rate(rating, timedelta(seconds=8))
            view = desk.view()
            assert view is not None
            renderings.inline(view.card.front)
            renderings.inline(view.card.back)

        def answer() -> float:
            coming = desk.prepare()
            if coming is not None:
                renderings.inline(coming.front)
                renderings.inline(coming.back)
            clock.tick(seconds=8)
            rating = Rating(dice.choices((1, 2, 3, 4), (8, 7, 75, 10))[0])
            return milliseconds(lambda: next_card(rating))

        yield answer
    kept.close()


def _installed() -> bool:
    asked = (str(ENGINE), "-c", "import anki.collection")
    return ENGINE.exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _key(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
