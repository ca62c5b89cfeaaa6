"""Forms that come back from a spreadsheet or a word processor: filled-in ledgers, hand-edited reports."""
