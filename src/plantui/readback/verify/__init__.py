"""Reports that were edited by hand: which of their figures no longer agree with the ledger."""
