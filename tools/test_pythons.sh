#!/bin/sh
# test_pythons.sh all|newest: run `make test` on each Python from 3.11 to 3.14 found on the PATH or in pyenv's folder of
# versions, or on the newest one beyond 3.11 alone, there without the tests marked `once`. Each has an environment of its own, .venv-3.13.
cd "$(dirname "$0")/.." || exit 1

find_python() {
    found=$(command -v "python$1" 2>/dev/null) && "$found" -c '' 2>/dev/null && echo "$found" && return
    command -v pyenv >/dev/null 2>&1 || return
    for found in "$(pyenv root)"/versions/"$1".*/bin/python3; do
        [ -x "$found" ] && echo "$found" && return
    done
}

run_on() {
    echo "== Python $1: $2"
    ${MAKE:-make} --no-print-directory test PYTHON="$2" VENV=".venv-$1" CHOSEN="$chosen"
}

case ${1:-all} in
    all) versions="3.11 3.12 3.13 3.14" chosen= ;;
    newest) versions="3.14 3.13 3.12" chosen="-m 'not once'" ;;
    *)
        echo "usage: $0 all|newest" >&2
        exit 2
        ;;
esac
failed=
ran=
for version in $versions; do
    python=$(find_python "$version")
    if [ -z "$python" ]; then
        [ "${1:-all}" = newest ] || echo "== Python $version: not on this machine"
        continue
    fi
    ran="$ran $version"
    run_on "$version" "$python" || failed="$failed $version"
    [ "${1:-all}" = newest ] && break
done
[ -n "$ran" ] || echo "No Python of these versions was found: $versions"
if [ -n "$failed" ]; then
    echo "Tests failed on Python$failed" >&2
    exit 1
fi
