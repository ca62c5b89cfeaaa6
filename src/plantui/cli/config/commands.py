"""`plantui config list`, `get`, `set` and `unset`."""

from __future__ import annotations

from plantui.model.problem import ExitCode, UsageError
from plantui.store.settings import SettingKey, write_setting

from ..command import Command
from ..context import CommandContext
from ..options import argument, json_option
from ..output import say, write_json, write_text
from ..startup import Startup
from ..table import Column, write_table
from ..values import Values


def build_list(startup: Startup) -> Command:
    """Return the command `list`."""
    return Command(startup, "config.list", _list, [json_option(startup.words)])


def build_get(startup: Startup) -> Command:
    """Return the command `get`."""
    return Command(startup, "config.get", _get, [argument("KEY")])


def build_set(startup: Startup) -> Command:
    """Return the command `set`."""
    return Command(startup, "config.set", _set, [argument("KEY"), argument("VALUE")])


def build_unset(startup: Startup) -> Command:
    """Return the command `unset`."""
    return Command(startup, "config.unset", _unset, [argument("KEY")])


def _list(context: CommandContext, values: Values) -> int:
    settings = context.settings()
    if context.is_json:
        write_json({key.value: settings.value(key) for key in SettingKey})
        return ExitCode.DONE
    columns = [
        Column(context.words("cli.column.setting")),
        Column(context.words("cli.column.value"), is_elastic=True),
    ]
    write_table(columns, [(key.value, settings.value(key) or "") for key in SettingKey])
    say(context.words("cli.config.file", path=context.config_path))
    return ExitCode.DONE


def _get(context: CommandContext, values: Values) -> int:
    value = context.settings().value(_key(values.text("key")))
    if value is None:
        say(context.words("cli.config.not_set", key=values.text("key")))
    else:
        write_text(value)
    return ExitCode.DONE


def _set(context: CommandContext, values: Values) -> int:
    key, value = _key(values.text("key")), values.text("value").strip()
    if key is SettingKey.DEPARTMENT:
        value = _department(context, value)
    elif key is SettingKey.ROLE:
        from ..vocabulary import desk_vocabulary

        value = desk_vocabulary().find(context.words, value).value
    write_setting(context.config_path, key, value)
    say(context.words("cli.config.saved", key=key.value, value=value))
    return ExitCode.DONE


def _unset(context: CommandContext, values: Values) -> int:
    key = _key(values.text("key"))
    write_setting(context.config_path, key, None)
    say(context.words("cli.config.removed", key=key.value))
    return ExitCode.DONE


def _key(written: str) -> SettingKey:
    if written in set(SettingKey):
        return SettingKey(written)
    from ..nearest import unknown

    raise unknown("setting", written, [key.value for key in SettingKey])


def _department(context: CommandContext, written: str) -> str:
    """Return the department's identity as text; a name that several regions know has to say which is meant."""
    from ..lookup import departments_named

    found = departments_named(context.library(), written)
    if len(found) > 1:
        raise UsageError("cli.config.which_region", name=written, names=" | ".join(map(str, found)))
    return str(found[0])
