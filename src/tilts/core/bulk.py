"""Writing thousands of rows at once, by COPY: several times as fast as `bulk_create`.

Row security refuses COPY into a table: the rows go through a temporary one, and from there into the table as any insert
does, under its policies and triggers.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
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


@contextmanager
def many_objects() -> Iterator[None]:
    """Around work that makes objects by the ten thousand, or on a function: none is looked at for circular garbage.

    Looking at all of them again and again takes a third of the time. What is in no circle goes as ever.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def insert_many(objects: Sequence[models.Model]) -> None:
    """Insert new rows of one model, as `bulk_create` does. The objects get their keys, `id`."""
    if not objects:
        return
    connection = _connection()
    fields = _fields(objects[0])
    values = [_value_of(field, connection) for field in fields]
    keys = _copy(objects[0], fields, ([value_of(each) for value_of in values] for each in objects), connection)
    for each, key in zip(objects, keys, strict=True):
        each.pk = key
        each._state.adding, each._state.db = False, connection.alias


def insert_like(template: models.Model, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows that have the fields `names` as each of `rows` says, and all others as the template, never saved.

    For rows that nobody needs as objects: making those would take most of the time.

        insert_like(Mobility(flow=flow), ["person_id"], [[person.pk] for person in people])
    """
    connection = _connection()
    changing = [template._meta.get_field(name) for name in names]
    alike = [field for field in _fields(template) if field not in changing]
    same = [_value_of(field, connection)(template) for field in alike]
    convert = [_conversion(field, connection) for field in changing]
    values = ([*same, *(into(value) for into, value in zip(convert, row, strict=True))] for row in rows)
    _copy(template, [*alike, *changing], values, connection)


def _connection() -> BaseDatabaseWrapper:
    return connections[DEFAULT_DB_ALIAS]  # itself, not its proxy, which would be asked for every value


def _fields(row: models.Model) -> list[Any]:
    return [field for field in row._meta.concrete_fields if not field.primary_key and not field.generated]


def _copy(
    row: models.Model, fields: Sequence[Any], values: Iterable[Sequence[Any]], connection: BaseDatabaseWrapper
) -> list[int]:
    """The keys of the new rows, in the order of the values."""
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    table, staged = quoted(row._meta.db_table), quoted(f"staged_{row._meta.db_table}")
    # A column of its own keeps the order, in which the keys are given and come back.
    stage = f"create temporary table {staged} as select 0 as staged_place, {columns} from {table} with no data"  # noqa: S608 - names of our own models
    insert = f"insert into {table} ({columns}) select {columns} from {staged} order by staged_place returning id"  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(stage)
        with cursor.copy(f"copy {staged} from stdin") as copy:
            for place, each in enumerate(values):
                copy.write_row((place, *each))
        cursor.execute(insert)
        keys = [key for (key,) in cursor.fetchall()]
        cursor.execute(f"drop table {staged}")
    return keys


def _value_of(field: Any, connection: BaseDatabaseWrapper) -> Callable[[models.Model], Any]:
    """From an object to what stands in the field's column."""
    convert = _conversion(field, connection)
    if type(field).pre_save is models.Field.pre_save:
        name = field.attname
        return lambda each: convert(getattr(each, name))
    return lambda each: convert(field.pre_save(each, add=True))


def _conversion(field: Any, connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """From a value of the field to what stands in its column."""

    def asked(value: Any) -> Any:
        return field.get_db_prep_save(value, connection)

    def plain(value: Any) -> Any:
        return value if value.__class__ in _PLAIN_VALUES else asked(value)

    return plain if type(field) in _PLAIN_FIELDS or isinstance(field, models.ForeignKey) else asked
