"""Heads of Beneficiary Module files, filling of its templates, comparing of what comes back. Pure."""
