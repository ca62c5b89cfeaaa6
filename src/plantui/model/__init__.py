"""The nouns of the field as frozen values: plans, departments, notes, lights. No input or output, no clock."""
