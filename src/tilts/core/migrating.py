"""Migrations: operations that cost little where there are many tables, and tables that lack what models want."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Many operations that come to the same at once, such as all new tables of an app.

    Django draws its models anew after each operation, and every table of a school hangs together with every other
    through the school: with 200 of them that takes a minute. Here they are drawn once. So no operation may build upon
    the tables as another one of the same list leaves them.
    """

    serialization_expand_args = ["operations"]
    reversible = False

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # drawn again when somebody asks
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


def missing_columns() -> list[str]:
    """Columns, as `table.column`, that models have and the database lacks, in apps with nothing left to migrate.

    An installation whose tables were made by migrations that have since been written anew as one, and that was not up
    to date then, has some: its record of the first one says that all is there.
    """
    executor = MigrationExecutor(connection)
    begun = {app for app, _name in executor.loader.applied_migrations}
    begun -= {migration.app_label for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())}
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid"
            " where relkind = 'r' and attnum > 0 and not attisdropped and pg_table_is_visible(attrelid)"
        )
        there = {name for (name,) in cursor.fetchall()}
    wanted = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in begun and model.__module__.startswith("tilts.")
        for field in model._meta.local_concrete_fields
    }
    return sorted(wanted - there)
