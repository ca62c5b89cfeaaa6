"""`plantui config`: the user's settings."""
