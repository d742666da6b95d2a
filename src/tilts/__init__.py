"""Tilts: the working place of a vocational school's international office."""

__version__ = "0.1.0"
