"""What was read becomes a plan: ids, sections, places."""
