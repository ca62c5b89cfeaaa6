#!/bin/sh
# make_venv.sh PYTHON FOLDER: make a virtual environment, or say in one sentence what is missing.
python=$1
folder=$2
if ! version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); then
    echo "make: $python cannot be run; install Python 3.11 or newer, or name one: make PYTHON=python3.12" >&2
    exit 1
fi
case $version in
    3.1[1-9] | 3.[2-9]?) ;;
    *)
        echo "make: $python is Python $version; plantui needs 3.11 or newer: make PYTHON=python3.12" >&2
        exit 1
        ;;
esac
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    echo "make: this Python has no venv; install it first, on Debian and Ubuntu: apt install python$version-venv" >&2
    exit 1
fi
exec "$python" -m venv "$folder"
