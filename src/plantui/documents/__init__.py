"""An issued document becomes a plan: offline, by rules alone, every field traced to its place in the source."""
