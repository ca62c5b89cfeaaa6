"""`make lexicon`: the generated modules are made again where their data files have changed."""

from __future__ import annotations

from .making import remake

if __name__ == "__main__":
    for path in remake():
        print(path)  # noqa: T201 - run by hand
