"""`plantui office`: the choices that hold for a whole office."""
