"""The making of a plan from what was read: ids, sections, places."""
