"""Write docs/keys.md: every key and command of the terminal UI, from their declarations.

python docs/make_keys.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding

from tracker.tui.commands.command import Section
from tracker.tui.screens.every import EVERY_VIEW
from tracker.tui.widgets.moving import MOVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.tui.commands.command import Command

PAGE = Path(__file__).parent / "keys.md"
HEAD = """\
# Keys and commands of the terminal UI

Written by `python docs/make_keys.py` from the declarations of the commands. Every command is also in
the palette (`^p` or `:`), and `?` shows those of the view. Your own keys go under the names given here
into the table `[keys]` of the configuration file:

```toml
[keys]
set-status = "Z"
undo = "u, ctrl+u"
```
"""


def page() -> str:
    """Give the whole page."""
    return "\n".join([HEAD, *_shared(), *_moves(), *_views()])


def _shared() -> Iterator[str]:
    """Give the commands that several views have, each once, in the sections of help."""
    for section in Section:
        if section is not Section.HERE:
            found = (bound.command for view in EVERY_VIEW for bound in view.BOUND)
            commands = [each for each in dict.fromkeys(found) if each.section == section]
            rows = [
                f"| {_keys(command)} | {_says(command)} | {_where(command)} | `{command.name()}` |"
                for command in commands
            ]
            head = "| key | does | where | name |\n|---|---|---|---|"
            yield "\n".join([f"## {section}\n", head, *rows, ""])


def _views() -> Iterator[str]:
    """Give what each view has of its own."""
    for view in EVERY_VIEW:
        own = [each.command for each in view.BOUND if each.command.section == Section.HERE]
        rows = [f"| {_keys(each)} | {_says(each)} | `{each.name()}` |" for each in own]
        table = ["| key | does | name |", "|---|---|---|", *rows, ""] if rows else []
        yield "\n".join([f"## In {view.NAME.capitalize()}\n", f"{view.help()}\n", *table])


def _moves() -> Iterator[str]:
    yield "## Moving in lists\n\n| key | does | name |\n|---|---|---|"
    for move in MOVES:
        if isinstance(move, Binding):
            keys = _shown(move.key.split(","))
            yield f"| {keys} | {move.description} | `{move.id}` |"
    yield ""


def _says(command: type[Command]) -> str:
    return f"**{command.title()}.** {_cell(command.help())}"


def _keys(command: type[Command]) -> str:
    return _shown(filter(None, command.keys.split(","))) or "palette"


def _where(command: type[Command]) -> str:
    """Name the views that have the command, and those where it has fewer keys."""
    keys = {
        view.NAME.capitalize(): bound.keys
        for view in EVERY_VIEW
        for bound in view.BOUND
        if bound.command is command
    }
    words = "every view" if len(keys) == len(EVERY_VIEW) else ", ".join(keys)
    most = max(keys.values(), key=len)
    fewer = (f"; {name}: {_shown(its)}" for name, its in keys.items() if its != most)
    return "".join([words, *fewer])


def _shown(keys: Iterable[str]) -> str:
    """Write keys as the key bar shows them."""
    app: App[None] = App()
    return " ".join(f"`{_cell(app.get_key_display(Binding(key, '')))}`" for key in keys)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
