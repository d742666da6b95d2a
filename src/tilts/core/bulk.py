"""Writing thousands of rows at once."""

from collections.abc import Sequence

from django.db import connection, models, transaction
from psycopg import sql


def insert_many(objects: Sequence[models.Model]) -> None:
    """Insert new rows of one model, as `bulk_create` does, by COPY: for thousands of rows several times as fast.

    The objects get their keys. Row security refuses COPY into a table: the rows go through a temporary one, and from
    there into the table as any insert does, under its policies and triggers.
    """
    if not objects:
        return
    meta = objects[0]._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key and not field.generated]
    columns = sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields])
    table, key = sql.Identifier(meta.db_table), sql.Identifier(str(meta.pk.column))
    staged = sql.Identifier(f"staged_{meta.db_table}")
    with transaction.atomic(), connection.cursor() as cursor:
        # Its own column keeps the order, in which the keys are given and come back.
        cursor.execute(
            sql.SQL("create temporary table {} as select 0 as place, {} from {} with no data").format(
                staged, columns, table
            )
        )
        with cursor.copy(sql.SQL("copy {} from stdin").format(staged)) as copy:
            for place, each in enumerate(objects):
                values = (field.get_db_prep_save(field.pre_save(each, add=True), connection) for field in fields)
                copy.write_row((place, *values))
        cursor.execute(
            sql.SQL("insert into {} ({}) select {} from {} order by place returning {}").format(
                table, columns, columns, staged, key
            )
        )
        keys = cursor.fetchall()
        cursor.execute(sql.SQL("drop table {}").format(staged))
    for each, (number,) in zip(objects, keys, strict=True):
        each.pk = number
        each._state.adding, each._state.db = False, connection.alias
