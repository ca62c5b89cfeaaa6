"""A document as its pieces, and what there is to see of one in which no task was found."""
