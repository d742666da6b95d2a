import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.encryption
import tilts.core.migrating
import tilts.projects.money.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
        ("partners", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Accreditation",
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
                        ("title", models.CharField(max_length=200, verbose_name="accreditation or charter")),
                        (
                            "sectors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("vet", "Vocational education and training"),
                                        ("school", "School education"),
                                        ("adult", "Adult education"),
                                        ("higher", "Higher education"),
                                        ("youth", "Youth"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="sectors",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied for"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("expired", "Expired"),
                                ],
                                default="applied",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "applied_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year of application",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True, help_text="Granted or refused.", null=True, verbose_name="decided on"
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="number")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "renews",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                help_text="The one that it follows.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="renewals",
                                to="projects.accreditation",
                                verbose_name="renews",
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
                        "ordering": ["-applied_year", "title", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from", None),
                                    ("valid_until", None),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="accreditation_ends_after_it_begins",
                                violation_error_message="The last day lies before the first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("granted", "expired")),
                                    models.Q(("number", ""), ("valid_from", None), ("valid_until", None)),
                                    _connector="OR",
                                ),
                                name="accreditation_is_valid_once_granted",
                                violation_error_message="A number and days of validity come with the grant.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("renews", None),
                                    models.Q(("renews", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="accreditation_does_not_renew_itself",
                                violation_error_message="It can't renew itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccreditationEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="accreditation or charter")),
                        (
                            "sectors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("vet", "Vocational education and training"),
                                        ("school", "School education"),
                                        ("adult", "Adult education"),
                                        ("higher", "Higher education"),
                                        ("youth", "Youth"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="sectors",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("applied", "Applied for"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("expired", "Expired"),
                                ],
                                default="applied",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "applied_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year of application",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True, help_text="Granted or refused.", null=True, verbose_name="decided on"
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="number")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.accreditation",
                            ),
                        ),
                        (
                            "renews",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                help_text="The one that it follows.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.accreditation",
                                verbose_name="renews",
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
                    name="Application",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("deadline_on", models.DateField(blank=True, null=True, verbose_name="last day of the call")),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="As the funder's confirmation names it.",
                                max_length=60,
                                verbose_name="number of the application",
                            ),
                        ),
                        (
                            "requested_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="requested in EUR",
                            ),
                        ),
                        ("expected_on", models.DateField(blank=True, null=True, verbose_name="result expected by")),
                        (
                            "score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="score",
                            ),
                        ),
                        (
                            "score_of",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="of at most",
                            ),
                        ),
                        (
                            "reserve_place",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="place on the reserve list"
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                blank=True,
                                help_text="What the assessors praised and missed, or why it was withdrawn.",
                                verbose_name="reasons",
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="applications",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project"), name="application_once_a_project"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score", None),
                                    ("score_of", None),
                                    ("score__lte", models.F("score_of")),
                                    _connector="OR",
                                ),
                                name="application_score_is_within_its_scale",
                                violation_error_message="The score is higher than the highest one.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Award",
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
                        ("title", models.CharField(max_length=200, verbose_name="award")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        ("giver", models.CharField(blank=True, max_length=200, verbose_name="given by")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="what for")),
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="awards",
                                to="projects.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year", "title", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetTransfer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "from_category",
                            models.CharField(
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="from"
                            ),
                        ),
                        (
                            "to_category",
                            models.CharField(
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="to"
                            ),
                        ),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        ("moved_on", models.DateField(verbose_name="on")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        (
                            "consent",
                            models.CharField(
                                blank=True,
                                help_text="Its number and day, where more is moved than you may by yourselves.",
                                max_length=200,
                                verbose_name="consent of the funder",
                            ),
                        ),
                        (
                            "moved_by",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="transfers",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["moved_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_eur__gt", 0)), name="transfer_above_zero"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("from_category", models.F("to_category")), _negated=True),
                                name="transfer_to_another_category",
                                violation_error_message="Choose two different categories.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoFinancing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="An organisation, such as the town.",
                                max_length=200,
                                verbose_name="who gives it",
                            ),
                        ),
                        (
                            "promised_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="promised in EUR",
                            ),
                        ),
                        (
                            "received_eur",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="received in EUR",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cofinancing",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("source", models.CharField(max_length=60)),
                        ("committed_at", models.DateTimeField(auto_now=True)),
                        (
                            "committed_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commitments",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "source"), name="source_committed_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="projects.commitment",
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
                                fields=("school", "commitment", "category"), name="category_once_in_commitment"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentPartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.commitment",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.commitmentpart",
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
                    name="FunderPayment",
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
                                    ("pre_financing", "Pre-financing"),
                                    ("further", "Further payment"),
                                    ("balance", "Balance"),
                                ],
                                default="pre_financing",
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "planned_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="planned in EUR",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="expected on")),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                help_text="For example: after the interim report.",
                                max_length=200,
                                verbose_name="on what condition",
                            ),
                        ),
                        (
                            "received_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="received in EUR",
                            ),
                        ),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="funder_payments",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("received_eur", None), ("received_on", None)),
                                    models.Q(("received_eur__isnull", False), ("received_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="funder_payment_received_on_a_day",
                                violation_error_message="What was received has an amount and a day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("planned_eur__isnull", False), ("received_eur__isnull", False), _connector="OR"
                                ),
                                name="funder_payment_says_something",
                                violation_error_message="Write what is planned or what was received.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
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
                        ("title", models.CharField(max_length=200, verbose_name="goal")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
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
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goals",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Indicator",
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
                        ("title", models.CharField(max_length=200, verbose_name="indicator")),
                        ("source", models.CharField(blank=True, max_length=60, verbose_name="counted from")),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="For example: people, hours, %.",
                                max_length=60,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "adds",
                            models.CharField(
                                choices=[("up", "the sum of its years"), ("not", "as in its last year")],
                                default="up",
                                help_text="Only for figures that are typed by hand.",
                                max_length=3,
                                verbose_name="the whole period",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                help_text="Only for figures that are typed by hand: a report, a minute; with its date.",
                                max_length=300,
                                verbose_name="where the results stand",
                            ),
                        ),
                        (
                            "goal",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="indicators",
                                to="projects.goal",
                                verbose_name="goal",
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
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indicators",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OwnProgramme",
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
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("funder", models.CharField(blank=True, max_length=200, verbose_name="who pays")),
                        (
                            "website",
                            models.URLField(
                                blank=True,
                                validators=[django.core.validators.URLValidator(schemes=["https"])],
                                verbose_name="website",
                            ),
                        ),
                        ("sort_key", models.BinaryField()),
                        ("search_key", models.CharField(db_collation="C", editable=False, max_length=300)),
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
                        "ordering": ["sort_key", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "search_key"),
                                name="own_programme_once",
                                violation_error_message="There is already a programme of this name.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnProgrammeEvent",
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
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("funder", models.CharField(blank=True, max_length=200, verbose_name="who pays")),
                        (
                            "website",
                            models.URLField(
                                blank=True,
                                validators=[django.core.validators.URLValidator(schemes=["https"])],
                                verbose_name="website",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.ownprogramme",
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
                    name="Payment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="instalment")),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("prepared", "Prepared"),
                                    ("approved", "Approved"),
                                    ("exported", "Given to the bank"),
                                    ("paid", "Paid"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="prepared",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "iban",
                            tilts.core.encryption.SealedTextField(bound_to=("school_id", "person_id"), default=""),
                        ),
                        (
                            "payee_name",
                            tilts.core.encryption.SealedTextField(bound_to=("school_id", "person_id"), default=""),
                        ),
                        ("bic", models.CharField(blank=True, max_length=11)),
                        ("prepared_at", models.DateTimeField(auto_now_add=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it was withdrawn"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="projects.commitment",
                            ),
                        ),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="people.person"
                            ),
                        ),
                        (
                            "prepared_by",
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
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "export",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="projects.paymentexport",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "withdrawn"), _negated=True),
                                fields=("school", "commitment", "number"),
                                name="instalment_paid_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount_eur__gt", 0)), name="payment_above_zero"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", None),
                                    ("prepared_by", None),
                                    models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="payment_approved_by_a_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("prepared", "withdrawn")),
                                    ("approved_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="payment_approved_before_it_leaves",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("exported", "paid")), ("export__isnull", False)),
                                    models.Q(("state__in", ("prepared", "approved")), ("export__isnull", True)),
                                    ("state", "withdrawn"),
                                    _connector="OR",
                                ),
                                name="payment_leaves_in_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "paid"), _negated=True),
                                    ("paid_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="payment_paid_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentExport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("message", models.CharField(max_length=35, verbose_name="number of the file")),
                        ("carry_out_on", models.DateField(verbose_name="to be carried out on")),
                        ("count", models.PositiveIntegerField(verbose_name="payments")),
                        (
                            "total_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="sum",
                            ),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                            ),
                        ),
                        (
                            "made_by",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="payment_exports",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "message"), name="export_message_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(verbose_name="instalment")),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("prepared", "Prepared"),
                                    ("approved", "Approved"),
                                    ("exported", "Given to the bank"),
                                    ("paid", "Paid"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="prepared",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("prepared_at", models.DateTimeField(auto_now_add=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it was withdrawn"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.commitment",
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
                                to="projects.payment",
                            ),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "export",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.paymentexport",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaymentPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount in EUR"),
                        ),
                        (
                            "payment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="projects.payment"
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
                                fields=("school", "payment", "category"), name="category_once_in_payment"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentPartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount in EUR"),
                        ),
                        (
                            "payment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.payment",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.paymentpart",
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
                    name="PlannedCost",
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
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="category"
                            ),
                        ),
                        (
                            "planned_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="planned in EUR",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="budget code")),
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
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="planned_costs",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project", "category"), name="planned_cost_once"),
                            models.CheckConstraint(
                                condition=models.Q(("planned_eur__gte", 0)), name="planned_cost_not_negative"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Project",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("programme", models.CharField(blank=True, max_length=40, verbose_name="programme")),
                        ("action", models.CharField(blank=True, max_length=40, verbose_name="action")),
                        (
                            "reference",
                            models.CharField(
                                blank=True,
                                help_text="As in the grant agreement, like 2021-1-LV01-KA121-VET-000012345. Empty for a project that has none.",
                                max_length=60,
                                verbose_name="project reference",
                            ),
                        ),
                        (
                            "own_role",
                            models.CharField(
                                choices=[
                                    ("applicant", "Applicant"),
                                    ("coordinator", "Coordinator"),
                                    ("partner", "Partner"),
                                    ("associated", "Associated partner"),
                                    ("intermediary", "Intermediary"),
                                ],
                                default="applicant",
                                max_length=20,
                                verbose_name="role of the school",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("applied", "Applied for"),
                                    ("reserve", "On the reserve list"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("running", "Running"),
                                    ("closed", "Closed"),
                                ],
                                default="running",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        (
                            "starts_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="first day known",
                            ),
                        ),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "ends_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="last day known",
                            ),
                        ),
                        (
                            "total_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="total cost in EUR",
                            ),
                        ),
                        (
                            "grant_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="grant in EUR",
                            ),
                        ),
                        (
                            "cofinancing_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="co-financing in EUR",
                            ),
                        ),
                        (
                            "grant_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("100")),
                                ],
                                verbose_name="share of the grant in %",
                            ),
                        ),
                        ("sort_key", models.BinaryField(default=bytes)),
                        ("search_key", models.TextField(db_collation="C", default="", editable=False)),
                        (
                            "reference_key",
                            models.CharField(db_collation="C", default="", editable=False, max_length=100),
                        ),
                        (
                            "own_programme",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="projects.ownprogramme",
                                verbose_name="programme of your own",
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
                        "indexes": [
                            models.Index(fields=["school", "-starts_on"], name="project_by_start"),
                            models.Index(fields=["school", "reference_key"], name="project_by_reference_key"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reference", ""), _negated=True),
                                fields=("school", "reference"),
                                name="project_reference_once",
                                violation_error_message="There is already a project with this reference.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="project_ends_after_it_starts",
                                violation_error_message="The last day lies before the first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("programme", ""), ("own_programme", None), _connector="OR"),
                                name="project_has_one_programme",
                                violation_error_message="A project has one programme, a known one or one of your own.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("total_eur", None), ("total_eur__gte", 0), _connector="OR"),
                                    models.Q(("grant_eur", None), ("grant_eur__gte", 0), _connector="OR"),
                                    models.Q(("cofinancing_eur", None), ("cofinancing_eur__gte", 0), _connector="OR"),
                                    models.Q(
                                        ("grant_percent", None), ("grant_percent__range", (0, 100)), _connector="OR"
                                    ),
                                ),
                                name="project_money_is_not_negative",
                                violation_error_message="Money is not negative, and a share is 0 to 100 %.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedCostEvent",
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
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="category"
                            ),
                        ),
                        (
                            "planned_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="planned in EUR",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=40, verbose_name="budget code")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.plannedcost",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaymentExportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("message", models.CharField(max_length=35, verbose_name="number of the file")),
                        ("carry_out_on", models.DateField(verbose_name="to be carried out on")),
                        ("count", models.PositiveIntegerField(verbose_name="payments")),
                        (
                            "total_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="sum",
                            ),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.paymentexport",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FunderPaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pre_financing", "Pre-financing"),
                                    ("further", "Further payment"),
                                    ("balance", "Balance"),
                                ],
                                default="pre_financing",
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "planned_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="planned in EUR",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="expected on")),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                help_text="For example: after the interim report.",
                                max_length=200,
                                verbose_name="on what condition",
                            ),
                        ),
                        (
                            "received_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="received in EUR",
                            ),
                        ),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.funderpayment",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("source", models.CharField(max_length=60)),
                        ("committed_at", models.DateTimeField(auto_now=True)),
                        (
                            "committed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="projects.commitment",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoFinancingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "source",
                            models.CharField(
                                help_text="An organisation, such as the town.",
                                max_length=200,
                                verbose_name="who gives it",
                            ),
                        ),
                        (
                            "promised_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="promised in EUR",
                            ),
                        ),
                        (
                            "received_eur",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="received in EUR",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.cofinancing",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BudgetTransferEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "from_category",
                            models.CharField(
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="from"
                            ),
                        ),
                        (
                            "to_category",
                            models.CharField(
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="to"
                            ),
                        ),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        ("moved_on", models.DateField(verbose_name="on")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        (
                            "consent",
                            models.CharField(
                                blank=True,
                                help_text="Its number and day, where more is moved than you may by yourselves.",
                                max_length=200,
                                verbose_name="consent of the funder",
                            ),
                        ),
                        (
                            "moved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.budgettransfer",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AwardEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="award")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        ("giver", models.CharField(blank=True, max_length=200, verbose_name="given by")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="what for")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.award",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("deadline_on", models.DateField(blank=True, null=True, verbose_name="last day of the call")),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="As the funder's confirmation names it.",
                                max_length=60,
                                verbose_name="number of the application",
                            ),
                        ),
                        (
                            "requested_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="requested in EUR",
                            ),
                        ),
                        ("expected_on", models.DateField(blank=True, null=True, verbose_name="result expected by")),
                        (
                            "score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="score",
                            ),
                        ),
                        (
                            "score_of",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="of at most",
                            ),
                        ),
                        (
                            "reserve_place",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="place on the reserve list"
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                blank=True,
                                help_text="What the assessors praised and missed, or why it was withdrawn.",
                                verbose_name="reasons",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.application",
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
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProjectEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("programme", models.CharField(blank=True, max_length=40, verbose_name="programme")),
                        ("action", models.CharField(blank=True, max_length=40, verbose_name="action")),
                        (
                            "reference",
                            models.CharField(
                                blank=True,
                                help_text="As in the grant agreement, like 2021-1-LV01-KA121-VET-000012345. Empty for a project that has none.",
                                max_length=60,
                                verbose_name="project reference",
                            ),
                        ),
                        (
                            "own_role",
                            models.CharField(
                                choices=[
                                    ("applicant", "Applicant"),
                                    ("coordinator", "Coordinator"),
                                    ("partner", "Partner"),
                                    ("associated", "Associated partner"),
                                    ("intermediary", "Intermediary"),
                                ],
                                default="applicant",
                                max_length=20,
                                verbose_name="role of the school",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("applied", "Applied for"),
                                    ("reserve", "On the reserve list"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("running", "Running"),
                                    ("closed", "Closed"),
                                ],
                                default="running",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        (
                            "starts_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="first day known",
                            ),
                        ),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "ends_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="last day known",
                            ),
                        ),
                        (
                            "total_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="total cost in EUR",
                            ),
                        ),
                        (
                            "grant_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="grant in EUR",
                            ),
                        ),
                        (
                            "cofinancing_eur",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="co-financing in EUR",
                            ),
                        ),
                        (
                            "grant_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("100")),
                                ],
                                verbose_name="share of the grant in %",
                            ),
                        ),
                        (
                            "own_programme",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.ownprogramme",
                                verbose_name="programme of your own",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.project",
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
                    name="ProjectLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=100, verbose_name="title")),
                        (
                            "url",
                            models.URLField(
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https"])],
                                verbose_name="web address",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="links", to="projects.project"
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
                                fields=("school", "project", "url"),
                                name="link_once_in_project",
                                violation_error_message="This address already stands here.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=100, verbose_name="title")),
                        (
                            "url",
                            models.URLField(
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https"])],
                                verbose_name="web address",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectlink",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="ProjectMoney",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "account_name",
                            models.CharField(blank=True, max_length=140, verbose_name="owner of the account"),
                        ),
                        (
                            "account_iban",
                            models.CharField(blank=True, max_length=34, verbose_name="account number (IBAN)"),
                        ),
                        (
                            "account_bic",
                            models.CharField(blank=True, max_length=11, verbose_name="code of the bank (BIC)"),
                        ),
                        (
                            "instalments",
                            models.CharField(
                                default="80/20",
                                help_text="For example 80/20, or 100 for all at once.",
                                max_length=40,
                                verbose_name="instalments to participants in %",
                            ),
                        ),
                        (
                            "transfer_limit_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Without the funder's consent, as your grant agreement says. Empty: nothing is checked.",
                                max_digits=5,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("100")),
                                ],
                                verbose_name="may leave a category, in %",
                            ),
                        ),
                        (
                            "transfer_limit_source",
                            models.CharField(blank=True, max_length=200, verbose_name="where that stands"),
                        ),
                        (
                            "planned_participants",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="participants"),
                        ),
                        (
                            "planned_days",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="days of all participants"),
                        ),
                        (
                            "planned_fewer_opportunities",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="with fewer opportunities"),
                        ),
                        ("planned_blended", models.PositiveIntegerField(blank=True, null=True, verbose_name="blended")),
                        (
                            "planned_green",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="green travel"),
                        ),
                        (
                            "planned_accompanying",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="accompanying persons"),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="money", to="projects.project"
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
                            models.UniqueConstraint(fields=("school", "project"), name="money_once_in_project")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectMoneyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "account_name",
                            models.CharField(blank=True, max_length=140, verbose_name="owner of the account"),
                        ),
                        (
                            "account_iban",
                            models.CharField(blank=True, max_length=34, verbose_name="account number (IBAN)"),
                        ),
                        (
                            "account_bic",
                            models.CharField(blank=True, max_length=11, verbose_name="code of the bank (BIC)"),
                        ),
                        (
                            "instalments",
                            models.CharField(
                                default="80/20",
                                help_text="For example 80/20, or 100 for all at once.",
                                max_length=40,
                                verbose_name="instalments to participants in %",
                            ),
                        ),
                        (
                            "transfer_limit_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Without the funder's consent, as your grant agreement says. Empty: nothing is checked.",
                                max_digits=5,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("100")),
                                ],
                                verbose_name="may leave a category, in %",
                            ),
                        ),
                        (
                            "transfer_limit_source",
                            models.CharField(blank=True, max_length=200, verbose_name="where that stands"),
                        ),
                        (
                            "planned_participants",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="participants"),
                        ),
                        (
                            "planned_days",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="days of all participants"),
                        ),
                        (
                            "planned_fewer_opportunities",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="with fewer opportunities"),
                        ),
                        ("planned_blended", models.PositiveIntegerField(blank=True, null=True, verbose_name="blended")),
                        (
                            "planned_green",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="green travel"),
                        ),
                        (
                            "planned_accompanying",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="accompanying persons"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectmoney",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="ProjectOrganisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("applicant", "Applicant"),
                                    ("coordinator", "Coordinator"),
                                    ("partner", "Partner"),
                                    ("associated", "Associated partner"),
                                    ("intermediary", "Intermediary"),
                                ],
                                default="partner",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="partners.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="organisations",
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
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "project", "partner"),
                                name="organisation_once_in_project",
                                violation_error_message="This partner is already in the project.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectOrganisationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("applicant", "Applicant"),
                                    ("coordinator", "Coordinator"),
                                    ("partner", "Partner"),
                                    ("associated", "Associated partner"),
                                    ("intermediary", "Intermediary"),
                                ],
                                default="partner",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
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
                                to="projects.projectorganisation",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="ProjectRate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "participant",
                            models.CharField(
                                choices=[("learner", "Learners"), ("staff", "Staff and accompanying persons")],
                                max_length=10,
                                verbose_name="for whom",
                            ),
                        ),
                        ("country_group", models.CharField(max_length=2, verbose_name="country group")),
                        ("from_day", models.PositiveSmallIntegerField(default=1, verbose_name="from day")),
                        (
                            "eur_per_day",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=8,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="EUR per day",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Annex and page of the grant agreement.",
                                max_length=200,
                                verbose_name="where it stands",
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False, help_text="Invented, to try Tilts with.", verbose_name="example"
                            ),
                        ),
                        (
                            "is_foreign",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="from another school, to be confirmed"
                            ),
                        ),
                        ("entered_at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                        (
                            "entered_by",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="rates", to="projects.project"
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
                        "ordering": ["participant", "country_group", "from_day"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "project", "participant", "country_group", "from_day"),
                                name="rate_once_in_project",
                                violation_error_message="This rate is already entered.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("eur_per_day__gte", 0)),
                                name="rate_is_not_negative",
                                violation_error_message="A rate is not negative.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectRateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "participant",
                            models.CharField(
                                choices=[("learner", "Learners"), ("staff", "Staff and accompanying persons")],
                                max_length=10,
                                verbose_name="for whom",
                            ),
                        ),
                        ("country_group", models.CharField(max_length=2, verbose_name="country group")),
                        ("from_day", models.PositiveSmallIntegerField(default=1, verbose_name="from day")),
                        (
                            "eur_per_day",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=8,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="EUR per day",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="Annex and page of the grant agreement.",
                                max_length=200,
                                verbose_name="where it stands",
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False, help_text="Invented, to try Tilts with.", verbose_name="example"
                            ),
                        ),
                        (
                            "is_foreign",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="from another school, to be confirmed"
                            ),
                        ),
                        ("entered_at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectrate",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="ProjectResponsible",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="responsible",
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
                            "user",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["user__last_name", "user__first_name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "project", "user"), name="responsible_once_in_project"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectResponsibleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectresponsible",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProjectStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("applied", "Applied for"),
                                    ("reserve", "On the reserve list"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("running", "Running"),
                                    ("closed", "Closed"),
                                ],
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="projects.project"
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
                        "ordering": ["since", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project", "state"), name="step_once_in_project")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idea"),
                                    ("applied", "Applied for"),
                                    ("reserve", "On the reserve list"),
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("running", "Running"),
                                    ("closed", "Closed"),
                                ],
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="since")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectstep",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="ProjectValue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=100, verbose_name="figure")),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=10,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="value",
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="where it stands")),
                        (
                            "is_foreign",
                            models.BooleanField(default=False, verbose_name="from another school, to be confirmed"),
                        ),
                        ("entered_at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="values",
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
                        "ordering": ["key"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "project", "key"), name="value_once_in_project"),
                            models.CheckConstraint(condition=models.Q(("value__gte", 0)), name="value_is_not_negative"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectValueEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=100, verbose_name="figure")),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=10,
                                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                                verbose_name="value",
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="where it stands")),
                        (
                            "is_foreign",
                            models.BooleanField(default=False, verbose_name="from another school, to be confirmed"),
                        ),
                        ("entered_at", models.DateTimeField(auto_now=True, verbose_name="entered at")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.projectvalue",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="Receipt",
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
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="category"
                            ),
                        ),
                        (
                            "description",
                            models.CharField(
                                help_text="Without names of participants.", max_length=200, verbose_name="what for"
                            ),
                        ),
                        ("spent_on", models.DateField(verbose_name="paid on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount",
                            ),
                        ),
                        ("currency", models.CharField(default="EUR", max_length=3, verbose_name="currency")),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Only for another currency.",
                                max_digits=14,
                                null=True,
                                verbose_name="units of it for 1 EUR",
                            ),
                        ),
                        (
                            "rate_source",
                            models.CharField(
                                blank=True,
                                help_text="Source, period and day as your grant agreement demands, such as ECB, monthly average, May 2022.",
                                max_length=200,
                                verbose_name="where the rate stands",
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="receipts",
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
                        "ordering": ["-spent_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__gt", 0), models.Q(("rate", None), ("rate__gt", 0), _connector="OR")
                                ),
                                name="receipt_above_zero",
                                violation_error_message="Amount and rate are above 0.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("currency", "EUR"), ("rate", None)),
                                    models.Q(
                                        models.Q(("currency", "EUR"), _negated=True),
                                        ("rate__isnull", False),
                                        models.Q(("rate_source", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="receipt_rate_has_evidence",
                                violation_error_message="Another currency needs its rate and where that stands; euro needs none.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReceiptEvent",
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
                                choices=tilts.projects.money.models.categories, max_length=40, verbose_name="category"
                            ),
                        ),
                        (
                            "description",
                            models.CharField(
                                help_text="Without names of participants.", max_length=200, verbose_name="what for"
                            ),
                        ),
                        ("spent_on", models.DateField(verbose_name="paid on")),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount",
                            ),
                        ),
                        ("currency", models.CharField(default="EUR", max_length=3, verbose_name="currency")),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Only for another currency.",
                                max_digits=14,
                                null=True,
                                verbose_name="units of it for 1 EUR",
                            ),
                        ),
                        (
                            "rate_source",
                            models.CharField(
                                blank=True,
                                help_text="Source, period and day as your grant agreement demands, such as ECB, monthly average, May 2022.",
                                max_length=200,
                                verbose_name="where the rate stands",
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.receipt",
                            ),
                        ),
                        (
                            "project",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.project",
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
                    name="Repayment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        ("returned_on", models.DateField(verbose_name="came back on")),
                        (
                            "note",
                            models.CharField(
                                help_text="For example: by transfer, three days shorter. Without names.",
                                max_length=200,
                                verbose_name="how and why",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repayments",
                                to="projects.commitment",
                            ),
                        ),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repayments",
                                to="people.person",
                            ),
                        ),
                        (
                            "recorded_by",
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
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["school", "commitment"], name="repayment_of_commitment")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount_eur__gt", 0)), name="repayment_above_zero"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RepaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "amount_eur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="amount in EUR",
                            ),
                        ),
                        ("returned_on", models.DateField(verbose_name="came back on")),
                        (
                            "note",
                            models.CharField(
                                help_text="For example: by transfer, three days shorter. Without names.",
                                max_length=200,
                                verbose_name="how and why",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "commitment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.commitment",
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
                                to="projects.repayment",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="RepaymentPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount in EUR"),
                        ),
                        (
                            "repayment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="projects.repayment",
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
                                fields=("school", "repayment", "category"), name="category_once_in_repayment"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RepaymentPartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("category", models.CharField(choices=tilts.projects.money.models.categories, max_length=40)),
                        (
                            "amount_eur",
                            models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount in EUR"),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.repaymentpart",
                            ),
                        ),
                        (
                            "repayment",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.repayment",
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
                    name="StatedTotal",
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
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        ("is_at_least", models.BooleanField(default=False, verbose_name="“more than” this number")),
                        (
                            "what",
                            models.CharField(
                                help_text="With its unit: mobilities, projects, flows, people.",
                                max_length=300,
                                verbose_name="of what",
                            ),
                        ),
                        ("period", models.CharField(blank=True, max_length=100, verbose_name="of what time")),
                        (
                            "clash",
                            models.TextField(
                                blank=True,
                                help_text="Where the page contradicts itself or another one.",
                                verbose_name="what does not fit",
                            ),
                        ),
                        (
                            "stated_by",
                            models.CharField(
                                blank=True,
                                help_text="An office or an organisation, no name.",
                                max_length=200,
                                verbose_name="who states it",
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
                    },
                ),
                migrations.CreateModel(
                    name="StatedTotalEvent",
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
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        ("is_at_least", models.BooleanField(default=False, verbose_name="“more than” this number")),
                        (
                            "what",
                            models.CharField(
                                help_text="With its unit: mobilities, projects, flows, people.",
                                max_length=300,
                                verbose_name="of what",
                            ),
                        ),
                        ("period", models.CharField(blank=True, max_length=100, verbose_name="of what time")),
                        (
                            "clash",
                            models.TextField(
                                blank=True,
                                help_text="Where the page contradicts itself or another one.",
                                verbose_name="what does not fit",
                            ),
                        ),
                        (
                            "stated_by",
                            models.CharField(
                                blank=True,
                                help_text="An office or an organisation, no name.",
                                max_length=200,
                                verbose_name="who states it",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.statedtotal",
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
                    name="Strategy",
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
                        ("title", models.CharField(max_length=200, verbose_name="strategy")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="from year",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="to year",
                            ),
                        ),
                        (
                            "priorities",
                            models.TextField(blank=True, help_text="One on a line.", verbose_name="priorities"),
                        ),
                        (
                            "isced_codes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=4),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="priority fields of education",
                            ),
                        ),
                        ("approved_by", models.CharField(blank=True, max_length=200, verbose_name="approved by")),
                        ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                        (
                            "approved_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="approval known",
                            ),
                        ),
                        (
                            "approval",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="the approved paper",
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
                        "verbose_name_plural": "strategies",
                        "ordering": [
                            models.OrderBy(models.F("from_year"), descending=True, nulls_last=True),
                            "title",
                            "pk",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_year", None),
                                    ("to_year", None),
                                    ("to_year__gte", models.F("from_year")),
                                    _connector="OR",
                                ),
                                name="strategy_ends_after_it_begins",
                                violation_error_message="The last year lies before the first year.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="indicator")),
                        ("source", models.CharField(blank=True, max_length=60, verbose_name="counted from")),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="For example: people, hours, %.",
                                max_length=60,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "adds",
                            models.CharField(
                                choices=[("up", "the sum of its years"), ("not", "as in its last year")],
                                default="up",
                                help_text="Only for figures that are typed by hand.",
                                max_length=3,
                                verbose_name="the whole period",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                help_text="Only for figures that are typed by hand: a report, a minute; with its date.",
                                max_length=300,
                                verbose_name="where the results stand",
                            ),
                        ),
                        (
                            "goal",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.goal",
                                verbose_name="goal",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.indicator",
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
                        (
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GoalEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="goal")),
                        ("text", models.TextField(blank=True, verbose_name="more about it")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.goal",
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
                        (
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrategyEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="strategy")),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="from year",
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="to year",
                            ),
                        ),
                        (
                            "priorities",
                            models.TextField(blank=True, help_text="One on a line.", verbose_name="priorities"),
                        ),
                        (
                            "isced_codes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=4),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="priority fields of education",
                            ),
                        ),
                        ("approved_by", models.CharField(blank=True, max_length=200, verbose_name="approved by")),
                        ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                        (
                            "approved_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="approval known",
                            ),
                        ),
                        (
                            "approval",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="the approved paper",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.strategy",
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
                    name="StrategyRegion",
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
                            "name",
                            models.CharField(
                                help_text="As the strategy calls it: nearest neighbours.",
                                max_length=200,
                                verbose_name="region",
                            ),
                        ),
                        (
                            "countries",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=2),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="countries",
                            ),
                        ),
                        (
                            "is_outside_eu",
                            models.BooleanField(default=False, verbose_name="all countries outside the European Union"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
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
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="regions",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrategyRegionEvent",
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
                            "name",
                            models.CharField(
                                help_text="As the strategy calls it: nearest neighbours.",
                                max_length=200,
                                verbose_name="region",
                            ),
                        ),
                        (
                            "countries",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=2),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="countries",
                            ),
                        ),
                        (
                            "is_outside_eu",
                            models.BooleanField(default=False, verbose_name="all countries outside the European Union"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.strategyregion",
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
                        (
                            "strategy",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.strategy",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Target",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        ("planned", models.PositiveIntegerField(blank=True, null=True, verbose_name="plan")),
                        ("achieved", models.PositiveIntegerField(blank=True, null=True, verbose_name="result")),
                        (
                            "indicator",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="targets",
                                to="projects.indicator",
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
                        "ordering": ["year", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "indicator", "year"), name="target_once_a_year")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TargetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1950),
                                    django.core.validators.MaxValueValidator(2199),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        ("planned", models.PositiveIntegerField(blank=True, null=True, verbose_name="plan")),
                        ("achieved", models.PositiveIntegerField(blank=True, null=True, verbose_name="result")),
                        (
                            "indicator",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="projects.indicator",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="projects.target",
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
                    model_name="accreditation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (NEW."applied_year", NEW."decided_on", NEW."id", NEW."in_other_languages", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."renews_id", NEW."school_id", NEW."sectors", NEW."source_title", NEW."source_url", NEW."state", NEW."title", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="80b7a180f79e759f8060d4f397c5d9b9591e5516",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_38064",
                            table="projects_accreditation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="accreditation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (NEW."applied_year", NEW."decided_on", NEW."id", NEW."in_other_languages", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."renews_id", NEW."school_id", NEW."sectors", NEW."source_title", NEW."source_url", NEW."state", NEW."title", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="778b2af29c8449771a1449e7e8d4e7cbb99e826f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7a16",
                            table="projects_accreditation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="accreditation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (OLD."applied_year", OLD."decided_on", OLD."id", OLD."in_other_languages", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."renews_id", OLD."school_id", OLD."sectors", OLD."source_title", OLD."source_url", OLD."state", OLD."title", OLD."valid_from", OLD."valid_until"); RETURN NULL;',
                            hash="86e0716118f8a7570a6d9f4c0d6c8aafec125668",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21b40",
                            table="projects_accreditation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitmentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_commitmentpartevent" ("amount_eur", "category", "commitment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."commitment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="2216790c1047d5fe5f05cd6427e3ef68b03fd0eb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_98b97",
                            table="projects_commitmentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitmentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_commitmentpartevent" ("amount_eur", "category", "commitment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."commitment_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="83964c77a20adcbca0a6291be210f670e683075a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ff08a",
                            table="projects_commitmentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitmentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_commitmentpartevent" ("amount_eur", "category", "commitment_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."amount_eur", OLD."category", OLD."commitment_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="90d012dc9166246ab7e894bb1d56c8b52162e132",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15714",
                            table="projects_commitmentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_ownprogrammeevent" ("funder", "id", "in_other_languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "website") VALUES (NEW."funder", NEW."id", NEW."in_other_languages", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."website"); RETURN NULL;',
                            hash="53b1f7443a8ab9d20c4bcbc290c6a91c3f47441a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_960d0",
                            table="projects_ownprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."funder" IS DISTINCT FROM (NEW."funder") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                            func='INSERT INTO "projects_ownprogrammeevent" ("funder", "id", "in_other_languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "website") VALUES (NEW."funder", NEW."id", NEW."in_other_languages", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."website"); RETURN NULL;',
                            hash="96b52a4c5c15053e76cd1c1d84b7fddbc7b66186",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2e7b3",
                            table="projects_ownprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_ownprogrammeevent" ("funder", "id", "in_other_languages", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "website") VALUES (OLD."funder", OLD."id", OLD."in_other_languages", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."website"); RETURN NULL;',
                            hash="d1c6a178db7810ff57b5f3d54c346f4dc22000ee",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a6e46",
                            table="projects_ownprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentevent" ("amount_eur", "approved_at", "approved_by_id", "commitment_id", "export_id", "id", "number", "paid_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_at", "prepared_by_id", "school_id", "state", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."amount_eur", NEW."approved_at", NEW."approved_by_id", NEW."commitment_id", NEW."export_id", NEW."id", NEW."number", NEW."paid_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."prepared_at", NEW."prepared_by_id", NEW."school_id", NEW."state", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="c70209c2fc79ca82991f7dae2e872277c178f48e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7160e",
                            table="projects_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."amount_eur" IS DISTINCT FROM (NEW."amount_eur") OR OLD."approved_at" IS DISTINCT FROM (NEW."approved_at") OR OLD."approved_by_id" IS DISTINCT FROM (NEW."approved_by_id") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."export_id" IS DISTINCT FROM (NEW."export_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."paid_on" IS DISTINCT FROM (NEW."paid_on") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."prepared_at" IS DISTINCT FROM (NEW."prepared_at") OR OLD."prepared_by_id" IS DISTINCT FROM (NEW."prepared_by_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                            func='INSERT INTO "projects_paymentevent" ("amount_eur", "approved_at", "approved_by_id", "commitment_id", "export_id", "id", "number", "paid_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_at", "prepared_by_id", "school_id", "state", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."amount_eur", NEW."approved_at", NEW."approved_by_id", NEW."commitment_id", NEW."export_id", NEW."id", NEW."number", NEW."paid_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prepared_at", NEW."prepared_by_id", NEW."school_id", NEW."state", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="7ee76f28481a750e031355e3ae07e878b70913d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ccb93",
                            table="projects_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentevent" ("amount_eur", "approved_at", "approved_by_id", "commitment_id", "export_id", "id", "number", "paid_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_at", "prepared_by_id", "school_id", "state", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."amount_eur", OLD."approved_at", OLD."approved_by_id", OLD."commitment_id", OLD."export_id", OLD."id", OLD."number", OLD."paid_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prepared_at", OLD."prepared_by_id", OLD."school_id", OLD."state", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="f2bdf99d51b632f5342684e585da5fbc25dfd334",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a7a32",
                            table="projects_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentpartevent" ("amount_eur", "category", "id", "payment_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."id", NEW."payment_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="1d9a82fcd63585f6d60053c3ae9bd17bd8a0eb6d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fc98b",
                            table="projects_paymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_paymentpartevent" ("amount_eur", "category", "id", "payment_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."id", NEW."payment_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="2fea4d78c817e51dbfa43fe1ff1f178e8294c1f2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_44326",
                            table="projects_paymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentpartevent" ("amount_eur", "category", "id", "payment_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."amount_eur", OLD."category", OLD."id", OLD."payment_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="708a1a4af16db17d81b287cc0d73fefef9fc915d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_25693",
                            table="projects_paymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectevent" ("action", "cofinancing_eur", "ends_on", "ends_precision", "grant_eur", "grant_percent", "id", "in_other_languages", "own_programme_id", "own_role", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "reference", "school_id", "starts_on", "starts_precision", "state", "title", "total_eur") VALUES (NEW."action", NEW."cofinancing_eur", NEW."ends_on", NEW."ends_precision", NEW."grant_eur", NEW."grant_percent", NEW."id", NEW."in_other_languages", NEW."own_programme_id", NEW."own_role", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme", NEW."reference", NEW."school_id", NEW."starts_on", NEW."starts_precision", NEW."state", NEW."title", NEW."total_eur"); RETURN NULL;',
                            hash="865403ab4ab87b011189fa4a8519ba4145ca7473",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2e147",
                            table="projects_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."action" IS DISTINCT FROM (NEW."action") OR OLD."cofinancing_eur" IS DISTINCT FROM (NEW."cofinancing_eur") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."ends_precision" IS DISTINCT FROM (NEW."ends_precision") OR OLD."grant_eur" IS DISTINCT FROM (NEW."grant_eur") OR OLD."grant_percent" IS DISTINCT FROM (NEW."grant_percent") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."own_programme_id" IS DISTINCT FROM (NEW."own_programme_id") OR OLD."own_role" IS DISTINCT FROM (NEW."own_role") OR OLD."programme" IS DISTINCT FROM (NEW."programme") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."starts_precision" IS DISTINCT FROM (NEW."starts_precision") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."total_eur" IS DISTINCT FROM (NEW."total_eur"))',
                            func='INSERT INTO "projects_projectevent" ("action", "cofinancing_eur", "ends_on", "ends_precision", "grant_eur", "grant_percent", "id", "in_other_languages", "own_programme_id", "own_role", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "reference", "school_id", "starts_on", "starts_precision", "state", "title", "total_eur") VALUES (NEW."action", NEW."cofinancing_eur", NEW."ends_on", NEW."ends_precision", NEW."grant_eur", NEW."grant_percent", NEW."id", NEW."in_other_languages", NEW."own_programme_id", NEW."own_role", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme", NEW."reference", NEW."school_id", NEW."starts_on", NEW."starts_precision", NEW."state", NEW."title", NEW."total_eur"); RETURN NULL;',
                            hash="795bc6ce317175ee1caa0948d34420fefc753e53",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_804c3",
                            table="projects_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="project",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectevent" ("action", "cofinancing_eur", "ends_on", "ends_precision", "grant_eur", "grant_percent", "id", "in_other_languages", "own_programme_id", "own_role", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "reference", "school_id", "starts_on", "starts_precision", "state", "title", "total_eur") VALUES (OLD."action", OLD."cofinancing_eur", OLD."ends_on", OLD."ends_precision", OLD."grant_eur", OLD."grant_percent", OLD."id", OLD."in_other_languages", OLD."own_programme_id", OLD."own_role", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme", OLD."reference", OLD."school_id", OLD."starts_on", OLD."starts_precision", OLD."state", OLD."title", OLD."total_eur"); RETURN NULL;',
                            hash="03308281b224639640576affa534426b3b16a96c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2192f",
                            table="projects_project",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedcost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_plannedcostevent" ("category", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "school_id") VALUES (NEW."category", NEW."code", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_eur", NEW."project_id", NEW."school_id"); RETURN NULL;',
                            hash="f1b783e3b986829bcccb815ee330ed4b33942db0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9681",
                            table="projects_plannedcost",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedcost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_plannedcostevent" ("category", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "school_id") VALUES (NEW."category", NEW."code", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_eur", NEW."project_id", NEW."school_id"); RETURN NULL;',
                            hash="61d31f811940b962cf36eac8bd62cde1801ddcb1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3008f",
                            table="projects_plannedcost",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedcost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_plannedcostevent" ("category", "code", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "school_id") VALUES (OLD."category", OLD."code", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_eur", OLD."project_id", OLD."school_id"); RETURN NULL;',
                            hash="a2c8f0bc173f2b1f055f24ceb0e87ba259a7d08e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6fde1",
                            table="projects_plannedcost",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentexport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentexportevent" ("carry_out_on", "count", "file_id", "id", "made_at", "made_by_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "total_eur") VALUES (NEW."carry_out_on", NEW."count", NEW."file_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."total_eur"); RETURN NULL;',
                            hash="9433c0490707394a59c9d83f58422e32e1a0dc4b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a50b3",
                            table="projects_paymentexport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentexport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_paymentexportevent" ("carry_out_on", "count", "file_id", "id", "made_at", "made_by_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "total_eur") VALUES (NEW."carry_out_on", NEW."count", NEW."file_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."total_eur"); RETURN NULL;',
                            hash="495122257322fe2a599a4d91170afcf606779a01",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4b9cf",
                            table="projects_paymentexport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="paymentexport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_paymentexportevent" ("carry_out_on", "count", "file_id", "id", "made_at", "made_by_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "total_eur") VALUES (OLD."carry_out_on", OLD."count", OLD."file_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."total_eur"); RETURN NULL;',
                            hash="0f907bfeb320ee08b1dd601d8eced360486a1243",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3f785",
                            table="projects_paymentexport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="funderpayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_funderpaymentevent" ("condition", "due_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "received_eur", "received_on", "school_id") VALUES (NEW."condition", NEW."due_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_eur", NEW."project_id", NEW."received_eur", NEW."received_on", NEW."school_id"); RETURN NULL;',
                            hash="2657fff98f00a0e68df30c52c0ba29ce3946e344",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5aea6",
                            table="projects_funderpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="funderpayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_funderpaymentevent" ("condition", "due_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "received_eur", "received_on", "school_id") VALUES (NEW."condition", NEW."due_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_eur", NEW."project_id", NEW."received_eur", NEW."received_on", NEW."school_id"); RETURN NULL;',
                            hash="e818ad15002c7e94d6bd01d3b0019c0b29064008",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_77243",
                            table="projects_funderpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="funderpayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_funderpaymentevent" ("condition", "due_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_eur", "project_id", "received_eur", "received_on", "school_id") VALUES (OLD."condition", OLD."due_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_eur", OLD."project_id", OLD."received_eur", OLD."received_on", OLD."school_id"); RETURN NULL;',
                            hash="39116750e59f64fe894aa00ad7add32f1d99a269",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d8193",
                            table="projects_funderpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_commitmentevent" ("committed_at", "committed_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="a972439b739063bccad675be05983954c99b09e9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72193",
                            table="projects_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_commitmentevent" ("committed_at", "committed_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="a2172001c7cedf5e7a373cc3adc89bd3e294cb37",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d6e8b",
                            table="projects_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_commitmentevent" ("committed_at", "committed_by_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (OLD."committed_at", OLD."committed_by_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."source"); RETURN NULL;',
                            hash="17513d940b0fdabb6e48ff3741da0337d120ee9c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_514f3",
                            table="projects_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cofinancing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_cofinancingevent" ("id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "promised_eur", "received_eur", "school_id", "source") VALUES (NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."promised_eur", NEW."received_eur", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="f2e2328b4188fe294810e84a0845682d566dddd8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e604e",
                            table="projects_cofinancing",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cofinancing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_cofinancingevent" ("id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "promised_eur", "received_eur", "school_id", "source") VALUES (NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."promised_eur", NEW."received_eur", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="59f07b8f843db6a08a8cfad565504a88f98221c2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e395e",
                            table="projects_cofinancing",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cofinancing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_cofinancingevent" ("id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "promised_eur", "received_eur", "school_id", "source") VALUES (OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."promised_eur", OLD."received_eur", OLD."school_id", OLD."source"); RETURN NULL;',
                            hash="930e1b4daa9b06448744946f76ca35f86a331229",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cc143",
                            table="projects_cofinancing",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgettransfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_budgettransferevent" ("amount_eur", "consent", "from_category", "id", "moved_by_id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "to_category") VALUES (NEW."amount_eur", NEW."consent", NEW."from_category", NEW."id", NEW."moved_by_id", NEW."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reason", NEW."school_id", NEW."to_category"); RETURN NULL;',
                            hash="566ac3d641ad7872ff16d5a7f6ff4fc6b548f7fd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1114d",
                            table="projects_budgettransfer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgettransfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_budgettransferevent" ("amount_eur", "consent", "from_category", "id", "moved_by_id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "to_category") VALUES (NEW."amount_eur", NEW."consent", NEW."from_category", NEW."id", NEW."moved_by_id", NEW."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."reason", NEW."school_id", NEW."to_category"); RETURN NULL;',
                            hash="d3713b724778ea8996a6eaf57e30c6a6cf70b115",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_42361",
                            table="projects_budgettransfer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgettransfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_budgettransferevent" ("amount_eur", "consent", "from_category", "id", "moved_by_id", "moved_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "to_category") VALUES (OLD."amount_eur", OLD."consent", OLD."from_category", OLD."id", OLD."moved_by_id", OLD."moved_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."reason", OLD."school_id", OLD."to_category"); RETURN NULL;',
                            hash="f7ff123dc05164b5187fd45deb9516af2e371148",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_374cb",
                            table="projects_budgettransfer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="award",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_awardevent" ("giver", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "source_title", "source_url", "title", "year") VALUES (NEW."giver", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reason", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."year"); RETURN NULL;',
                            hash="0e3a5ccabfa37936f7fdc810df3547cd16ae29f5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6388f",
                            table="projects_award",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="award",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_awardevent" ("giver", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "source_title", "source_url", "title", "year") VALUES (NEW."giver", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."reason", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."year"); RETURN NULL;',
                            hash="f8035edd62631a80149ba6410cc384d6667ca874",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e93b6",
                            table="projects_award",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="award",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_awardevent" ("giver", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason", "school_id", "source_title", "source_url", "title", "year") VALUES (OLD."giver", OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."reason", OLD."school_id", OLD."source_title", OLD."source_url", OLD."title", OLD."year"); RETURN NULL;',
                            hash="b30c526bab2821b5d4dd1ce369c842898ea0e857",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b3108",
                            table="projects_award",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (NEW."deadline_on", NEW."expected_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reasons", NEW."requested_eur", NEW."reserve_place", NEW."school_id", NEW."score", NEW."score_of"); RETURN NULL;',
                            hash="23740a2847931581eaf0685d6530a6453e4f442c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ff4fa",
                            table="projects_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (NEW."deadline_on", NEW."expected_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."reasons", NEW."requested_eur", NEW."reserve_place", NEW."school_id", NEW."score", NEW."score_of"); RETURN NULL;',
                            hash="5c9ce5c1d1a5c2c532488b38db5c5ccbdccfda58",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3bd79",
                            table="projects_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (OLD."deadline_on", OLD."expected_on", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."reasons", OLD."requested_eur", OLD."reserve_place", OLD."school_id", OLD."score", OLD."score_of"); RETURN NULL;',
                            hash="ce20fc85056a50c04dec3772f2e148963fb06ff3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e5b13",
                            table="projects_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectlinkevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "title", "url") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="4a7e9e39a66ea807a36470e0d9d951c3fc19eadd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_be61f",
                            table="projects_projectlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectlinkevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "title", "url") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="b55afd1d8e24ba63b3eb16121432a2fbc944eb29",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fc5f5",
                            table="projects_projectlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectlinkevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "title", "url") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."title", OLD."url"); RETURN NULL;',
                            hash="cb7ea919cfef59c91da2153b9aa239e42a296a69",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1fc4",
                            table="projects_projectlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectmoney",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectmoneyevent" ("account_bic", "account_iban", "account_name", "id", "instalments", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_accompanying", "planned_blended", "planned_days", "planned_fewer_opportunities", "planned_green", "planned_participants", "project_id", "school_id", "transfer_limit_percent", "transfer_limit_source") VALUES (NEW."account_bic", NEW."account_iban", NEW."account_name", NEW."id", NEW."instalments", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_accompanying", NEW."planned_blended", NEW."planned_days", NEW."planned_fewer_opportunities", NEW."planned_green", NEW."planned_participants", NEW."project_id", NEW."school_id", NEW."transfer_limit_percent", NEW."transfer_limit_source"); RETURN NULL;',
                            hash="c1d45d3303aa47588cd17de5ab60864769215834",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9a37a",
                            table="projects_projectmoney",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectmoney",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectmoneyevent" ("account_bic", "account_iban", "account_name", "id", "instalments", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_accompanying", "planned_blended", "planned_days", "planned_fewer_opportunities", "planned_green", "planned_participants", "project_id", "school_id", "transfer_limit_percent", "transfer_limit_source") VALUES (NEW."account_bic", NEW."account_iban", NEW."account_name", NEW."id", NEW."instalments", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_accompanying", NEW."planned_blended", NEW."planned_days", NEW."planned_fewer_opportunities", NEW."planned_green", NEW."planned_participants", NEW."project_id", NEW."school_id", NEW."transfer_limit_percent", NEW."transfer_limit_source"); RETURN NULL;',
                            hash="03b4a1f9fec6c9f5a64207243cdea6f38dc2ab8b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_735ab",
                            table="projects_projectmoney",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectmoney",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectmoneyevent" ("account_bic", "account_iban", "account_name", "id", "instalments", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_accompanying", "planned_blended", "planned_days", "planned_fewer_opportunities", "planned_green", "planned_participants", "project_id", "school_id", "transfer_limit_percent", "transfer_limit_source") VALUES (OLD."account_bic", OLD."account_iban", OLD."account_name", OLD."id", OLD."instalments", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_accompanying", OLD."planned_blended", OLD."planned_days", OLD."planned_fewer_opportunities", OLD."planned_green", OLD."planned_participants", OLD."project_id", OLD."school_id", OLD."transfer_limit_percent", OLD."transfer_limit_source"); RETURN NULL;',
                            hash="85f247f633eb58e9b7d7b8fc99a29d6b9bab1a45",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ddc54",
                            table="projects_projectmoney",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectorganisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectorganisationevent" ("id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "school_id") VALUES (NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."role", NEW."school_id"); RETURN NULL;',
                            hash="212807c24001ee7889cae587748f3cda1bc7fe65",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94c32",
                            table="projects_projectorganisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectorganisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectorganisationevent" ("id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "school_id") VALUES (NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."role", NEW."school_id"); RETURN NULL;',
                            hash="d09d0adf42582de8bb3ea520323a183d8ebf8b24",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9154b",
                            table="projects_projectorganisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectorganisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectorganisationevent" ("id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "school_id") VALUES (OLD."id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."role", OLD."school_id"); RETURN NULL;',
                            hash="c254661aca2f7e1a1e6e618056c1e437b61ebaec",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f42c5",
                            table="projects_projectorganisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectrate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectrateevent" ("country_group", "entered_at", "entered_by_id", "eur_per_day", "from_day", "id", "is_example", "is_foreign", "participant", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (NEW."country_group", NEW."entered_at", NEW."entered_by_id", NEW."eur_per_day", NEW."from_day", NEW."id", NEW."is_example", NEW."is_foreign", NEW."participant", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="c0bece55951c96db82d6b65d421a2b07c0470db0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_16288",
                            table="projects_projectrate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectrate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectrateevent" ("country_group", "entered_at", "entered_by_id", "eur_per_day", "from_day", "id", "is_example", "is_foreign", "participant", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (NEW."country_group", NEW."entered_at", NEW."entered_by_id", NEW."eur_per_day", NEW."from_day", NEW."id", NEW."is_example", NEW."is_foreign", NEW."participant", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."source"); RETURN NULL;',
                            hash="ab272d1320041e52572e131e25f09c856da1618d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdffa",
                            table="projects_projectrate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectrate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectrateevent" ("country_group", "entered_at", "entered_by_id", "eur_per_day", "from_day", "id", "is_example", "is_foreign", "participant", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source") VALUES (OLD."country_group", OLD."entered_at", OLD."entered_by_id", OLD."eur_per_day", OLD."from_day", OLD."id", OLD."is_example", OLD."is_foreign", OLD."participant", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."source"); RETURN NULL;',
                            hash="9ae8e141915df0d7f3800624d74b1fb10be822d0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2e5c2",
                            table="projects_projectrate",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectresponsible",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectresponsibleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."user_id"); RETURN NULL;',
                            hash="a89cfb4ccd9ba268c8d9c6e2155d2e9c15022b88",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f0f25",
                            table="projects_projectresponsible",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectresponsible",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectresponsibleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."user_id"); RETURN NULL;',
                            hash="081d64d7437712d318a97214fe7f94afb31a8796",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e5b1b",
                            table="projects_projectresponsible",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectresponsible",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectresponsibleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."user_id"); RETURN NULL;',
                            hash="8425c7cc0c2fe13b44a89e180296661f96471d83",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2c22",
                            table="projects_projectresponsible",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectstepevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "since", "state") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."since", NEW."state"); RETURN NULL;',
                            hash="e2cdb48b02dca0151292c8b70fbb723ab21b6772",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f4ee2",
                            table="projects_projectstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectstepevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "since", "state") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."since", NEW."state"); RETURN NULL;',
                            hash="c59ed2253d95972cb6e42f50432bf24ffbbf17d5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd2e6",
                            table="projects_projectstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectstepevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "since", "state") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."since", OLD."state"); RETURN NULL;',
                            hash="330da0fdd9d51d2baed6b8c45fde4450830aa535",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d0339",
                            table="projects_projectstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectvalue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectvalueevent" ("entered_at", "entered_by_id", "file_id", "id", "is_foreign", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source", "value") VALUES (NEW."entered_at", NEW."entered_by_id", NEW."file_id", NEW."id", NEW."is_foreign", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."school_id", NEW."source", NEW."value"); RETURN NULL;',
                            hash="146af54071170bd6861946a8da96aec629ba1d0c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4946c",
                            table="projects_projectvalue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectvalue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_projectvalueevent" ("entered_at", "entered_by_id", "file_id", "id", "is_foreign", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source", "value") VALUES (NEW."entered_at", NEW."entered_by_id", NEW."file_id", NEW."id", NEW."is_foreign", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."school_id", NEW."source", NEW."value"); RETURN NULL;',
                            hash="d03a8747ac5c5f37854330d4a3197d208f658ed7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_edb40",
                            table="projects_projectvalue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projectvalue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_projectvalueevent" ("entered_at", "entered_by_id", "file_id", "id", "is_foreign", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "school_id", "source", "value") VALUES (OLD."entered_at", OLD."entered_by_id", OLD."file_id", OLD."id", OLD."is_foreign", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."school_id", OLD."source", OLD."value"); RETURN NULL;',
                            hash="825a2fe309df7f84dac8a627925408cc044c5473",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1ad4b",
                            table="projects_projectvalue",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="receipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_receiptevent" ("amount", "category", "currency", "description", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rate", "rate_source", "school_id", "spent_on") VALUES (NEW."amount", NEW."category", NEW."currency", NEW."description", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."rate", NEW."rate_source", NEW."school_id", NEW."spent_on"); RETURN NULL;',
                            hash="3510369d376bb3e74dca9289996b59fe4b4fd074",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e95e4",
                            table="projects_receipt",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="receipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_receiptevent" ("amount", "category", "currency", "description", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rate", "rate_source", "school_id", "spent_on") VALUES (NEW."amount", NEW."category", NEW."currency", NEW."description", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."rate", NEW."rate_source", NEW."school_id", NEW."spent_on"); RETURN NULL;',
                            hash="bcc0181da492a1e241a303753d3f2a3c83b5f371",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_47fef",
                            table="projects_receipt",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="receipt",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_receiptevent" ("amount", "category", "currency", "description", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "rate", "rate_source", "school_id", "spent_on") VALUES (OLD."amount", OLD."category", OLD."currency", OLD."description", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."rate", OLD."rate_source", OLD."school_id", OLD."spent_on"); RETURN NULL;',
                            hash="0a629646a1f92872ae03d262bf64dcd045d6ad1a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ba1fd",
                            table="projects_receipt",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_repaymentevent" ("amount_eur", "commitment_id", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_on", "school_id") VALUES (NEW."amount_eur", NEW."commitment_id", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."returned_on", NEW."school_id"); RETURN NULL;',
                            hash="63589c286115d1f4a8ee31fbba62844c48c06556",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fb2ec",
                            table="projects_repayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_repaymentevent" ("amount_eur", "commitment_id", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_on", "school_id") VALUES (NEW."amount_eur", NEW."commitment_id", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."returned_on", NEW."school_id"); RETURN NULL;',
                            hash="0d2a2ce63ddaa8cf75af587ef6c5004a3fcc7cf8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9626a",
                            table="projects_repayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repayment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_repaymentevent" ("amount_eur", "commitment_id", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_on", "school_id") VALUES (OLD."amount_eur", OLD."commitment_id", OLD."id", OLD."note", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."returned_on", OLD."school_id"); RETURN NULL;',
                            hash="2b8449923905581edff6bdc72680dd858c67991d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a6ec2",
                            table="projects_repayment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repaymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_repaymentpartevent" ("amount_eur", "category", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repayment_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."repayment_id", NEW."school_id"); RETURN NULL;',
                            hash="d303155bdbc4371a90887b07d5dcd907a97fc7cf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72241",
                            table="projects_repaymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repaymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_repaymentpartevent" ("amount_eur", "category", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repayment_id", "school_id") VALUES (NEW."amount_eur", NEW."category", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."repayment_id", NEW."school_id"); RETURN NULL;',
                            hash="cb486ce4ad8e4ab0a211afe82f8697c1c7d94e5e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7c51a",
                            table="projects_repaymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="repaymentpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_repaymentpartevent" ("amount_eur", "category", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repayment_id", "school_id") VALUES (OLD."amount_eur", OLD."category", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."repayment_id", OLD."school_id"); RETURN NULL;',
                            hash="eab21411249869f0b3b9848aecc3638d0e164994",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4dda",
                            table="projects_repaymentpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statedtotal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_statedtotalevent" ("clash", "id", "in_other_languages", "is_at_least", "number", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source_title", "source_url", "stated_by", "what") VALUES (NEW."clash", NEW."id", NEW."in_other_languages", NEW."is_at_least", NEW."number", NEW."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."source_title", NEW."source_url", NEW."stated_by", NEW."what"); RETURN NULL;',
                            hash="8582e2021d30549b177848f67f30c3db03c01e00",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_723c6",
                            table="projects_statedtotal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statedtotal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_statedtotalevent" ("clash", "id", "in_other_languages", "is_at_least", "number", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source_title", "source_url", "stated_by", "what") VALUES (NEW."clash", NEW."id", NEW."in_other_languages", NEW."is_at_least", NEW."number", NEW."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."source_title", NEW."source_url", NEW."stated_by", NEW."what"); RETURN NULL;',
                            hash="3d818851957c0761605db0c5c0cc189072604649",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1c77",
                            table="projects_statedtotal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statedtotal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_statedtotalevent" ("clash", "id", "in_other_languages", "is_at_least", "number", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source_title", "source_url", "stated_by", "what") VALUES (OLD."clash", OLD."id", OLD."in_other_languages", OLD."is_at_least", OLD."number", OLD."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."source_title", OLD."source_url", OLD."stated_by", OLD."what"); RETURN NULL;',
                            hash="fb8e393e0271bf6966ff8b5257589858c0f0b5d4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8cb04",
                            table="projects_statedtotal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (NEW."approval_id", NEW."approved_by", NEW."approved_on", NEW."approved_precision", NEW."from_year", NEW."id", NEW."in_other_languages", NEW."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."priorities", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."to_year"); RETURN NULL;',
                            hash="8edef6711f5a812c91162f0cf8a7446a9623c609",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9bbf0",
                            table="projects_strategy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (NEW."approval_id", NEW."approved_by", NEW."approved_on", NEW."approved_precision", NEW."from_year", NEW."id", NEW."in_other_languages", NEW."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."priorities", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."to_year"); RETURN NULL;',
                            hash="efc98b036f7ed07f2645cf62c771b93c0d483da4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ac32",
                            table="projects_strategy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (OLD."approval_id", OLD."approved_by", OLD."approved_on", OLD."approved_precision", OLD."from_year", OLD."id", OLD."in_other_languages", OLD."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."priorities", OLD."school_id", OLD."source_title", OLD."source_url", OLD."title", OLD."to_year"); RETURN NULL;',
                            hash="01e4acd2f6dd285dd63585989c82bb027319de96",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3ae55",
                            table="projects_strategy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (NEW."adds", NEW."evidence", NEW."goal_id", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."source", NEW."strategy_id", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="efb4d06ba75892d1740786f0484df5d316cdc8be",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2d764",
                            table="projects_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (NEW."adds", NEW."evidence", NEW."goal_id", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."source", NEW."strategy_id", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="dda5f68381c89e0467f2021c67fb329809a6c63b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c2cc9",
                            table="projects_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (OLD."adds", OLD."evidence", OLD."goal_id", OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."source", OLD."strategy_id", OLD."title", OLD."unit"); RETURN NULL;',
                            hash="184d48372bd5f732f7a139333be026a9e4575347",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3d6ed",
                            table="projects_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="8738feb8bc1f5e52de0f5dd5f51d62bc54b55a40",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8220d",
                            table="projects_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="04fcc7e370d07d329209bfca3969deaede31d7b3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_38581",
                            table="projects_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."strategy_id", OLD."text", OLD."title"); RETURN NULL;',
                            hash="1ff2d174977d900c87499ec2bfe76025213a81f7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5a505",
                            table="projects_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategyregion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (NEW."countries", NEW."id", NEW."in_other_languages", NEW."is_outside_eu", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."school_id", NEW."strategy_id"); RETURN NULL;',
                            hash="af809b7f0f6aff015d82b71ca4f6dd6db16480d5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5433f",
                            table="projects_strategyregion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategyregion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (NEW."countries", NEW."id", NEW."in_other_languages", NEW."is_outside_eu", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."school_id", NEW."strategy_id"); RETURN NULL;',
                            hash="0cf403e7352ee8c62f4ec88b2dfd3421b72261e9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_12b77",
                            table="projects_strategyregion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategyregion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (OLD."countries", OLD."id", OLD."in_other_languages", OLD."is_outside_eu", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."school_id", OLD."strategy_id"); RETURN NULL;',
                            hash="95a1c8e35057f1f539bfa1369934676f7e7091e3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ad3e8",
                            table="projects_strategyregion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (NEW."achieved", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned", NEW."school_id", NEW."year"); RETURN NULL;',
                            hash="3d5b0889c097f750b841ce42304986f17292a51a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9ce37",
                            table="projects_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (NEW."achieved", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned", NEW."school_id", NEW."year"); RETURN NULL;',
                            hash="b63542a7dd46244c5a0c617fc3f68b490dd76fc2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c534d",
                            table="projects_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (OLD."achieved", OLD."id", OLD."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned", OLD."school_id", OLD."year"); RETURN NULL;',
                            hash="7284d8444924d08d608916c2aeb450dcc6d9a5f3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d5422",
                            table="projects_target",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
