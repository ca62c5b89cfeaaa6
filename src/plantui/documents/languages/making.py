"""The generated module of each language, made again where its data files have changed.

Only a checkout has the data files: a published package holds the modules alone, and nothing is looked for but one folder.
"""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).parent
LANGUAGES = ("zh", "en")
GENERATED = "_generated.py"
EXAMPLES = "_examples.py"
DATA_FOLDERS = {GENERATED: ("lexicon", "rules"), EXAMPLES: ("examples",)}
"""The modules of a language, each with the folders of its data files."""


def data_files(folder: Path, module: str = GENERATED) -> dict[str, str]:
    """Return the data files of a language's module by name, `lexicon/bodies.toml`."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in _paths(folder, module)}


def _paths(folder: Path, module: str) -> list[Path]:
    return [path for name in DATA_FOLDERS[module] for path in sorted((folder / name).glob("*.toml"))]


def stale(home: Path = HOME) -> dict[Path, str]:
    """Return the modules that are not what their data files make, merged by hand say, each with what it should be. Raises
    LexiconError."""
    from .generating import examples_text, module_text  # and TOML with it, which a start does without

    texts = {GENERATED: module_text, EXAMPLES: examples_text}
    made = {
        home / name / module: texts[module](data_files(home / name, module))
        for name in LANGUAGES
        for module in DATA_FOLDERS
    }
    return {path: text for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text}


def remake(home: Path = HOME) -> list[Path]:
    """Write the modules that are stale; return those written. Raises LexiconError, and then writes none."""
    made = stale(home)
    for path, text in made.items():
        path.write_text(text, "utf-8")
    for name in LANGUAGES:
        for module in DATA_FOLDERS:
            (home / name / module).touch()  # of these data files, however new those are
    return [*made]


def remake_in_checkout(home: Path = HOME) -> list[Path]:
    """Write the modules older than a data file of theirs, before an import begins; nothing where there are no data files."""
    if any(_has_newer(home / name, module) for name in LANGUAGES for module in DATA_FOLDERS):
        return remake(home)
    return []


def _has_newer(folder: Path, module: str) -> bool:
    """Return whether a data file is newer than the module; where none is, no file is read."""
    files = _paths(folder, module)
    made = folder / module
    return bool(files) and not (
        made.exists() and made.stat().st_mtime_ns >= max(path.stat().st_mtime_ns for path in files)
    )
