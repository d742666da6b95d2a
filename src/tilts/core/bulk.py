"""Writing thousands of rows at once."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from types import NoneType
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

#: Fields and values that reach the database as they are; asking the field would cost more than all the rest.
_PLAIN_FIELDS = {
    *(models.CharField, models.TextField, models.EmailField, models.DateField, models.BooleanField),
    *(models.IntegerField, models.PositiveIntegerField, models.PositiveSmallIntegerField, models.BigIntegerField),
}
_PLAIN_VALUES = {str, int, bool, date, NoneType}


def insert_many(objects: Sequence[models.Model]) -> None:
    """Insert new rows of one model, as `bulk_create` does, by COPY: for thousands of rows several times as fast.

    The objects get their keys, `id`. Row security refuses COPY into a table: the rows go through a temporary one, and
    from there into the table as any insert does, under its policies and triggers.
    """
    if not objects:
        return
    connection = connections[DEFAULT_DB_ALIAS]  # itself, for it is asked for every value
    meta, quoted = objects[0]._meta, connection.ops.quote_name
    fields = [field for field in meta.concrete_fields if not field.primary_key and not field.generated]
    columns = ", ".join(quoted(column) for field in fields if (column := field.column))
    values = [_value_of(field, connection) for field in fields]
    table, staged = quoted(meta.db_table), quoted(f"staged_{meta.db_table}")
    # A column of its own keeps the order, in which the keys are given and come back.
    stage = f"create temporary table {staged} as select 0 as staged_place, {columns} from {table} with no data"  # noqa: S608 - names of our own models
    insert = f"insert into {table} ({columns}) select {columns} from {staged} order by staged_place returning id"  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(stage)
        with cursor.copy(f"copy {staged} from stdin") as copy:
            for place, each in enumerate(objects):
                copy.write_row((place, *(value_of(each) for value_of in values)))
        cursor.execute(insert)
        keys = cursor.fetchall()
        cursor.execute(f"drop table {staged}")
    for each, (number,) in zip(objects, keys, strict=True):
        each.pk = number
        each._state.adding, each._state.db = False, connection.alias


def _value_of(field: Any, connection: BaseDatabaseWrapper) -> Callable[[models.Model], Any]:
    """From an object to what stands in the field's column."""
    read = attrgetter(field.attname)

    def asked(each: models.Model) -> Any:
        return field.get_db_prep_save(field.pre_save(each, add=True), connection)

    def plain(each: models.Model) -> Any:
        value = read(each)
        return value if value.__class__ in _PLAIN_VALUES else asked(each)

    is_stamped = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    is_plain = type(field) in _PLAIN_FIELDS or isinstance(field, models.ForeignKey)
    return plain if is_plain and not is_stamped else asked
