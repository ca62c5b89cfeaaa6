"""Comparison of plans: which tasks of several plans are the same task, and what each plan says otherwise."""
