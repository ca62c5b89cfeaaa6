"""What a piece of text is by its form: a number before a heading, the name of a body."""
