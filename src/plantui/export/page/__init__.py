"""Forms as web pages: one file each that needs no network and no scripts, reads well on a screen and prints well."""
