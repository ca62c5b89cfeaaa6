"""Recognition of words in a picture, by the library that the extra `plantui[ocr]` brings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ..box import Box

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]
    """Grey values of a picture, a row for each of its lines of pixels."""

LIBRARIES = ("rapidocr", "onnxruntime")
"""The modules that recognition needs."""
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.max_side_len": 6000,  # a page at 200 dpi is not made smaller
    "Global.text_score": 0.0,  # a line is not dropped for its score: what is doubtful is said
    "Global.use_cls": False,  # pages stand upright before they are read
    "Det.limit_side_len": 960,
}

_UPRIGHT = {"use_cls": False, "use_rec": True}
"""Said at each call, since RapidOCR 3.10 goes on with what the call before asked for: findings/rapidocr-options-stay.sh."""


class Read(NamedTuple):
    """Words that were recognised, and where they stand. The score, from 0 to 1, is the engine's own."""

    text: str
    box: Box
    score: float


class Recogniser(Protocol):
    """Reads pictures."""

    def lines(self, pixels: Pixels) -> Sequence[Read]:
        """Return the lines of a picture that were found and recognised, in any order."""

    def line(self, pixels: Pixels) -> Read | None:
        """Return the words of a picture that is one line; None where none were recognised."""


class RapidRecogniser:
    """Reads pictures by RapidOCR, whose models come with the package."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._engine: Any = RapidOCR(params=_SETTINGS)

    def lines(self, pixels: Pixels) -> Sequence[Read]:
        """Return the lines of a picture that were found and recognised, in any order."""
        found = self._engine(pixels, use_det=True, **_UPRIGHT)
        if found.boxes is None or found.txts is None:
            return ()
        return [
            Read(text, _around(corners), float(score))
            for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
            if text.strip()
        ]

    def line(self, pixels: Pixels) -> Read | None:
        """Return the words of a picture that is one line; None where none were recognised."""
        found = self._engine(pixels, use_det=False, **_UPRIGHT)
        text = "".join(found.txts or ())
        if not text.strip():
            return None
        height, width = pixels.shape[:2]
        return Read(text, Box(0, 0, width, height), float(min(found.scores)))


def _around(corners: Any) -> Box:
    """Return the upright rectangle around a quadrangle."""
    across, down = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return Box(min(across), min(down), max(across), max(down))
