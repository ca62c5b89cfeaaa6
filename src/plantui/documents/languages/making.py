"""The generated module of each language, made again where its data files have changed.

Only a checkout has the data files: a published package holds the modules alone, and nothing is looked for but one folder.
"""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).parent
LANGUAGES = ("zh", "en")
DATA_FOLDERS = ("lexicon", "rules")
GENERATED = "_generated.py"
_SOURCE = 'SOURCE = "'


def data_files(folder: Path) -> dict[str, str]:
    """Return the data files of a language's folder by name, `lexicon/bodies.toml`."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for name in DATA_FOLDERS
        for path in sorted((folder / name).glob("*.toml"))
    }


def is_stale(folder: Path) -> bool:
    """Return whether a language's module was made from other data files than those beside it."""
    from .generating import digest  # and TOML with it, which a start does without

    made = folder / GENERATED
    return not made.exists() or f'{_SOURCE}{digest(data_files(folder))}"' not in made.read_text("utf-8")


def remake(home: Path = HOME) -> list[Path]:
    """Write the modules whose data files have changed; return those written. Raises LexiconError, and then writes none."""
    from .generating import module_text

    stale = [folder for name in LANGUAGES if is_stale(folder := home / name)]
    made = {folder / GENERATED: module_text(data_files(folder)) for folder in stale}
    for path, text in made.items():
        path.write_text(text, "utf-8")
    for name in LANGUAGES:
        (home / name / GENERATED).touch()  # of these data files, however new those are
    return [*made]


def remake_in_checkout(home: Path = HOME) -> list[Path]:
    """Write the modules older than a data file of theirs, before an import begins; nothing where there are no data files."""
    if any(_has_newer(home / name) for name in LANGUAGES):
        return remake(home)
    return []


def _has_newer(folder: Path) -> bool:
    """Return whether a data file is newer than the module; where none is, no file is read."""
    files = [path for name in DATA_FOLDERS for path in (folder / name).glob("*.toml")]
    made = folder / GENERATED
    return bool(files) and not (
        made.exists() and made.stat().st_mtime_ns >= max(path.stat().st_mtime_ns for path in files)
    )
