"""Plans with their notes ↔ the files of other systems, each with an account of what was lost on the way."""
