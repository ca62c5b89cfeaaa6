"""Foreign ledgers: tables with progress columns of other offices and systems, read by a column map as plan and notes."""
