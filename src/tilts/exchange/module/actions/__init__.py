"""Writes: templates and their columns, exports that come back, and settling what they have otherwise."""

from tilts.exchange.module.actions.returns import Outcome, compare_return
from tilts.exchange.module.actions.settling import (
    CannotTake,
    change_here,
    leave_open,
    mark_all_to_type,
    mark_to_type,
)
from tilts.exchange.module.actions.templates import FileRefused, keep_matches, keep_template, read_file

__all__ = [
    "CannotTake",
    "FileRefused",
    "Outcome",
    "change_here",
    "compare_return",
    "keep_matches",
    "keep_template",
    "leave_open",
    "mark_all_to_type",
    "mark_to_type",
    "read_file",
]
