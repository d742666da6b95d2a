"""Bases of the tables that belong to a school."""

from typing import Any

from django.db import models

from tilts.accounts.schools import current_school_id


class SchoolOwned(models.Model):
    """A row of one school; `school` is filled in from `in_school`."""

    school = models.ForeignKey(
        "accounts.School",
        on_delete=models.CASCADE,
        default=current_school_id,
        editable=False,
        related_name="+",
        db_index=False,  # each index begins with the school: (school, id) serves
    )

    class Meta:
        abstract = True


class BetweenSchools(models.Model):
    """A row that one school writes and another takes over; a third sees nothing of it.

    The sender adds it and may look at it; the receiver alone changes it or takes it away. The database keeps that with
    policies of its own, which `row_security` makes.
    """

    sender = models.CharField(max_length=40, help_text="Short name of the school that wrote it.")
    receiver = models.ForeignKey("accounts.School", on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class SchoolForeignKey(models.ForeignKey):  # type: ignore[type-arg]
    """A foreign key between rows of the same school.

    The database keeps it with a constraint over (id, school_id), which `row_security` makes: a
    plain one would accept another school's row.
    """

    def __init__(self, to: Any, on_delete: Any, **options: Any) -> None:
        options["db_constraint"] = False
        options["db_index"] = False
        super().__init__(to, on_delete, **options)

    def deconstruct(self) -> Any:
        name, path, arguments, options = super().deconstruct()
        options.pop("db_constraint", None)
        options.pop("db_index", None)
        return name, path, arguments, options
