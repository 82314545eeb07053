"""Gathers the licence texts of everything a bundle ships: ``licences.py BUNDLE FOLDER``.

Ours, Qt's (its wheels carry none), those of each Python package and of Python, and on Debian those of the
system libraries and fonts that lie in the bundle.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
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


def package_texts(name: str) -> list[Path]:
    """The licence files that a distribution carries."""
    names = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
    files = distribution(name).files or ()
    return [
        Path(str(file.locate()))
        for file in files
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(names)
    ]


def debian_texts(bundle: Path) -> dict[str, Path]:
    """The copyright file of each Debian package that a library or a font in the bundle comes from."""
    if shutil.which("dpkg") is None:
        return {}
    names = [f"*/{file.name}" for kind in ("*.so*", "*.ttf") for file in bundle.rglob(kind)]
    found = subprocess.run(["dpkg", "--search", *names], capture_output=True, text=True, check=False).stdout
    packages = {line.split(":")[0] for line in found.splitlines() if "/lib/" in line or "/fonts/" in line}
    texts = {package: Path("/usr/share/doc", package, "copyright") for package in sorted(packages)}
    return {package: text for package, text in texts.items() if text.exists()}


def gather(bundle: Path, out: Path) -> None:
    """Lay all texts into ``out``, one folder for each work."""
    texts = {
        "Qt and PySide6": list((HERE / "licences").iterdir()),
        "Python": [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"],
        **{name: package_texts(name) for name in sorted(shipped_packages())},
        **{name: [text] for name, text in debian_texts(bundle).items()},
    }
    for work, files in texts.items():
        for file in files:
            place = out / work
            place.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place / file.name)


if __name__ == "__main__":
    gather(Path(sys.argv[1]), Path(sys.argv[2]))
