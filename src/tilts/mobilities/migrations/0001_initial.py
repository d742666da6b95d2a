import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.encryption
import tilts.core.migrating
import tilts.mobilities.costs.models
import tilts.mobilities.models
import tilts.mobilities.planner.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("agreements", "0001_initial"),
        ("files", "0001_initial"),
        ("partners", "0001_initial"),
        ("people", "0001_initial"),
        ("projects", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="AuditorLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(
                                help_text="For example: the agency, department of checks.",
                                max_length=150,
                                verbose_name="for whom",
                            ),
                        ),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "created_by",
                            models.CharField(
                                help_text="A name, so that it stays when the account goes.", max_length=200
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, max_length=200)),
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
                            "check_of",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="mobilities.deskcheck",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="auditor_link_ended_has_who",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditorView",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(choices=[("sample", "The sample"), ("paper", "A paper")], max_length=10),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True, help_text="Which paper, as the registry calls it.", max_length=40
                            ),
                        ),
                        (
                            "mobility_number",
                            models.BigIntegerField(
                                blank=True, help_text="Of the stay; it outlives the stay.", null=True
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "link",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="views",
                                to="mobilities.auditorlink",
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
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="DeskCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="For example the number and day of the agency's letter.",
                                max_length=150,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("hand", "Picked by hand"),
                                    ("list", "The agency's list"),
                                    ("random", "By chance"),
                                ],
                                max_length=10,
                                verbose_name="how it was drawn",
                            ),
                        ),
                        ("seed", models.CharField(blank=True, max_length=40, verbose_name="seed")),
                        ("drawn_from", models.PositiveIntegerField(verbose_name="drawn from")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="desk_checks",
                                to="projects.project",
                                verbose_name="project",
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
                    },
                ),
                migrations.CreateModel(
                    name="Flow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "learning_outcomes",
                            models.TextField(
                                blank=True,
                                help_text="What participants will be able to do; one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        (
                            "programme",
                            models.TextField(
                                blank=True,
                                help_text="Tasks and days, as the host plans them.",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "insurance",
                            models.TextField(
                                blank=True,
                                help_text="Who insures what, with the policy's number.",
                                verbose_name="insurance",
                            ),
                        ),
                        (
                            "journey",
                            models.TextField(
                                blank=True, help_text="How and when there and back.", verbose_name="journey"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As your office calls it, for example “Dresden, May”.",
                                max_length=150,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("out", "From your school abroad"), ("in", "From abroad to your school")],
                                default="out",
                                max_length=3,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=tilts.mobilities.models.activities,
                                default="short_term_learner",
                                max_length=40,
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("physical", "Physical"),
                                    ("virtual", "Virtual"),
                                    ("blended", "Blended: physical with a virtual part"),
                                ],
                                default="physical",
                                max_length=10,
                                verbose_name="mode",
                            ),
                        ),
                        (
                            "contact_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Of the virtual part.", null=True, verbose_name="contact hours"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day of the activity")),
                        ("ends_on", models.DateField(verbose_name="last day of the activity")),
                        (
                            "travel_days",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="Days on the way outside the activity, there and back together.",
                                validators=[django.core.validators.MaxValueValidator(14)],
                                verbose_name="travel days",
                            ),
                        ),
                        (
                            "green",
                            models.BooleanField(
                                default=False,
                                help_text="Most of the way by train, bus, ship, bicycle or shared car.",
                                verbose_name="green travel",
                            ),
                        ),
                        (
                            "own_distance_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="One way. Only where the towns' distance is not the one that counts.",
                                max_digits=7,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.01")),
                                    django.core.validators.MaxValueValidator(Decimal("20040")),
                                ],
                                verbose_name="distance in km, if another",
                            ),
                        ),
                        (
                            "own_distance_evidence",
                            models.CharField(
                                blank=True,
                                help_text="For example: the funder's calculator, printed on 3 March 2022.",
                                max_length=300,
                                verbose_name="evidence of that distance",
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="Participants, without accompanying persons.", verbose_name="seats"
                            ),
                        ),
                        ("sort_key", models.BinaryField(default=bytes)),
                        ("search_key", models.CharField(db_collation="C", default="", editable=False, max_length=300)),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                help_text="Where they go; for stays at your school, where they come from.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="flows",
                                to="partners.partner",
                                verbose_name="partner organisation",
                            ),
                        ),
                        (
                            "planned_activity",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="flows",
                                to="agreements.plannedactivity",
                                verbose_name="planned activity",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="flows",
                                to="projects.project",
                                verbose_name="project",
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
                        "ordering": ["-starts_on", "pk"],
                        "indexes": [models.Index(fields=["school", "-starts_on"], name="flow_by_start")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="flow_ends_after_it_starts",
                                violation_error_message="The last day lies before the first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("own_distance_km", None),
                                    models.Q(("own_distance_evidence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="flow_distance_has_evidence",
                                violation_error_message="Another distance than the towns' needs its evidence.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FlowEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "learning_outcomes",
                            models.TextField(
                                blank=True,
                                help_text="What participants will be able to do; one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        (
                            "programme",
                            models.TextField(
                                blank=True,
                                help_text="Tasks and days, as the host plans them.",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "insurance",
                            models.TextField(
                                blank=True,
                                help_text="Who insures what, with the policy's number.",
                                verbose_name="insurance",
                            ),
                        ),
                        (
                            "journey",
                            models.TextField(
                                blank=True, help_text="How and when there and back.", verbose_name="journey"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As your office calls it, for example “Dresden, May”.",
                                max_length=150,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("out", "From your school abroad"), ("in", "From abroad to your school")],
                                default="out",
                                max_length=3,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=tilts.mobilities.models.activities,
                                default="short_term_learner",
                                max_length=40,
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("physical", "Physical"),
                                    ("virtual", "Virtual"),
                                    ("blended", "Blended: physical with a virtual part"),
                                ],
                                default="physical",
                                max_length=10,
                                verbose_name="mode",
                            ),
                        ),
                        (
                            "contact_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Of the virtual part.", null=True, verbose_name="contact hours"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day of the activity")),
                        ("ends_on", models.DateField(verbose_name="last day of the activity")),
                        (
                            "travel_days",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="Days on the way outside the activity, there and back together.",
                                validators=[django.core.validators.MaxValueValidator(14)],
                                verbose_name="travel days",
                            ),
                        ),
                        (
                            "green",
                            models.BooleanField(
                                default=False,
                                help_text="Most of the way by train, bus, ship, bicycle or shared car.",
                                verbose_name="green travel",
                            ),
                        ),
                        (
                            "own_distance_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="One way. Only where the towns' distance is not the one that counts.",
                                max_digits=7,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.01")),
                                    django.core.validators.MaxValueValidator(Decimal("20040")),
                                ],
                                verbose_name="distance in km, if another",
                            ),
                        ),
                        (
                            "own_distance_evidence",
                            models.CharField(
                                blank=True,
                                help_text="For example: the funder's calculator, printed on 3 March 2022.",
                                max_length=300,
                                verbose_name="evidence of that distance",
                            ),
                        ),
                        (
                            "seats",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="Participants, without accompanying persons.", verbose_name="seats"
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                help_text="Where they go; for stays at your school, where they come from.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                                verbose_name="partner organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "planned_activity",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.plannedactivity",
                                verbose_name="planned activity",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Mobility",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "learning_outcomes",
                            models.TextField(
                                blank=True,
                                help_text="What participants will be able to do; one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        (
                            "programme",
                            models.TextField(
                                blank=True,
                                help_text="Tasks and days, as the host plans them.",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "insurance",
                            models.TextField(
                                blank=True,
                                help_text="Who insures what, with the policy's number.",
                                verbose_name="insurance",
                            ),
                        ),
                        (
                            "journey",
                            models.TextField(
                                blank=True, help_text="How and when there and back.", verbose_name="journey"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[("participant", "Participant"), ("accompanying", "Accompanying person")],
                                default="participant",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "Planned"), ("done", "Took place"), ("cancelled", "Cancelled")],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("own_starts_on", models.DateField(blank=True, null=True, verbose_name="own first day")),
                        ("own_ends_on", models.DateField(blank=True, null=True, verbose_name="own last day")),
                        ("attended_from", models.DateField(blank=True, null=True, verbose_name="attended from")),
                        ("attended_until", models.DateField(blank=True, null=True, verbose_name="attended until")),
                        (
                            "asked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="asked at"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at"),
                        ),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mobilities",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mobilities",
                                to="people.person",
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
                        "ordering": ["role", "person__sort_key", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "flow", "person"),
                                name="person_once_in_flow",
                                violation_error_message="This person is already in the flow.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "done"), _negated=True),
                                    models.Q(
                                        ("attended_from__isnull", False),
                                        ("attended_until__gte", models.F("attended_from")),
                                    ),
                                    _connector="OR",
                                ),
                                name="mobility_done_has_days",
                                violation_error_message="A stay that took place has its first and last day, in this order.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InclusionCost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "real_eur",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "mobility_id"), default="", max_length=20
                            ),
                        ),
                        (
                            "evidence",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "mobility_id"), default="", max_length=300
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
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inclusion_costs",
                                to="mobilities.mobility",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "mobility"), name="one_inclusion_cost")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeskCheckStay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "check_of",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stays",
                                to="mobilities.deskcheck",
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
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mobilities.mobility"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "check_of", "mobility"), name="stay_once_in_check"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MobilityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "learning_outcomes",
                            models.TextField(
                                blank=True,
                                help_text="What participants will be able to do; one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        (
                            "programme",
                            models.TextField(
                                blank=True,
                                help_text="Tasks and days, as the host plans them.",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "insurance",
                            models.TextField(
                                blank=True,
                                help_text="Who insures what, with the policy's number.",
                                verbose_name="insurance",
                            ),
                        ),
                        (
                            "journey",
                            models.TextField(
                                blank=True, help_text="How and when there and back.", verbose_name="journey"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[("participant", "Participant"), ("accompanying", "Accompanying person")],
                                default="participant",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "Planned"), ("done", "Took place"), ("cancelled", "Cancelled")],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("own_starts_on", models.DateField(blank=True, null=True, verbose_name="own first day")),
                        ("own_ends_on", models.DateField(blank=True, null=True, verbose_name="own last day")),
                        ("attended_from", models.DateField(blank=True, null=True, verbose_name="attended from")),
                        ("attended_until", models.DateField(blank=True, null=True, verbose_name="attended until")),
                        (
                            "asked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="asked at"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at"),
                        ),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.mobility",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PastActivity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "in_other_languages",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                help_text="By language, then by name of the field: WORDED.",
                                verbose_name="in other languages",
                            ),
                        ),
                        (
                            "source_title",
                            models.CharField(
                                blank=True,
                                help_text="A page, a contract, a report; with its date.",
                                max_length=200,
                                verbose_name="where it stands",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https", "http"])],
                                verbose_name="its web address",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what it was")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("placement", "Learners' placement"),
                                    ("training", "Teachers' training or visit"),
                                    ("exchange", "Exchange"),
                                    ("delegation", "Delegation"),
                                    ("conference", "Conference or meeting"),
                                    ("other", "Other"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("out", "From your school abroad"),
                                    ("in", "From abroad to your school"),
                                    ("here", "At home or online"),
                                ],
                                default="out",
                                max_length=4,
                                verbose_name="direction",
                            ),
                        ),
                        ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                        ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                        ("begins_on", models.DateField(verbose_name="begins")),
                        (
                            "begins_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="beginning known",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "ends_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="end known",
                            ),
                        ),
                        ("learners", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="learners")),
                        (
                            "staff",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers and other staff"
                            ),
                        ),
                        (
                            "others",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Guests, heads, people of partners.",
                                null=True,
                                verbose_name="others",
                            ),
                        ),
                        (
                            "in_all",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Where only the total is told.",
                                null=True,
                                verbose_name="in all, as stated",
                            ),
                        ),
                        (
                            "professions",
                            models.CharField(
                                blank=True,
                                help_text="Car mechanics, sewing, cookery …",
                                max_length=300,
                                verbose_name="professions or fields",
                            ),
                        ),
                        (
                            "how_chosen",
                            models.CharField(
                                blank=True,
                                help_text="For example: by competition.",
                                max_length=200,
                                verbose_name="how they were chosen",
                            ),
                        ),
                        ("arranged_by", models.CharField(blank=True, max_length=200, verbose_name="arranged by")),
                        (
                            "stated_by",
                            models.CharField(
                                blank=True,
                                help_text="An office or an organisation, no name.",
                                max_length=200,
                                verbose_name="who states it",
                            ),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="notes")),
                        ("sort_key", models.BinaryField(default=bytes)),
                        ("search_key", models.TextField(db_collation="C", editable=False)),
                        (
                            "group",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                help_text="Where it was with several, like “the five colleges of Poznań”.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_activities",
                                to="partners.partnergroup",
                                verbose_name="group of partners",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_activities",
                                to="partners.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "planned_activity",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="past_activities",
                                to="agreements.plannedactivity",
                                verbose_name="planned activity",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_activities",
                                to="projects.project",
                                verbose_name="project",
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
                        "verbose_name_plural": "past activities",
                        "ordering": ["-begins_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["school", "-begins_on"], name="past_activity_by_beginning"),
                            models.Index(fields=["school", "partner"], name="past_activity_of_partner"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on", None), ("ends_on__gte", models.F("begins_on")), _connector="OR"
                                ),
                                name="past_activity_ends_after_it_begins",
                                violation_error_message="The last day lies before the first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("partner", None), _negated=True),
                                    models.Q(("group", None), _negated=True),
                                    models.Q(("country", ""), _negated=True),
                                    ("direction", "here"),
                                    _connector="OR",
                                ),
                                name="past_activity_is_somewhere",
                                violation_error_message="Give the partner, a group of partners, or the country at least.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PastActivityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "in_other_languages",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                editable=False,
                                help_text="By language, then by name of the field: WORDED.",
                                verbose_name="in other languages",
                            ),
                        ),
                        (
                            "source_title",
                            models.CharField(
                                blank=True,
                                help_text="A page, a contract, a report; with its date.",
                                max_length=200,
                                verbose_name="where it stands",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https", "http"])],
                                verbose_name="its web address",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what it was")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("placement", "Learners' placement"),
                                    ("training", "Teachers' training or visit"),
                                    ("exchange", "Exchange"),
                                    ("delegation", "Delegation"),
                                    ("conference", "Conference or meeting"),
                                    ("other", "Other"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("out", "From your school abroad"),
                                    ("in", "From abroad to your school"),
                                    ("here", "At home or online"),
                                ],
                                default="out",
                                max_length=4,
                                verbose_name="direction",
                            ),
                        ),
                        ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                        ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                        ("begins_on", models.DateField(verbose_name="begins")),
                        (
                            "begins_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="beginning known",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends")),
                        (
                            "ends_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="end known",
                            ),
                        ),
                        ("learners", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="learners")),
                        (
                            "staff",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers and other staff"
                            ),
                        ),
                        (
                            "others",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Guests, heads, people of partners.",
                                null=True,
                                verbose_name="others",
                            ),
                        ),
                        (
                            "in_all",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Where only the total is told.",
                                null=True,
                                verbose_name="in all, as stated",
                            ),
                        ),
                        (
                            "professions",
                            models.CharField(
                                blank=True,
                                help_text="Car mechanics, sewing, cookery …",
                                max_length=300,
                                verbose_name="professions or fields",
                            ),
                        ),
                        (
                            "how_chosen",
                            models.CharField(
                                blank=True,
                                help_text="For example: by competition.",
                                max_length=200,
                                verbose_name="how they were chosen",
                            ),
                        ),
                        ("arranged_by", models.CharField(blank=True, max_length=200, verbose_name="arranged by")),
                        (
                            "stated_by",
                            models.CharField(
                                blank=True,
                                help_text="An office or an organisation, no name.",
                                max_length=200,
                                verbose_name="who states it",
                            ),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="notes")),
                        (
                            "group",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                help_text="Where it was with several, like “the five colleges of Poznań”.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partnergroup",
                                verbose_name="group of partners",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.pastactivity",
                            ),
                        ),
                        (
                            "planned_activity",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.plannedactivity",
                                verbose_name="planned activity",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StayCosts",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "course_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Days that fees are paid for, without travel.",
                                null=True,
                                verbose_name="days of the course",
                            ),
                        ),
                        (
                            "linguistic",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="a course of the language is needed"
                            ),
                        ),
                        (
                            "zero_grant",
                            models.BooleanField(blank=True, null=True, verbose_name="takes part without a grant"),
                        ),
                        (
                            "real_travel_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Only for a dear journey, of which the travel grant covers too little.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="real cost of the journey in EUR",
                            ),
                        ),
                        (
                            "domestic_travel_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="In calls that pay more for it.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="real cost of travel within the country in EUR",
                            ),
                        ),
                        (
                            "visa_and_health_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What the receipts add up to, for one person.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="visa, residence permit, vaccination in EUR",
                            ),
                        ),
                        (
                            "guarantee_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What the bank asks, for one person, where the agency demands a guarantee.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="financial guarantee in EUR",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                help_text="Offers, tickets or receipts, and where they lie.",
                                max_length=300,
                                verbose_name="evidence of real costs",
                            ),
                        ),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mobilities.flow"
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.mobility",
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
                                fields=("school", "flow", "mobility"),
                                name="costs_once_for_a_stay",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("evidence", ""), _negated=True),
                                    models.Q(
                                        ("domestic_travel_eur", None),
                                        ("guarantee_eur", None),
                                        ("real_travel_eur", None),
                                        ("visa_and_health_eur", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="real_costs_have_evidence",
                                violation_error_message="Real costs need their evidence.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StayCostsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "course_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Days that fees are paid for, without travel.",
                                null=True,
                                verbose_name="days of the course",
                            ),
                        ),
                        (
                            "linguistic",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="a course of the language is needed"
                            ),
                        ),
                        (
                            "zero_grant",
                            models.BooleanField(blank=True, null=True, verbose_name="takes part without a grant"),
                        ),
                        (
                            "real_travel_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Only for a dear journey, of which the travel grant covers too little.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="real cost of the journey in EUR",
                            ),
                        ),
                        (
                            "domestic_travel_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="In calls that pay more for it.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="real cost of travel within the country in EUR",
                            ),
                        ),
                        (
                            "visa_and_health_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What the receipts add up to, for one person.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="visa, residence permit, vaccination in EUR",
                            ),
                        ),
                        (
                            "guarantee_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What the bank asks, for one person, where the agency demands a guarantee.",
                                max_digits=8,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="financial guarantee in EUR",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                help_text="Offers, tickets or receipts, and where they lie.",
                                max_length=300,
                                verbose_name="evidence of real costs",
                            ),
                        ),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.mobility",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.staycosts",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StayProvision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=tilts.mobilities.costs.models.provided_categories,
                                max_length=40,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "by",
                            models.CharField(
                                choices=[
                                    ("person", "Paid to the person"),
                                    ("bought", "Bought by the school"),
                                    ("provided", "Provided by the host"),
                                ],
                                max_length=10,
                                verbose_name="who pays",
                            ),
                        ),
                        (
                            "eur",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="EUR for one person"
                            ),
                        ),
                        ("what", models.CharField(blank=True, max_length=100, verbose_name="what")),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mobilities.flow"
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="mobilities.mobility",
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
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "flow", "mobility", "category"),
                                name="provision_once_for_a_stay",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("eur", None), ("eur__gt", 0), _connector="OR"),
                                name="provision_is_not_negative",
                                violation_error_message="An amount that is bought or provided is more than 0.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StayProvisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "category",
                            models.CharField(
                                choices=tilts.mobilities.costs.models.provided_categories,
                                max_length=40,
                                verbose_name="category",
                            ),
                        ),
                        (
                            "by",
                            models.CharField(
                                choices=[
                                    ("person", "Paid to the person"),
                                    ("bought", "Bought by the school"),
                                    ("provided", "Provided by the host"),
                                ],
                                max_length=10,
                                verbose_name="who pays",
                            ),
                        ),
                        (
                            "eur",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="EUR for one person"
                            ),
                        ),
                        ("what", models.CharField(blank=True, max_length=100, verbose_name="what")),
                        (
                            "flow",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.flow",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.mobility",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.stayprovision",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupportingPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("category", models.CharField(max_length=40, verbose_name="cost category")),
                        (
                            "kind",
                            models.CharField(
                                help_text="As the registry of papers calls it.",
                                max_length=40,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, verbose_name="example")),
                        ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supporting_papers",
                                to="mobilities.mobility",
                                verbose_name="stay",
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
                        "ordering": ["category", "kind", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SupportingPaperEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("category", models.CharField(max_length=40, verbose_name="cost category")),
                        (
                            "kind",
                            models.CharField(
                                help_text="As the registry of papers calls it.",
                                max_length=40,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, verbose_name="example")),
                        ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added at")),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "mobility",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="mobilities.mobility",
                                verbose_name="stay",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.supportingpaper",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WishedFlow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=tilts.mobilities.planner.models.all_activities,
                                max_length=40,
                                verbose_name="activity",
                            ),
                        ),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                        (
                            "distance_km",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=7,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.01")),
                                    django.core.validators.MaxValueValidator(Decimal("20040")),
                                ],
                                verbose_name="distance in km, one way",
                            ),
                        ),
                        (
                            "participants",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="participants",
                            ),
                        ),
                        (
                            "accompanying",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(200)],
                                verbose_name="accompanying persons",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(366),
                                ],
                                verbose_name="days of the activity",
                            ),
                        ),
                        (
                            "travel_days",
                            models.PositiveSmallIntegerField(
                                default=2,
                                validators=[django.core.validators.MaxValueValidator(14)],
                                verbose_name="travel days",
                            ),
                        ),
                        ("green", models.BooleanField(default=False, verbose_name="green travel")),
                        ("blended", models.BooleanField(default=False, verbose_name="blended")),
                        (
                            "fewer_opportunities",
                            models.PositiveSmallIntegerField(default=0, verbose_name="with fewer opportunities"),
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
                        "ordering": ["activity", "country", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("fewer_opportunities__lte", models.F("participants"))),
                                name="wished_fewer_are_participants",
                                violation_error_message="No more than all participants can have fewer opportunities.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WishedFlowEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "activity",
                            models.CharField(
                                choices=tilts.mobilities.planner.models.all_activities,
                                max_length=40,
                                verbose_name="activity",
                            ),
                        ),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                        (
                            "distance_km",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=7,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.01")),
                                    django.core.validators.MaxValueValidator(Decimal("20040")),
                                ],
                                verbose_name="distance in km, one way",
                            ),
                        ),
                        (
                            "participants",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(2000),
                                ],
                                verbose_name="participants",
                            ),
                        ),
                        (
                            "accompanying",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[django.core.validators.MaxValueValidator(200)],
                                verbose_name="accompanying persons",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(366),
                                ],
                                verbose_name="days of the activity",
                            ),
                        ),
                        (
                            "travel_days",
                            models.PositiveSmallIntegerField(
                                default=2,
                                validators=[django.core.validators.MaxValueValidator(14)],
                                verbose_name="travel days",
                            ),
                        ),
                        ("green", models.BooleanField(default=False, verbose_name="green travel")),
                        ("blended", models.BooleanField(default=False, verbose_name="blended")),
                        (
                            "fewer_opportunities",
                            models.PositiveSmallIntegerField(default=0, verbose_name="with fewer opportunities"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="mobilities.wishedflow",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="flow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_flowevent" ("activity", "contact_hours", "direction", "ends_on", "green", "id", "insurance", "journey", "learning_outcomes", "mode", "name", "own_distance_evidence", "own_distance_km", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "programme", "project_id", "school_id", "seats", "starts_on", "travel_days") VALUES (NEW."activity", NEW."contact_hours", NEW."direction", NEW."ends_on", NEW."green", NEW."id", NEW."insurance", NEW."journey", NEW."learning_outcomes", NEW."mode", NEW."name", NEW."own_distance_evidence", NEW."own_distance_km", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_activity_id", NEW."programme", NEW."project_id", NEW."school_id", NEW."seats", NEW."starts_on", NEW."travel_days"); RETURN NULL;',
                            hash="f3c481952eff70c1d294f7677bc7a9812a8e6ad9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3f176",
                            table="mobilities_flow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="flow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."activity" IS DISTINCT FROM (NEW."activity") OR OLD."contact_hours" IS DISTINCT FROM (NEW."contact_hours") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."green" IS DISTINCT FROM (NEW."green") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."insurance" IS DISTINCT FROM (NEW."insurance") OR OLD."journey" IS DISTINCT FROM (NEW."journey") OR OLD."learning_outcomes" IS DISTINCT FROM (NEW."learning_outcomes") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."own_distance_evidence" IS DISTINCT FROM (NEW."own_distance_evidence") OR OLD."own_distance_km" IS DISTINCT FROM (NEW."own_distance_km") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."planned_activity_id" IS DISTINCT FROM (NEW."planned_activity_id") OR OLD."programme" IS DISTINCT FROM (NEW."programme") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."travel_days" IS DISTINCT FROM (NEW."travel_days"))',
                            func='INSERT INTO "mobilities_flowevent" ("activity", "contact_hours", "direction", "ends_on", "green", "id", "insurance", "journey", "learning_outcomes", "mode", "name", "own_distance_evidence", "own_distance_km", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "programme", "project_id", "school_id", "seats", "starts_on", "travel_days") VALUES (NEW."activity", NEW."contact_hours", NEW."direction", NEW."ends_on", NEW."green", NEW."id", NEW."insurance", NEW."journey", NEW."learning_outcomes", NEW."mode", NEW."name", NEW."own_distance_evidence", NEW."own_distance_km", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_activity_id", NEW."programme", NEW."project_id", NEW."school_id", NEW."seats", NEW."starts_on", NEW."travel_days"); RETURN NULL;',
                            hash="b3af46611a6850f8a3a45a2112298308c996e4ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eccb8",
                            table="mobilities_flow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="flow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_flowevent" ("activity", "contact_hours", "direction", "ends_on", "green", "id", "insurance", "journey", "learning_outcomes", "mode", "name", "own_distance_evidence", "own_distance_km", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "programme", "project_id", "school_id", "seats", "starts_on", "travel_days") VALUES (OLD."activity", OLD."contact_hours", OLD."direction", OLD."ends_on", OLD."green", OLD."id", OLD."insurance", OLD."journey", OLD."learning_outcomes", OLD."mode", OLD."name", OLD."own_distance_evidence", OLD."own_distance_km", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_activity_id", OLD."programme", OLD."project_id", OLD."school_id", OLD."seats", OLD."starts_on", OLD."travel_days"); RETURN NULL;',
                            hash="8e6e5438bf35a59c228bcf53e5c6fb29a0a9c6a4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8c1a3",
                            table="mobilities_flow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mobility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_mobilityevent" ("answered_at", "asked_at", "attended_from", "attended_until", "flow_id", "id", "insurance", "journey", "learning_outcomes", "own_ends_on", "own_starts_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "role", "school_id", "state") SELECT new_values."answered_at", new_values."asked_at", new_values."attended_from", new_values."attended_until", new_values."flow_id", new_values."id", new_values."insurance", new_values."journey", new_values."learning_outcomes", new_values."own_ends_on", new_values."own_starts_on", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."programme", new_values."role", new_values."school_id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values; RETURN NULL;',
                            hash="e2b2bf67a41dba614997eb06694b9e963f01742d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48b68",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="mobilities_mobility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mobility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mobilities_mobilityevent" ("answered_at", "asked_at", "attended_from", "attended_until", "flow_id", "id", "insurance", "journey", "learning_outcomes", "own_ends_on", "own_starts_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "role", "school_id", "state") VALUES (NEW."answered_at", NEW."asked_at", NEW."attended_from", NEW."attended_until", NEW."flow_id", NEW."id", NEW."insurance", NEW."journey", NEW."learning_outcomes", NEW."own_ends_on", NEW."own_starts_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme", NEW."role", NEW."school_id", NEW."state"); RETURN NULL;',
                            hash="44421057064db38379c56d94d6a754910b969413",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5154b",
                            table="mobilities_mobility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mobility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_mobilityevent" ("answered_at", "asked_at", "attended_from", "attended_until", "flow_id", "id", "insurance", "journey", "learning_outcomes", "own_ends_on", "own_starts_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "role", "school_id", "state") VALUES (OLD."answered_at", OLD."asked_at", OLD."attended_from", OLD."attended_until", OLD."flow_id", OLD."id", OLD."insurance", OLD."journey", OLD."learning_outcomes", OLD."own_ends_on", OLD."own_starts_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme", OLD."role", OLD."school_id", OLD."state"); RETURN NULL;',
                            hash="a796b14832373ca6262cb12158ddab60b40584eb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5468f",
                            table="mobilities_mobility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pastactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_pastactivityevent" ("arranged_by", "begins_on", "begins_precision", "country", "direction", "ends_on", "ends_precision", "group_id", "how_chosen", "id", "in_all", "in_other_languages", "kind", "learners", "notes", "others", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "professions", "project_id", "school_id", "source_title", "source_url", "staff", "stated_by", "title", "town") VALUES (NEW."arranged_by", NEW."begins_on", NEW."begins_precision", NEW."country", NEW."direction", NEW."ends_on", NEW."ends_precision", NEW."group_id", NEW."how_chosen", NEW."id", NEW."in_all", NEW."in_other_languages", NEW."kind", NEW."learners", NEW."notes", NEW."others", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_activity_id", NEW."professions", NEW."project_id", NEW."school_id", NEW."source_title", NEW."source_url", NEW."staff", NEW."stated_by", NEW."title", NEW."town"); RETURN NULL;',
                            hash="4386d1aabfb79035fad29a30fbebfbd81dd52738",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2d32",
                            table="mobilities_pastactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pastactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."arranged_by" IS DISTINCT FROM (NEW."arranged_by") OR OLD."begins_on" IS DISTINCT FROM (NEW."begins_on") OR OLD."begins_precision" IS DISTINCT FROM (NEW."begins_precision") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."ends_precision" IS DISTINCT FROM (NEW."ends_precision") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."how_chosen" IS DISTINCT FROM (NEW."how_chosen") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_all" IS DISTINCT FROM (NEW."in_all") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."learners" IS DISTINCT FROM (NEW."learners") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."others" IS DISTINCT FROM (NEW."others") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."planned_activity_id" IS DISTINCT FROM (NEW."planned_activity_id") OR OLD."professions" IS DISTINCT FROM (NEW."professions") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."source_title" IS DISTINCT FROM (NEW."source_title") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."staff" IS DISTINCT FROM (NEW."staff") OR OLD."stated_by" IS DISTINCT FROM (NEW."stated_by") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."town" IS DISTINCT FROM (NEW."town"))',
                            func='INSERT INTO "mobilities_pastactivityevent" ("arranged_by", "begins_on", "begins_precision", "country", "direction", "ends_on", "ends_precision", "group_id", "how_chosen", "id", "in_all", "in_other_languages", "kind", "learners", "notes", "others", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "professions", "project_id", "school_id", "source_title", "source_url", "staff", "stated_by", "title", "town") VALUES (NEW."arranged_by", NEW."begins_on", NEW."begins_precision", NEW."country", NEW."direction", NEW."ends_on", NEW."ends_precision", NEW."group_id", NEW."how_chosen", NEW."id", NEW."in_all", NEW."in_other_languages", NEW."kind", NEW."learners", NEW."notes", NEW."others", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_activity_id", NEW."professions", NEW."project_id", NEW."school_id", NEW."source_title", NEW."source_url", NEW."staff", NEW."stated_by", NEW."title", NEW."town"); RETURN NULL;',
                            hash="fdef77f286ec572f6779d3d5b7adb2ec70ccaebe",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2bf7",
                            table="mobilities_pastactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pastactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_pastactivityevent" ("arranged_by", "begins_on", "begins_precision", "country", "direction", "ends_on", "ends_precision", "group_id", "how_chosen", "id", "in_all", "in_other_languages", "kind", "learners", "notes", "others", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_activity_id", "professions", "project_id", "school_id", "source_title", "source_url", "staff", "stated_by", "title", "town") VALUES (OLD."arranged_by", OLD."begins_on", OLD."begins_precision", OLD."country", OLD."direction", OLD."ends_on", OLD."ends_precision", OLD."group_id", OLD."how_chosen", OLD."id", OLD."in_all", OLD."in_other_languages", OLD."kind", OLD."learners", OLD."notes", OLD."others", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_activity_id", OLD."professions", OLD."project_id", OLD."school_id", OLD."source_title", OLD."source_url", OLD."staff", OLD."stated_by", OLD."title", OLD."town"); RETURN NULL;',
                            hash="fcfa40f18107e088d581b51b99665cc908c10ae9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_59b5a",
                            table="mobilities_pastactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staycosts",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_staycostsevent" ("course_days", "domestic_travel_eur", "evidence", "flow_id", "guarantee_eur", "id", "linguistic", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "real_travel_eur", "school_id", "visa_and_health_eur", "zero_grant") VALUES (NEW."course_days", NEW."domestic_travel_eur", NEW."evidence", NEW."flow_id", NEW."guarantee_eur", NEW."id", NEW."linguistic", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."real_travel_eur", NEW."school_id", NEW."visa_and_health_eur", NEW."zero_grant"); RETURN NULL;',
                            hash="4e07370f903f1f5f5a51152042fb99f8a1de96aa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5cd47",
                            table="mobilities_staycosts",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staycosts",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mobilities_staycostsevent" ("course_days", "domestic_travel_eur", "evidence", "flow_id", "guarantee_eur", "id", "linguistic", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "real_travel_eur", "school_id", "visa_and_health_eur", "zero_grant") VALUES (NEW."course_days", NEW."domestic_travel_eur", NEW."evidence", NEW."flow_id", NEW."guarantee_eur", NEW."id", NEW."linguistic", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."real_travel_eur", NEW."school_id", NEW."visa_and_health_eur", NEW."zero_grant"); RETURN NULL;',
                            hash="9d176edd97781cef171200b3c17126fe123cb9b8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1913a",
                            table="mobilities_staycosts",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="staycosts",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_staycostsevent" ("course_days", "domestic_travel_eur", "evidence", "flow_id", "guarantee_eur", "id", "linguistic", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "real_travel_eur", "school_id", "visa_and_health_eur", "zero_grant") VALUES (OLD."course_days", OLD."domestic_travel_eur", OLD."evidence", OLD."flow_id", OLD."guarantee_eur", OLD."id", OLD."linguistic", OLD."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."real_travel_eur", OLD."school_id", OLD."visa_and_health_eur", OLD."zero_grant"); RETURN NULL;',
                            hash="8d4fc5276bec217ce45d144babc8ddf17766cbf3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_db310",
                            table="mobilities_staycosts",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stayprovision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_stayprovisionevent" ("by", "category", "eur", "flow_id", "id", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."by", NEW."category", NEW."eur", NEW."flow_id", NEW."id", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                            hash="aedecf25a4a3d88b0ff2cd538f8d65a12289bffc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a38bb",
                            table="mobilities_stayprovision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stayprovision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mobilities_stayprovisionevent" ("by", "category", "eur", "flow_id", "id", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (NEW."by", NEW."category", NEW."eur", NEW."flow_id", NEW."id", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."what"); RETURN NULL;',
                            hash="f9e589696582d86a52332e7e8a3b8d6a46798a93",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a3b3",
                            table="mobilities_stayprovision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stayprovision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_stayprovisionevent" ("by", "category", "eur", "flow_id", "id", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "what") VALUES (OLD."by", OLD."category", OLD."eur", OLD."flow_id", OLD."id", OLD."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."what"); RETURN NULL;',
                            hash="80c1ebbfd02b2ff6af27280de6d62b49447c6c00",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57e08",
                            table="mobilities_stayprovision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportingpaper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_supportingpaperevent" ("added_at", "category", "file_id", "id", "is_example", "kind", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."added_at", NEW."category", NEW."file_id", NEW."id", NEW."is_example", NEW."kind", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="a947662a52b7e2424482896bd327647c3d6e8f34",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7fb0e",
                            table="mobilities_supportingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportingpaper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mobilities_supportingpaperevent" ("added_at", "category", "file_id", "id", "is_example", "kind", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."added_at", NEW."category", NEW."file_id", NEW."id", NEW."is_example", NEW."kind", NEW."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="8e76a44a97bfb6241440d1c338d3480e396cc3c0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5f5a4",
                            table="mobilities_supportingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportingpaper",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_supportingpaperevent" ("added_at", "category", "file_id", "id", "is_example", "kind", "mobility_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."added_at", OLD."category", OLD."file_id", OLD."id", OLD."is_example", OLD."kind", OLD."mobility_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="46f0b1f99213c3afc16222992262858c29365849",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7a6fa",
                            table="mobilities_supportingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wishedflow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_wishedflowevent" ("accompanying", "activity", "blended", "country", "days", "distance_km", "fewer_opportunities", "green", "id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town", "travel_days") VALUES (NEW."accompanying", NEW."activity", NEW."blended", NEW."country", NEW."days", NEW."distance_km", NEW."fewer_opportunities", NEW."green", NEW."id", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."town", NEW."travel_days"); RETURN NULL;',
                            hash="9f9ce85d8690758bda9a58782eb039a6bfadbc3e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b45e7",
                            table="mobilities_wishedflow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wishedflow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mobilities_wishedflowevent" ("accompanying", "activity", "blended", "country", "days", "distance_km", "fewer_opportunities", "green", "id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town", "travel_days") VALUES (NEW."accompanying", NEW."activity", NEW."blended", NEW."country", NEW."days", NEW."distance_km", NEW."fewer_opportunities", NEW."green", NEW."id", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."town", NEW."travel_days"); RETURN NULL;',
                            hash="77bbcd01246f37e951caba3fc938a4addaec3432",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_022c9",
                            table="mobilities_wishedflow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wishedflow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mobilities_wishedflowevent" ("accompanying", "activity", "blended", "country", "days", "distance_km", "fewer_opportunities", "green", "id", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town", "travel_days") VALUES (OLD."accompanying", OLD."activity", OLD."blended", OLD."country", OLD."days", OLD."distance_km", OLD."fewer_opportunities", OLD."green", OLD."id", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."town", OLD."travel_days"); RETURN NULL;',
                            hash="e303104bdbbffb3b06bfbb0bd6e97e32ae0ce813",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ad0d5",
                            table="mobilities_wishedflow",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
