"""The command line: data on stdout, words on stderr. Modules are imported by the command that needs them."""
