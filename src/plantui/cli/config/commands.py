"""`plantui config list`, `get`, `set` and `unset`."""

from __future__ import annotations

from plantui.model.problem import ExitCode, UsageError
from plantui.store.settings import SettingKey, write_setting

from ..command import Command, Values
from ..context import Call
from ..options import argument, json_option
from ..output import say, write_json, write_text
from ..startup import Startup
from ..table import Column, write_table


def build_list(startup: Startup) -> Command:
    """The command `list`."""
    return Command(startup, "config.list", _list, [json_option(startup.words)])


def build_get(startup: Startup) -> Command:
    """The command `get`."""
    return Command(startup, "config.get", _get, [argument("KEY")])


def build_set(startup: Startup) -> Command:
    """The command `set`."""
    return Command(startup, "config.set", _set, [argument("KEY"), argument("VALUE")])


def build_unset(startup: Startup) -> Command:
    """The command `unset`."""
    return Command(startup, "config.unset", _unset, [argument("KEY")])


def _list(call: Call, values: Values) -> int:
    settings = call.settings()
    if call.is_json:
        write_json({key.value: settings.value(key) for key in SettingKey})
        return ExitCode.DONE
    columns = [
        Column(call.words("cli.column.setting")),
        Column(call.words("cli.column.value"), is_elastic=True),
    ]
    write_table(columns, [(key.value, settings.value(key) or "") for key in SettingKey])
    say(call.words("cli.config.file", path=call.config_path))
    return ExitCode.DONE


def _get(call: Call, values: Values) -> int:
    value = call.settings().value(_key(values["key"]))
    if value is None:
        say(call.words("cli.config.not_set", key=values["key"]))
    else:
        write_text(value)
    return ExitCode.DONE


def _set(call: Call, values: Values) -> int:
    key, value = _key(values["key"]), values["value"].strip()
    if key is SettingKey.DEPARTMENT:
        value = _department(call, value)
    write_setting(call.config_path, key, value)
    say(call.words("cli.config.saved", key=key.value, value=value))
    return ExitCode.DONE


def _unset(call: Call, values: Values) -> int:
    key = _key(values["key"])
    write_setting(call.config_path, key, None)
    say(call.words("cli.config.removed", key=key.value))
    return ExitCode.DONE


def _key(written: str) -> SettingKey:
    if written in set(SettingKey):
        return SettingKey(written)
    from ..nearest import unknown

    raise unknown("setting", written, [key.value for key in SettingKey])


def _department(call: Call, written: str) -> str:
    """The department's identity as text; a name that several regions know has to say which is meant."""
    from ..lookup import departments_named

    found = departments_named(call.library(), written)
    if len(found) > 1:
        raise UsageError("cli.config.which_region", name=written, names=" | ".join(map(str, found)))
    return str(found[0])
