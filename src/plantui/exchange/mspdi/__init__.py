"""Schedules of Microsoft Project as XML (MSPDI): an outline of tasks with milestones."""
