"""Settings: option before environment before configuration file before default.

The configuration file is ``config.toml`` in the platform's configuration directory (or the file
that ``TRACKER_CONFIG`` names):

    database = "postgresql://office/tracker"   # or a path
    actor = "R. Sekretär"                      # written into the history
    me = "Rita Sekretär"                       # whose items are "mine"; the actor if left out
    group = "CWG-COP"                          # the current group

    [templates]                                # the .docx that a group's documents are made from
    CWG-COP = "~/templates/cop.docx"
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import DatabaseProblem, UsageProblem
from tracker.session.clock import login_name

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN = frozenset({"database", "actor", "me", "group", "theme", "mail", "keys", "templates"})
_PLATFORM = str(sys.platform)


class BadSettings(UsageProblem):
    """The configuration file cannot be used."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"The configuration file {path} cannot be used: {why}.")


class NoFolder(DatabaseProblem):
    """A database was named in a folder that is not there: most likely mistyped."""

    def __init__(self, path: str, folder: str) -> None:
        super().__init__(
            f"There is no folder {folder} for the database {path}, and nothing was made."
            " Check --db, or make the folder first."
        )


class Settings(NamedTuple):
    """What the person has settled. ``more`` holds the tables of the file that rooms read themselves."""

    database: str
    actor: str
    me: str
    group: str
    more: Mapping[str, Any]

    def template_of(self, acronym: str) -> str:
        """Give the .docx that a group's documents are made from; nothing where none is named."""
        named: str = self.more.get("templates", {}).get(acronym, "")
        return os.path.expanduser(named)


def read_settings(
    environment: Mapping[str, str], *, database: str = "", actor: str = "", group: str = ""
) -> Settings:
    """Put the settings together; the named arguments are the options given. Raises ``BadSettings``."""
    path = config_file(environment)
    stored = _read_file(path)
    actor = actor or environment.get("TRACKER_ACTOR", "") or stored.get("actor", "") or login_name()
    return Settings(
        database=database
        or environment.get("TRACKER_DB", "")
        or stored.get("database", "")
        or default_database(environment),
        actor=actor,
        me=stored.get("me", "") or actor,
        group=group or environment.get("TRACKER_GROUP", "") or stored.get("group", ""),
        more={k: v for k, v in stored.items() if isinstance(v, dict) or k == "theme"},
    )


def default_database(environment: Mapping[str, str]) -> str:
    """Give the file in the platform's data directory."""
    folder = _directory(environment, "XDG_DATA_HOME", ".local/share", "data")
    return os.path.join(folder, "tracker.sqlite3")


def check_folder(database: str, environment: Mapping[str, str]) -> None:
    """Raise ``NoFolder`` for a file named in a folder that does not exist; the usual one is made."""
    folder = os.path.dirname(database)
    if not folder or "://" in database or os.path.lexists(folder):
        return
    if database != default_database(environment):
        raise NoFolder(database, folder)


def config_file(environment: Mapping[str, str]) -> str:
    """Give the configuration file, which need not exist."""
    if named := environment.get("TRACKER_CONFIG"):
        return named
    folder = _directory(environment, "XDG_CONFIG_HOME", ".config", "config")
    return os.path.join(folder, "config.toml")


def _directory(environment: Mapping[str, str], variable: str, default: str, kind: str) -> str:
    """Find a directory of ours; the platform library is imported only where its rules are needed."""
    if _PLATFORM.startswith("linux"):
        home = environment.get("HOME") or os.path.expanduser("~")
        base = environment.get(variable) or os.path.join(home, default)
        return os.path.join(base, "tracker")
    import platformdirs

    find = platformdirs.user_data_path if kind == "data" else platformdirs.user_config_path
    return str(find("tracker", appauthor=False))


def _read_file(path: str) -> dict[str, Any]:
    if not os.path.exists(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            stored = tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(path, str(error)) from error
    except RecursionError as error:
        raise BadSettings(path, "it is nested too deeply") from error
    _check(path, stored)
    return stored


def _check(path: str, stored: Mapping[str, Any]) -> None:
    """Raise ``BadSettings`` for a name that we do not know or a value of the wrong sort."""
    unknown = sorted(set(stored) - KNOWN)
    if unknown:
        raise BadSettings(
            path, f"it has no setting “{unknown[0]}”; known are {', '.join(sorted(KNOWN))}"
        )
    for name in ("database", "actor", "me", "group", "theme"):
        if not isinstance(stored.get(name, ""), str):
            raise BadSettings(path, f"“{name}” has to be a text")
    for name in ("mail", "keys", "templates"):
        if not isinstance(stored.get(name, {}), dict):
            raise BadSettings(path, f"“{name}” has to be a table, [{name}]")
    for group, file in stored.get("templates", {}).items():
        if not isinstance(file, str):
            raise BadSettings(path, f"the template of “{group}” has to be a text")
