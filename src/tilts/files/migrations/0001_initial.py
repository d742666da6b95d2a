import django.db.models.deletion
import tilts.accounts.schools
import tilts.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="StoredFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("content_type", models.CharField(max_length=100, verbose_name="kind of file")),
                        ("size", models.PositiveBigIntegerField(help_text="In bytes.", verbose_name="size")),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("path", models.CharField(editable=False, max_length=200)),
                        (
                            "permission",
                            models.CharField(
                                help_text="Who has it may open the file.",
                                max_length=40,
                                verbose_name="needed permission",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="stored at")),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "path"), name="stored_file_path_once")
                        ],
                    },
                ),
            ],
        ),
    ]
