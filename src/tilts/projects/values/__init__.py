"""Figures of a project's own grant agreement beyond daily rates: confirmed or replaced, and exchanged as one file."""
