"""Opens packs: the way in to everything that content says."""

from collections.abc import Sequence
from pathlib import Path

from studyapp import bundle
from studyapp.catalog.cache import Cache
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.open_pack import OpenPack, open_pack
from studyapp.catalog.problem import Problem
from studyapp.ids import PERSONAL

CACHE_NAME = "catalog.sqlite"


def load(
    roots: Sequence[Path],
    cache: Path | None,
    *,
    language: str = "",
    trusted: Sequence[Path] | None = None,
    own: Path | None = None,
) -> tuple[Catalog, tuple[Problem, ...]]:
    """The packs at ``roots`` and every problem found in reading them.

    ``cache`` is a folder, or None to keep nothing. ``language`` chooses a translation. Text of packs that are not
    ``trusted`` (by default only the bundled one is) is rendered in a process that can be killed. ``own`` is where the
    learner's own cards lie: no pack from elsewhere may bear their id.
    """
    ours = {_resolved(path) for path in (trusted if trusted is not None else (bundle.content_dir(),))}
    prebuilt = bundle.content_dir().parent / PREBUILT_NAME
    store = Cache(cache / CACHE_NAME if cache is not None else None, prebuilt)
    packs: list[OpenPack] = []
    problems: list[Problem] = []
    for root in dict.fromkeys(path.absolute() for path in roots):
        pack, found = open_pack(root, store, language, _resolved(root) in ours)
        problems += found
        if pack is not None:
            if pack.description.id.partition("/")[0] == PERSONAL and (
                own is None or _resolved(root) != _resolved(own)
            ):
                problems.append(_in_the_learners_name(pack))
                continue
            twin = next((other for other in packs if other.description.id == pack.description.id), None)
            if twin is None:
                packs.append(pack)
            else:
                problems.append(_twins(pack, twin))
    return Catalog(packs, store, language), tuple(problems)


PREBUILT_NAME = "catalog-cache.sqlite"
"""The store that a wheel carries beside the bundled pack."""


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links that lead round in a circle
        return path.absolute()


def _in_the_learners_name(pack: OpenPack) -> Problem:
    message = f"the id {pack.description.id!r} is kept for the learner's own cards; this pack is left out"
    hint = "give it another id in pack.yaml (a plain folder's is its name)"
    return Problem(str(pack.tree.root), 1, 1, "pack-id-taken", message, hint)


def _twins(pack: OpenPack, twin: OpenPack) -> Problem:
    message = f"the pack {pack.description.id!r} is open already, from {twin.tree.root}; this one is left out"
    hint = "open only one of them, or give this one another id (a plain folder's is its name)"
    return Problem(str(pack.tree.root), 1, 1, "pack-twice", message, hint)
