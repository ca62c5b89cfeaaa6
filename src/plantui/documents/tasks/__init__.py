"""What one task of the structure says: its fields with their places, as one value for every language."""
