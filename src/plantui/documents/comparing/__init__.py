"""Two copies of one document side by side: what differs, where, and which reading is right."""
