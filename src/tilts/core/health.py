"""Is this installation healthy? One sentence for each thing that is not."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def findings() -> list[str]:
    """What is wrong, each with its cure; empty when nothing is. The database must be running."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user")
        if any(cursor.fetchone()):
            found.append("The app works with a role that may do too much: name a plain role in DATABASE_URL.")
        cursor.execute(
            "select count(*) from pg_class join pg_roles on pg_roles.oid = relowner where rolname = current_user"
        )
        if cursor.fetchone()[0]:
            found.append(
                "The app's role owns tables, so row security does not bind it: run `tilts setup` as the owner."
            )
        cursor.execute("show server_version_num")
        if int(cursor.fetchone()[0]) < 150000:
            found.append("PostgreSQL is older than 15.")
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        found.append("The tables are older than the program: run `tilts setup`.")
    return found
