"""Questions about plans and notes: filters, counts, the outline, statistics."""
