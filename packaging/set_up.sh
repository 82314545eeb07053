#!/bin/sh
# Sets up the virtual environments: set_up.sh run|dev|bench|package, each after the lock file of that name.
# .venv has the oldest supported Python found here; for dev, .venv-newest has the newest if that is another one.
set -eu
cd "$(dirname "$0")/.."
purpose=$1
compiled=
beside=

say() { printf '%s\n' "$*" >&2; }

# A name on the path may be a shim without a Python behind it, so each candidate is started once.
supported_pythons() {
    for minor in 11 12 13; do
        for python in "python3.$minor" python3 "${PYENV_ROOT:-${HOME:-}/.pyenv}/versions/3.$minor".*/bin/python; do
            if "$python" -c "import sys; sys.exit(sys.version_info[:2] != (3, $minor))" 2>/dev/null; then
                echo "$python"
                break
            fi
        done
    done
}

wanted_packages() {
    grep -v '^#' packaging/linux/system-packages.txt
    version=$("$oldest" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$oldest" -c 'import ensurepip' 2>/dev/null || echo "python$version-venv"
    if [ "$purpose" = package ]; then
        echo binutils
        [ "$(command -v "$oldest")" != "/usr/bin/$oldest" ] || echo "libpython$version"
    fi
}

missing_packages() {
    command -v dpkg-query >/dev/null || return 0
    for package in $(wanted_packages); do
        # Since Debian 13 the names of some end with "t64"; apt-get finds them by the old ones, dpkg-query does not.
        dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null | grep -qx installed ||
            echo "$package"
    done
}

install_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ]; then
        say "Installing system packages: $*"
        apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --yes --no-install-recommends "$@" >/dev/null && return 0
    fi
    say "System packages are missing. If the program does not start, run:"
    say "    sudo apt-get install --yes --no-install-recommends $*"
}

# The commands in an environment name its place, so one that was moved along with the checkout is made anew.
made_here() { grep -qsF "$(pwd -P)/$1/bin/python" "$1/bin/pip"; }

make_environment() { # folder, Python, lock file
    { "$1/bin/python" -c '' 2>/dev/null && made_here "$1"; } || {
        "$2" -c 'import ensurepip' 2>/dev/null || { say "$("$2" --version) lacks its module venv (on Debian: python3-venv)."; exit 1; }
        say "Making $1 with $("$2" --version)"
        "$2" -m venv --clear "$1"
    }
    say "Installing $3 into $1"
    "$1/bin/python" -m pip --quiet --disable-pip-version-check install $compiled --require-hashes -r "$3"
}

install_ourselves() { # folder, pip options
    "$1/bin/python" -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation "$2" .
}

# Only to be measured beside: never a dependency, and done without where it cannot be fetched.
fetch_anki() {
    .venv-anki/bin/python -c 'import anki.collection' 2>/dev/null && return
    "$oldest" -m venv --clear .venv-anki
    .venv-anki/bin/python -m pip --quiet --disable-pip-version-check install anki==26.9.3 2>/dev/null ||
        say "Anki's engine cannot be fetched, so nothing is measured beside it."
}

pythons=$(supported_pythons)
oldest=$(echo "$pythons" | head -n 1)
newest=$(echo "$pythons" | tail -n 1)
[ -n "$oldest" ] || { say "Python 3.11, 3.12 or 3.13 is needed and none was found; on Debian: sudo apt-get install python3"; exit 1; }
install_packages $(missing_packages)

case $purpose in
bench)
    make_environment .venv-bench "$oldest" packaging/requirements/run.txt
    install_ourselves .venv-bench --force-reinstall
    fetch_anki
    ;;
package)
    make_environment .venv-package "$oldest" packaging/requirements/package.txt
    install_ourselves .venv-package --force-reinstall
    ;;
*)
    if [ "$purpose" = dev ]; then
        compiled=--no-compile # what the tests import is compiled when they do
        if [ "$oldest" != "$newest" ]; then
            (make_environment .venv-newest "$newest" packaging/requirements/dev.txt; install_ourselves .venv-newest --editable) &
            beside=$!
        fi
    fi
    make_environment .venv "$oldest" "packaging/requirements/$purpose.txt"
    install_ourselves .venv --editable
    [ -z "$beside" ] || wait "$beside"
    fault=$(.venv/bin/python -c 'import PySide6.QtWidgets' 2>&1) || {
        say "Qt does not start ($(echo "$fault" | tail -n 1)); it needs" $(grep -v '^#' packaging/linux/system-packages.txt)
        exit 1
    }
    ;;
esac
