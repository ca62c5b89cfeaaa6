"""`plantui note`: progress notes from the command line."""
