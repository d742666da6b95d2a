"""The money of a project: its budget, what is promised and paid, what comes in, what is shown for it."""
