import django.db.models.deletion
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("mobilities", "0001_initial"),
        ("projects", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Roster",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "columns",
                            models.JSONField(
                                default=list, help_text="Pairs of a head as written and its field, as in the file."
                            ),
                        ),
                        ("columns_not_used", models.JSONField(default=list, help_text="Heads as written.")),
                        (
                            "notes",
                            models.JSONField(
                                default=list, help_text="What was decided while reading, see exchange.records.Problem."
                            ),
                        ),
                        ("people_added", models.PositiveIntegerField(default=0)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("finished_at", models.DateTimeField(null=True)),
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
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rosters",
                                to="mobilities.flow",
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
                            models.UniqueConstraint(fields=("school", "flow", "sha256"), name="roster_once_in_flow")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RosterRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveIntegerField(
                                help_text="As the person sees it in the spreadsheet, the head counted."
                            ),
                        ),
                        ("sheet", models.CharField(blank=True, max_length=100)),
                        ("raw", models.JSONField(default=dict, help_text="Field → text as written, or as mended.")),
                        (
                            "problems",
                            models.JSONField(
                                default=list, help_text="What is to be mended, see exchange.records.Problem."
                            ),
                        ),
                        (
                            "roster",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="exchange.roster"
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
                        "ordering": ["sheet", "number", "pk"],
                        "indexes": [
                            models.Index(fields=["school", "roster", "sheet", "number"], name="roster_row_in_order")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("different", "Another value"),
                                    ("amount", "Another amount"),
                                    ("draft", "Draft in the module"),
                                    ("only_there", "Only in the module"),
                                    ("only_here", "Only in Tilts"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, help_text="The mobility's number in the module.", max_length=60
                            ),
                        ),
                        (
                            "row",
                            models.PositiveIntegerField(
                                help_text="In the file, as a spreadsheet program counts.", null=True
                            ),
                        ),
                        ("field", models.CharField(blank=True, max_length=40)),
                        ("theirs", models.CharField(blank=True, max_length=300)),
                        ("ours", models.CharField(blank=True, max_length=300)),
                        (
                            "person",
                            models.JSONField(
                                default=dict, help_text="Who stands in a row that Tilts does not know: field → text."
                            ),
                        ),
                        (
                            "is_to_type",
                            models.BooleanField(
                                default=False, help_text="Ours is right: to be put right in the module."
                            ),
                        ),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.mobility",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="module_findings",
                                to="projects.project",
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
                        "ordering": ["kind", "row", "pk"],
                        "indexes": [
                            models.Index(fields=["school", "project", "is_to_type"], name="module_finding_of_project")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleMatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("action", models.CharField(max_length=40)),
                        ("call_year", models.PositiveSmallIntegerField()),
                        ("head_key", models.CharField(db_collation="C", max_length=200)),
                        ("field", models.CharField(max_length=40)),
                        (
                            "text",
                            models.CharField(
                                blank=True, help_text="Where the same stands in every row.", max_length=200
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "action", "call_year", "head_key"), name="module_match_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleNumber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(db_collation="C", max_length=60)),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.mobility",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="projects.project"
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
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project", "number"), name="module_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("mobility__isnull", False)),
                                fields=("school", "mobility"),
                                name="module_number_of_mobility",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("flow__isnull", False)),
                                fields=("school", "flow"),
                                name="module_number_of_flow",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleReturn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        ("rows", models.PositiveIntegerField()),
                        ("read_at", models.DateTimeField(auto_now=True)),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="module_returns",
                                to="projects.project",
                            ),
                        ),
                        (
                            "read_by",
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
                        "ordering": ["-read_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project", "sha256"), name="module_return_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200, verbose_name="file")),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.JSONField(default=dict, help_text="See exchange.module.storing.")),
                        (
                            "date_style",
                            models.CharField(
                                choices=[("iso", "2022-05-31"), ("slashes", "31/05/2022"), ("dots", "31.05.2022")],
                                default="iso",
                                max_length=10,
                                verbose_name="how days are written",
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(auto_now=True)),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="module_templates",
                                to="projects.project",
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
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project"), name="module_template_of_project")
                        ],
                    },
                ),
            ],
        ),
    ]
