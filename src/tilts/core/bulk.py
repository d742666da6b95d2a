"""Writing thousands of rows at once."""

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction


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
    table, staged = quoted(meta.db_table), quoted(f"staged_{meta.db_table}")
    # A column of its own keeps the order, in which the keys are given and come back.
    stage = f"create temporary table {staged} as select 0 as staged_place, {columns} from {table} with no data"  # noqa: S608 - names of our own models
    insert = f"insert into {table} ({columns}) select {columns} from {staged} order by staged_place returning id"  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(stage)
        with cursor.copy(f"copy {staged} from stdin") as copy:
            for place, each in enumerate(objects):
                values = [field.get_db_prep_save(field.pre_save(each, add=True), connection) for field in fields]
                copy.write_row((place, *values))
        cursor.execute(insert)
        keys = cursor.fetchall()
        cursor.execute(f"drop table {staged}")
    for each, (number,) in zip(objects, keys, strict=True):
        each.pk = number
        each._state.adding, each._state.db = False, connection.alias
