"""The wheel is whole: installed elsewhere, the command finds its own content and resources."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def use_from_elsewhere(environment: Path, elsewhere: Path) -> None:
    """Try an installed command in a folder that has nothing to do with the checkout."""
    command = environment / "bin" / "studyapp"
    assert "product-owner" in run(command, "check", folder=elsewhere)
    assert "article" in run(command, "search", "Sprint Goal", folder=elsewhere)
    places = "from studyapp import bundle; print(bundle.content_dir(), bundle.resources_dir())"
    for place in run(environment / "bin" / "python", "-c", places, folder=elsewhere).split():
        assert Path(place).is_relative_to(environment)
        assert Path(place).is_dir()
        assert (Path(place).parent / "catalog-cache.sqlite").is_file()


@pytest.mark.oldest
def test_the_wheel_works_from_another_folder(tmp_path: Path) -> None:
    run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        tmp_path,
        ROOT,
        folder=tmp_path,
    )
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    wheel = next(tmp_path.glob("*.whl"))
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-compile",
        wheel,
        folder=tmp_path,
    )
    libraries = sysconfig.get_path("purelib")
    pth = next((environment / "lib").glob("python*/site-packages")) / "borrowed.pth"
    pth.write_text(libraries, encoding="utf-8")
    use_from_elsewhere(environment, tmp_path)


@pytest.mark.prove
def test_pip_installs_the_program_into_an_empty_environment(tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True, with_pip=True)
    run(environment / "bin" / "python", "-m", "pip", "install", ROOT, folder=tmp_path)
    use_from_elsewhere(environment, tmp_path)
