"""Plan files: TOML to model and back with checks that name file, line and key; JSON form; search path."""

FORMAT = 1
"""The version of the plan, departments and JSON forms that this program reads and writes."""
FORMS_FOLDER = "forms"
"""Folder of an office's own forms, in the settings folder and in folders of plans."""
