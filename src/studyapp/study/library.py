"""The packs that are open: the bundled one, those named on the command line, those the learner added."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem
from studyapp.study.change import Change


class Library:
    """Opens packs and remembers which. After a change ``catalog`` is another one.

    ``fixed`` packs are always open; ``added`` ones can be removed again. ``remember`` is told the added ones
    whenever they change, ``remember_language`` the translation. ``own`` is the place of the learner's own cards, open
    as soon as there are any. ``cache`` is a folder, or None to keep nothing.
    """

    def __init__(
        self,
        fixed: Sequence[Path],
        added: Sequence[Path],
        cache: Path | None,
        remember: Callable[[tuple[Path, ...]], None],
        language: str = "",
        *,
        own: Path | None = None,
        remember_language: Callable[[str], None] | None = None,
    ) -> None:
        self._fixed = tuple(fixed)
        self._own = own
        self._added = tuple(added)
        self._cache = cache
        self._remember = remember
        self._language = language
        self._remember_language = remember_language
        self._unopened: tuple[tuple[Path, Problem], ...] = ()
        self._open()

    @property
    def catalog(self) -> Catalog:
        """What the open packs hold."""
        return self._catalog

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files of the open packs."""
        return self._problems

    @property
    def unopened(self) -> tuple[tuple[Path, Problem], ...]:
        """The added places that gave no pack when they were last opened, each with the reason."""
        return self._unopened

    def leave_out(self, roots: Iterable[Path]) -> None:
        """Count these places, which gave no pack, no longer among the added ones."""
        gone = set(roots)
        self._added = tuple(root for root in self._added if root not in gone)

    def forget_unopened(self) -> None:
        """Try the places that gave no pack no more, at this start and at later ones."""
        self.leave_out(root for root, _ in self._unopened)
        self._unopened = ()
        self._remember(self._added)

    @property
    def cache(self) -> Path | None:
        """The folder in which what was made of the content is kept, if any."""
        return self._cache

    @property
    def roots(self) -> tuple[Path, ...]:
        """Every place that is to hold a pack, also those that gave none when they were last opened."""
        own = (self._own,) if self._own is not None and self._own.is_dir() else ()
        return (*self._fixed, *own, *self._added)

    @property
    def own(self) -> Path | None:
        """The place of the learner's own cards, whether there are any or not."""
        return self._own

    @property
    def language(self) -> str:
        """The translation that was chosen; empty for the original."""
        return self._language

    @property
    def added(self) -> tuple[Path, ...]:
        """The packs that the learner added."""
        return self._added

    def read_in(self, language: str) -> Change:
        """Show the packs in a translation, where they have it, or as written (empty), and remember that."""
        if language == self._language:
            return Change.NOTHING
        self._language = language
        if self._remember_language is not None:
            self._remember_language(language)
        return self.reload()

    def add(self, root: Path) -> Change:
        """Open one more pack and remember it. A place without a pack is reported in ``problems``, not kept."""
        root = root.absolute()
        if root in self._added or root in self._fixed:
            return Change.NOTHING
        before = self._added
        self._added = (*before, root)
        self._open()
        if not any(pack.root == root for pack in self._catalog.packs):
            refused = tuple(p for p in self._problems if p.path == str(root))
            self._added = before
            self._open()
            self._problems += refused
            return Change.NOTHING
        self._remember(self._added)
        return Change.CONTENT

    def admit(
        self, root: Path, roots: tuple[Path, ...], catalog: Catalog, problems: tuple[Problem, ...]
    ) -> Change:
        """Open one more pack as ``add`` does, from what was read of ``roots``, it among them, away from the window."""
        if roots != (*self.roots, root) or catalog.language != self._language:
            catalog.close()
            return self.add(root)
        if not any(pack.root == root for pack in catalog.packs):
            catalog.close()
            self._problems += tuple(p for p in problems if p.path == str(root))
            return Change.NOTHING
        catalog.adopt()
        self._added = (*self._added, root)
        self._show(catalog, problems)
        self._remember(self._added)
        return Change.CONTENT

    def remove(self, pack: str) -> Change:
        """Close a pack that was added. What was learned in it is kept for its return."""
        roots = {open_pack.root for open_pack in self._catalog.packs if open_pack.id == pack}
        kept = tuple(root for root in self._added if root not in roots)
        if kept == self._added:
            return Change.NOTHING
        self._added = kept
        self._open()
        self._remember(kept)
        return Change.CONTENT

    def reload(self) -> Change:
        """Read what has changed on disk since."""
        before = self._catalog.digest
        self._open()
        return Change.NOTHING if self._catalog.digest == before else Change.CONTENT

    def take(self, roots: tuple[Path, ...], catalog: Catalog, problems: tuple[Problem, ...]) -> Change:
        """Go on with what was read away from the window, unless other packs are open by now, or in another language."""
        other = roots != self.roots or catalog.language != self._language
        if other or catalog.digest == self._catalog.digest:
            catalog.close()
            return Change.NOTHING
        catalog.adopt()
        self._show(catalog, problems)
        return Change.CONTENT

    def close(self) -> None:
        """Let go of files and processes."""
        self._catalog.close()

    def _open(self) -> None:
        self._show(*load(self.roots, self._cache, language=self._language, own=self._own))

    def _show(self, catalog: Catalog, problems: tuple[Problem, ...]) -> None:
        self._catalog, self._problems = catalog, problems
        open_now = {pack.root for pack in self._catalog.packs}
        missing = {str(root): root for root in self._added if root not in open_now}
        reasons = {problem.path: problem for problem in self._problems if problem.path in missing}
        self._unopened = tuple((missing[path], problem) for path, problem in reasons.items())
