"""Working ledgers that a department filled in by hand come back as notes."""
