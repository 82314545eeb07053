"""Gathers the licence texts of everything a bundle ships: ``licences.py BUNDLE FOLDER``.

Ours, Qt's and ICU's (Qt's wheels carry none), those of each Python package and of Python, the names and licences of
the Rust crates built into a package, and on Debian the texts of the system libraries and fonts in the bundle.
"""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution, requires
from pathlib import Path

HERE = Path(__file__).parent


def shipped_packages(name: str = "studyapp") -> set[str]:
    """A distribution and all that it needs, leaving out its extras."""
    needed = {name}
    for line in requires(name) or ():
        found = re.match(r"[\w.-]+", line)
        if found and "extra ==" not in line:
            needed |= shipped_packages(found[0])
    return needed


def package_texts(name: str) -> dict[str, Path]:
    """The licence files that a distribution carries, by their place in it: two may bear the same name."""
    names = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
    texts: dict[str, Path] = {}
    for file in distribution(name).files or ():
        folder, *inside = file.parts
        if folder.endswith(".dist-info") and file.name.upper().startswith(names):
            place = inside[1:] if inside[0] == "licenses" else inside
            texts["/".join(place)] = Path(str(file.locate()))
    return texts


def crates(name: str) -> list[str]:
    """Name, version and licence of each Rust crate built into a distribution, as its bill of materials says."""
    found = set()
    for file in distribution(name).files or ():
        if file.name.endswith(".cyclonedx.json"):
            for part in json.loads(file.read_text(encoding="utf-8"))["components"]:
                licences = [
                    each.get("expression") or each["license"]["id"] for each in part.get("licenses", ())
                ]
                found.add(f"{part['name']} {part['version']}: {', '.join(licences) or 'not stated'}")
    return sorted(found)


def debian_texts(bundle: Path) -> dict[str, Path]:
    """The copyright file of each Debian package that a library or a font in the bundle comes from."""
    if shutil.which("dpkg") is None:
        return {}
    names = [f"*/{file.name}" for kind in ("*.so*", "*.ttf") for file in bundle.rglob(kind)]
    found = subprocess.run(["dpkg", "--search", *names], capture_output=True, text=True, check=False).stdout
    packages = {line.split(":")[0] for line in found.splitlines() if "/lib/" in line or "/fonts/" in line}
    texts = {package: Path("/usr/share/doc", package, "copyright") for package in sorted(packages)}
    return {package: text for package, text in texts.items() if text.exists()}


def folder_of(files: Iterable[Path]) -> dict[str, Path]:
    """Files that lie beside each other, by name."""
    return {file.name: file for file in files}


def gather(bundle: Path, out: Path) -> None:
    """Lay all texts into ``out``, one folder for each work."""
    packages = sorted(shipped_packages())
    texts = {
        "Qt and PySide6": folder_of((HERE / "licences").glob("*GPL*")),
        "ICU": folder_of((HERE / "licences").glob("ICU*")),
        "Python": folder_of([Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"]),
        "PyInstaller bootloader": package_texts("pyinstaller"),
        **{name: package_texts(name) for name in packages},
        **{name: folder_of([text]) for name, text in debian_texts(bundle).items()},
    }
    for work, files in texts.items():
        for name, file in files.items():
            place = out / work / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    for name in packages:
        if parts := crates(name):
            head = f"Rust crates built into {name}; the text of each is at https://crates.io/crates/NAME/VERSION."
            (out / name / "crates.txt").write_text("\n".join([head, "", *parts, ""]), encoding="utf-8")


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]))
