"""The table that counts tries of signing in, in the form of Django's `createcachetable`.

Not logged: after a crash of the server it is empty, which lets everybody try anew and loses nothing.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_personal_links"),
    ]

    operations = [
        migrations.RunSQL(
            sql=[
                """
                create unlogged table sign_in_cache (
                    cache_key varchar(255) primary key,
                    value text not null,
                    expires timestamp with time zone not null
                )
                """,
                "create index sign_in_cache_expires on sign_in_cache (expires)",
            ],
            reverse_sql="drop table sign_in_cache",
        ),
    ]
