"""Measured claims: each compares Tilts with something else, side by side in one run. See docs/benchmarks.md."""
