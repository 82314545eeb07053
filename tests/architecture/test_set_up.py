"""What make offers, and what it does to set up: all of it, once, and a plain word where something is missing."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = (
    "sh",
    "dirname",
    "grep",
    "head",
    "tail",
    "cat",
    "cksum",
    "cut",
    "make",
    "mkdir",
    "touch",
    "awk",
    "df",
    "sed",
    "expand",
    "env",
)
STAND_IN = """#!/bin/sh
case "$(basename "$0") $*" in
"python3.11 -c import sys; sys.exit"*"(3, 11)"*) exit 0 ;;
"python3.11 -c import sys; sys.exit"*) exit 1 ;;
"python3.11 -c import sys; print"*) echo 3.11 ;;
"python3.11 -m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && echo "$(pwd -P)/$4/bin/python" >"$4/bin/pip" ;;
"python"*" -c import $STAND_IN_LACKS") printf 'Traceback\\nImportError: libGL.so.1 is not there\\n' >&2; exit 1 ;;
"python"*" --version") echo Python 3.11.2 ;;
"dpkg-query "*-venvt64) exit 1 ;;
"dpkg-query "*libegl1t64) [ "$STAND_IN_DEBIAN" = 13 ] && echo installed; exit 1 ;;
"dpkg-query "*) printf installed ;;
"id -u") echo "$STAND_IN_ID" ;;
"apt-get "*) exit 100 ;;
esac
"""

pytestmark = [
    pytest.mark.oldest,
    pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="there is no make here"),
]


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs make in a copy of the files that set up, where nothing else is installed than what is named here."""
    repo, tools = tmp_path / "a checkout", tmp_path / "tools"
    tools.mkdir()
    shutil.copytree(ROOT / "packaging", repo / "packaging")
    shutil.copy(ROOT / "Makefile", repo)
    for name in (*TOOLS, "basename", "cp"):
        (tools / name).symlink_to(shutil.which(name) or name)
    for name in ("python3.11", "dpkg-query", "id", "apt-get"):
        (tools / name).write_text(STAND_IN)
        (tools / name).chmod(0o755)

    def run(
        *words: str,
        user: int = 1000,
        without: str = "",
        where: Path = repo,
        lacks: str = "nothing",
        **more: str,
    ) -> subprocess.CompletedProcess[str]:
        (tools / without).unlink() if without else None
        environment = {"PATH": str(tools), "STAND_IN_ID": str(user), "STAND_IN_LACKS": lacks, **more}
        return subprocess.run(
            ["make", *words], cwd=where, env=environment, capture_output=True, text=True, check=False
        )

    return run


def stamp(made: subprocess.CompletedProcess[str]) -> str:
    found = re.search(r"touch (\S+)", made.stdout)
    return found[1] if found else ""


def test_help_lists_every_target_with_one_line(make: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets is not None
    lines = make("help").stdout.splitlines()
    assert {line.split()[0] for line in lines} == set(targets[1].split())
    assert len(lines) == len(targets[1].split())
    assert all(len(line.split()) > 3 for line in lines)
    assert make().stdout.splitlines() == lines


def test_continuous_integration_runs_all_tests(tmp_path: Path) -> None:
    (tmp_path / "make").write_text('#!/bin/sh\necho "$*"\n')
    (tmp_path / "make").chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([ROOT / ".ci/run"], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "test"
    assert Path(done.stdout.split()[1]).resolve() == ROOT


def test_a_second_run_does_no_set_up_work(make: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    ready = stamp(make("-n", "run"))
    made = make(ready)
    assert (made.returncode, "Making .venv" in made.stderr) == (0, True)
    assert "set_up.sh" not in make("-n", "run").stdout
    assert "set_up.sh" in make("-n", "test").stdout


def test_an_environment_that_was_moved_is_made_anew(
    make: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    make(stamp(make("-n", "run")))
    moved = (tmp_path / "a checkout").rename(tmp_path / "elsewhere")
    again = make(stamp(make("-n", "run", where=moved)), where=moved)
    assert "Making .venv" in again.stderr
    assert "Making .venv" not in make(stamp(make("-n", "test", where=moved)), where=moved).stderr


@pytest.mark.parametrize("user", [1000, 0])
def test_missing_system_packages_are_named_in_one_line_to_run(
    make: Callable[..., subprocess.CompletedProcess[str]], user: int
) -> None:
    made = make(stamp(make("-n", "run")), user=user)
    assert "\n    sudo apt-get install --yes --no-install-recommends libegl1\n" in made.stderr
    assert ("Installing system packages: libegl1" in made.stderr) == (user == 0)
    assert made.returncode == 0


def test_packages_that_debian_13_calls_otherwise_are_found(
    make: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    made = make(stamp(make("-n", "run")), STAND_IN_DEBIAN="13")
    assert (made.returncode, "System packages are missing" in made.stderr) == (0, False)


def test_without_venv_one_line_to_run_is_printed_and_no_other_advice(
    make: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    made = make(stamp(make("-n", "run")), lacks="ensurepip")
    said = [line for line in made.stderr.splitlines() if not line.startswith("make")]
    assert said[1].endswith("libegl1 python3.11-venv")
    assert said[2:] == ["Python 3.11.2 lacks its module venv (on Debian: python3-venv)."]
    assert made.returncode != 0


def test_where_qt_does_not_start_one_line_names_what_it_needs(
    make: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    made = make(stamp(make("-n", "run")), lacks="PySide6.QtWidgets")
    assert "Traceback" not in made.stderr
    line = next(line for line in made.stderr.splitlines() if line.startswith("Qt does not start"))
    assert "(ImportError: libGL.so.1 is not there); it needs libglib2.0-0 libegl1" in line


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_display_that_answers_make_runs_the_tour(
    make: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, display: str
) -> None:
    make(stamp(make("-n", "run")))
    commands = tmp_path / "a checkout" / ".venv" / "bin"
    (commands / "python").write_text(f'#!/bin/sh\nPYTHONPATH={ROOT}/src exec {sys.executable} "$@"\n')
    (commands / "studyapp").write_text('#!/bin/sh\necho "runs $*"\n')
    (commands / "studyapp").chmod(0o755)
    made = make("run", DISPLAY=display, QT_QPA_PLATFORM="offscreen")
    assert made.stdout.startswith("There is no display here")
    assert made.stdout.endswith("runs tour --out build/screens\n")


def test_without_a_supported_python_that_is_said(
    make: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    made = make("run", without="python3.11")
    assert made.returncode != 0
    assert "Python 3.11, 3.12 or 3.13 is needed and none was found" in made.stderr
