"""Documents of a word processor (.docx): reports, letters and ledgers on an office's own paper or the bundled one."""
