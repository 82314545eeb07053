"""A pack of articles with a natural spread of words, 6 kB each, the same every time: ``… large_pack FOLDER [COUNT]``."""

import random
import sys
from itertools import accumulate
from pathlib import Path

from tests.tools.hugo_tree import WORDS

ARTICLES = 10_000
CHARACTERS = 6_000
_RARE = 30_000
_SYLLABLES = (
    "ba be bri ca cor da del di en fa fer gra ha in jo ka lan le li ma men mi na ne nor o pa per pla qui ra re ri ro"
    " sa sen si ta ter ti to tra u va ven vi wa xi yo za"
).split()


def write_large_pack(root: Path, count: int = ARTICLES, seed: int = 5) -> Path:
    """Write so many articles into topics of two hundred. The first articles are the same whatever the count."""
    words = Words(random.Random(seed))
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        folder = root / f"topic-{number // 200:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"page-{number}.md").write_text(_page(number, words, dice), encoding="utf-8")
    return root


class Words:
    """Words as often as a language has them: few very often, most of them hardly ever (Zipf's law)."""

    def __init__(self, dice: random.Random) -> None:
        rare = ("".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(_RARE))
        self._all = [*"the of and to a in is that for it as with on by be".split(), *WORDS, *rare]
        self._often = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._all))))

    def some(self, dice: random.Random, count: int) -> str:
        """So many words."""
        return " ".join(dice.choices(self._all, cum_weights=self._often, k=count))


def _page(number: int, words: Words, dice: random.Random) -> str:
    title = f"{words.some(dice, 4).capitalize()} {number}"
    tags = ", ".join(dice.sample(WORDS, 3))
    parts = [
        f"---\ntitle: '{title}'\ndescription: {words.some(dice, 12)}\ntags: [{tags}]\nweight: {number % 50}\n---\n"
    ]
    length = 0
    while length < CHARACTERS:
        part = f"{words.some(dice, 25)}. **{words.some(dice, 2)}** {words.some(dice, 30)}."
        heading = f"## {words.some(dice, 3).capitalize()}\n\n" if len(parts) % 3 == 1 else ""
        parts.append(f"{heading}{part}\n")
        length += len(parts[-1])
    return "\n".join(parts)


if __name__ == "__main__":
    write_large_pack(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else ARTICLES)
