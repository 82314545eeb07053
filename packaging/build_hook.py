"""Ships content, resources and the parsed form of the bundled pack inside the wheel."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Lays everything the program reads at run time beside its modules, under ``_bundled``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout finds them at its own root
            return
        root = Path(self.root)
        self._parsed = TemporaryDirectory()
        cache = Path(self._parsed.name) / "catalog-cache.sqlite"
        sys.path.insert(0, str(root / "src"))
        from studyapp.catalog.prebuild import write

        write(root / "content", cache)
        for place in (root / "content", root / "resources", cache):
            build_data["force_include"][str(place)] = f"studyapp/_bundled/{place.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._parsed.cleanup()
