"""Keys and clicks that reach the program in one read, as over a slow line, from a held key or a paste."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App


def send(app: App[Any], *keys: str) -> None:
    """Put keys into the program's queue at once, without time between them; `click` is one in the middle."""
    for key in keys:
        if key == "click":
            for kind in (events.MouseDown, events.MouseUp):
                x, y = app.size.width // 2, app.size.height // 2
                event = kind(None, x, y, delta_x=0, delta_y=0, button=1, shift=False, meta=False, ctrl=False)
                app.post_message(event)
        else:
            app.simulate_key(key)
