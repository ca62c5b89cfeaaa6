"""Dated backups of the ledger beside it: made at a day's first write, listed, and put back."""

from .files import Backup, backup_folder, backups_of, days_kept, saved_ledgers, stray_files
from .making import LARGE, BackupFailed, back_up, back_up_before, day_of, is_due

__all__ = [
    "LARGE",
    "Backup",
    "BackupFailed",
    "back_up",
    "back_up_before",
    "backup_folder",
    "backups_of",
    "day_of",
    "days_kept",
    "is_due",
    "saved_ledgers",
    "stray_files",
]
