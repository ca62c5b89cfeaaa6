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
_SOURCE = 'SOURCE = "'


def data_files(folder: Path, module: str = GENERATED) -> dict[str, str]:
    """Return the data files of a language's module by name, `lexicon/bodies.toml`."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in _paths(folder, module)}


def _paths(folder: Path, module: str) -> list[Path]:
    return [path for name in DATA_FOLDERS[module] for path in sorted((folder / name).glob("*.toml"))]


def is_stale(folder: Path, module: str = GENERATED) -> bool:
    """Return whether a language's module was made from other data files than those beside it."""
    from .generating import digest  # and TOML with it, which a start does without

    made = folder / module
    return not made.exists() or f'{_SOURCE}{digest(data_files(folder, module))}"' not in made.read_text(
        "utf-8"
    )


def remake(home: Path = HOME) -> list[Path]:
    """Write the modules whose data files have changed; return those written. Raises LexiconError, and then writes none."""
    from .generating import examples_text, module_text

    texts = {GENERATED: module_text, EXAMPLES: examples_text}
    modules = [(home / name, module) for name in LANGUAGES for module in DATA_FOLDERS]
    made = {
        folder / module: texts[module](data_files(folder, module))
        for folder, module in modules
        if is_stale(folder, module)
    }
    for path, text in made.items():
        path.write_text(text, "utf-8")
    for folder, module in modules:
        (folder / module).touch()  # of these data files, however new those are
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
