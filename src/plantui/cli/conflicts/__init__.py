"""`plantui conflicts`: notes that two desks changed, listed and settled."""
