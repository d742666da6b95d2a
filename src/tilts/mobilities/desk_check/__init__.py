"""Desk checks: for a sample of stays every supporting paper by cost category, what is missing, an auditor's link."""
