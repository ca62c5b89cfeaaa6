"""The pages of a scanned file as pictures, all of one resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray
    from PIL.Image import Image

    Coloured = NDArray[uint8]
    """Red, green and blue of each pixel."""

DPI = 200
"""Resolution at which pages are read: at half of it, small type was misread; at twice, nothing more was read."""
_POINTS = 72
_MOST_PIXELS = 60_000_000
"""Size of a picture: an A2 page at the resolution above has half of it."""
_PAPER_WIDTH, _LEAST_WIDTH = 8.27, 900
"""Width of A4 in inches, and that of a picture in pixels below which it is no page."""


def pdf_pages(content: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Coloured]]:
    """Yield these pages of a PDF as they are shown, each with its number. Raises DataError for one that is too large."""
    import numpy
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        for number in numbers:
            page = document[number]
            width, height = page.get_size()
            scale = DPI / _POINTS
            if width * height * scale * scale > _MOST_PIXELS:
                raise DataError("formats.too_demanding")
            bitmap = page.render(scale=scale, rev_byteorder=True)
            yield number, numpy.array(bitmap.to_pil().convert("RGB"))
            bitmap.close()
            page.close()


def pictures_in(content: bytes) -> int:
    """Return how many pages a picture file holds, of which some forms hold several. Raises DataError for a damaged one."""
    with _opened(content) as file:
        return int(getattr(file, "n_frames", 1))


def picture_pages(content: bytes) -> Iterator[Coloured]:
    """Yield the pages of a picture file. Raises DataError for a damaged file, and for one that is too large."""
    from PIL import ImageOps, ImageSequence

    with _opened(content) as file:
        for frame in ImageSequence.Iterator(file):
            if frame.width * frame.height > _MOST_PIXELS:
                raise DataError("formats.too_demanding")
            yield _page(ImageOps.exif_transpose(frame))


@contextmanager
def _opened(content: bytes) -> Iterator[Image]:
    """Open a picture file. Raises DataError where it is damaged, also where that is found out later."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as file:
            yield file
    except (OSError, SyntaxError) as error:
        raise DataError("formats.damaged", reason=str(error)) from error


def _page(frame: Image) -> Coloured:
    """Return a picture as a page: on white, and as large as the usual paper at the resolution of reading."""
    import numpy
    from PIL import Image

    if frame.mode in ("RGBA", "LA", "P"):
        coloured = frame.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, "white")
        frame = Image.alpha_composite(ground, coloured)
    frame = frame.convert("RGB")
    short = min(frame.size)
    wanted = round(_PAPER_WIDTH * DPI)
    if short >= _LEAST_WIDTH and short != wanted:
        scale = wanted / short
        frame = frame.resize(
            (round(frame.width * scale), round(frame.height * scale)), Image.Resampling.LANCZOS
        )
    return numpy.array(frame)
