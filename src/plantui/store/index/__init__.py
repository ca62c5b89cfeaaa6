"""The compiled index of the plan files: a cache that makes a start cost what is on the screen."""
