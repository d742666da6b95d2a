import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.migrating
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
        ("partners", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Agreement",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("bilateral", "Cooperation agreement of two sides"),
                                    ("multilateral", "Cooperation agreement of several partners"),
                                    ("memorandum", "Memorandum of understanding"),
                                    ("intent", "Letter of intent"),
                                    ("framework", "Framework agreement"),
                                    ("annex", "Yearly annex to a framework agreement"),
                                ],
                                default="bilateral",
                                max_length=12,
                                verbose_name="kind of agreement",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("recorded", "Recorded"),
                                    ("draft", "Draft"),
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed, not yet signed"),
                                    ("signing", "Being signed"),
                                    ("in_force", "In force"),
                                    ("ended", "Ended"),
                                    ("terminated", "Terminated"),
                                ],
                                default="recorded",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("number", models.CharField(blank=True, editable=False, max_length=60, verbose_name="number")),
                        (
                            "first_language",
                            models.CharField(blank=True, max_length=8, verbose_name="first language of the paper"),
                        ),
                        (
                            "second_language",
                            models.CharField(blank=True, max_length=8, verbose_name="second language of the paper"),
                        ),
                        (
                            "worded_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="By which day's wording the clauses of the template are taken.",
                                null=True,
                            ),
                        ),
                        (
                            "is_copy",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Another school of this installation drafts it.",
                                verbose_name="copy",
                            ),
                        ),
                        (
                            "thread",
                            models.UUIDField(
                                editable=False,
                                help_text="The same for the copies that two schools keep of one agreement.",
                                null=True,
                            ),
                        ),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("education", "Education"),
                                        ("upbringing", "Upbringing"),
                                        ("culture", "Culture"),
                                        ("sport", "Sport"),
                                        ("mobility", "Mobility of learners and staff"),
                                        ("projects", "Common projects"),
                                        ("research", "Research and innovation"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="areas",
                            ),
                        ),
                        ("other_areas", models.CharField(blank=True, max_length=300, verbose_name="other areas")),
                        ("reason", models.TextField(blank=True, verbose_name="why this partner")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed")),
                        (
                            "signed_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="signing known",
                            ),
                        ),
                        (
                            "concluded",
                            models.CharField(
                                choices=[
                                    ("at_a_distance", "At a distance"),
                                    ("in_person", "In person"),
                                    ("by_post", "By post"),
                                    ("orally", "Orally"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=15,
                                verbose_name="how it was concluded",
                            ),
                        ),
                        (
                            "platform",
                            models.CharField(
                                blank=True,
                                help_text="Of a signing at a distance, like Zoom.",
                                max_length=60,
                                verbose_name="platform",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("is_open_ended", models.BooleanField(default=False, verbose_name="without an end")),
                        (
                            "renewal",
                            models.CharField(
                                choices=[
                                    ("none", "Ends on its last day"),
                                    ("automatic", "Goes on by itself unless somebody gives notice"),
                                ],
                                default="none",
                                max_length=10,
                                verbose_name="renewal",
                            ),
                        ),
                        (
                            "renewal_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="each time for how many months",
                            ),
                        ),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="So long before it may end early, or before it goes on by itself.",
                                verbose_name="notice, in months",
                            ),
                        ),
                        ("notice_given_on", models.DateField(blank=True, null=True, verbose_name="notice given")),
                        ("notice_until", models.DateField(blank=True, null=True, verbose_name="ends by notice")),
                        ("notice_by_us", models.BooleanField(default=True, verbose_name="notice given by your school")),
                        ("notice_reason", models.TextField(blank=True, verbose_name="reason of the notice")),
                        ("notes", models.TextField(blank=True, verbose_name="notes")),
                        ("sort_key", models.BinaryField()),
                        ("search_key", models.TextField(db_collation="C", editable=False)),
                        (
                            "framework",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="annexes",
                                to="agreements.agreement",
                                verbose_name="framework agreement",
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
                        "ordering": [
                            models.OrderBy(models.F("signed_on"), descending=True, nulls_last=True),
                            "sort_key",
                            "pk",
                        ],
                        "indexes": [
                            models.Index(fields=["school", "-signed_on"], name="agreement_by_signing"),
                            models.Index(fields=["school", "state", "valid_until"], name="agreement_by_state"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "thread"), name="agreement_once_a_thread"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("notice_given_on", None), ("notice_until", None)),
                                    ("notice_until__gte", models.F("notice_given_on")),
                                    _connector="OR",
                                ),
                                name="agreement_notice_ends_later",
                                violation_error_message="It can't end before notice was given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from", None),
                                    ("valid_until", None),
                                    ("valid_until__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="agreement_ends_after_it_begins",
                                violation_error_message="The last day lies before the first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_open_ended", False), ("valid_until", None), _connector="OR"),
                                name="agreement_without_end_has_no_last_day",
                                violation_error_message="An agreement without an end has no last day.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgreementEvent",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("bilateral", "Cooperation agreement of two sides"),
                                    ("multilateral", "Cooperation agreement of several partners"),
                                    ("memorandum", "Memorandum of understanding"),
                                    ("intent", "Letter of intent"),
                                    ("framework", "Framework agreement"),
                                    ("annex", "Yearly annex to a framework agreement"),
                                ],
                                default="bilateral",
                                max_length=12,
                                verbose_name="kind of agreement",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("recorded", "Recorded"),
                                    ("draft", "Draft"),
                                    ("proposed", "Proposed"),
                                    ("agreed", "Agreed, not yet signed"),
                                    ("signing", "Being signed"),
                                    ("in_force", "In force"),
                                    ("ended", "Ended"),
                                    ("terminated", "Terminated"),
                                ],
                                default="recorded",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("number", models.CharField(blank=True, editable=False, max_length=60, verbose_name="number")),
                        (
                            "first_language",
                            models.CharField(blank=True, max_length=8, verbose_name="first language of the paper"),
                        ),
                        (
                            "second_language",
                            models.CharField(blank=True, max_length=8, verbose_name="second language of the paper"),
                        ),
                        (
                            "worded_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                help_text="By which day's wording the clauses of the template are taken.",
                                null=True,
                            ),
                        ),
                        (
                            "is_copy",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Another school of this installation drafts it.",
                                verbose_name="copy",
                            ),
                        ),
                        (
                            "thread",
                            models.UUIDField(
                                editable=False,
                                help_text="The same for the copies that two schools keep of one agreement.",
                                null=True,
                            ),
                        ),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("education", "Education"),
                                        ("upbringing", "Upbringing"),
                                        ("culture", "Culture"),
                                        ("sport", "Sport"),
                                        ("mobility", "Mobility of learners and staff"),
                                        ("projects", "Common projects"),
                                        ("research", "Research and innovation"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="areas",
                            ),
                        ),
                        ("other_areas", models.CharField(blank=True, max_length=300, verbose_name="other areas")),
                        ("reason", models.TextField(blank=True, verbose_name="why this partner")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed")),
                        (
                            "signed_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="signing known",
                            ),
                        ),
                        (
                            "concluded",
                            models.CharField(
                                choices=[
                                    ("at_a_distance", "At a distance"),
                                    ("in_person", "In person"),
                                    ("by_post", "By post"),
                                    ("orally", "Orally"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=15,
                                verbose_name="how it was concluded",
                            ),
                        ),
                        (
                            "platform",
                            models.CharField(
                                blank=True,
                                help_text="Of a signing at a distance, like Zoom.",
                                max_length=60,
                                verbose_name="platform",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("is_open_ended", models.BooleanField(default=False, verbose_name="without an end")),
                        (
                            "renewal",
                            models.CharField(
                                choices=[
                                    ("none", "Ends on its last day"),
                                    ("automatic", "Goes on by itself unless somebody gives notice"),
                                ],
                                default="none",
                                max_length=10,
                                verbose_name="renewal",
                            ),
                        ),
                        (
                            "renewal_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="each time for how many months",
                            ),
                        ),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="So long before it may end early, or before it goes on by itself.",
                                verbose_name="notice, in months",
                            ),
                        ),
                        ("notice_given_on", models.DateField(blank=True, null=True, verbose_name="notice given")),
                        ("notice_until", models.DateField(blank=True, null=True, verbose_name="ends by notice")),
                        ("notice_by_us", models.BooleanField(default=True, verbose_name="notice given by your school")),
                        ("notice_reason", models.TextField(blank=True, verbose_name="reason of the notice")),
                        ("notes", models.TextField(blank=True, verbose_name="notes")),
                        (
                            "framework",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                                verbose_name="framework agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.agreement",
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
                    name="Clause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(help_text="That of the template, or “own-1” and so on.", max_length=40),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Of an own clause: after how many.", verbose_name="place"
                            ),
                        ),
                        ("is_left_out", models.BooleanField(default=False, verbose_name="left out")),
                        ("titles", models.JSONField(blank=True, default=dict, help_text="By language.")),
                        (
                            "texts",
                            models.JSONField(
                                blank=True, default=dict, help_text="By language; each line is a point of its own."
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="clauses",
                                to="agreements.agreement",
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
                        "ordering": ["agreement", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "agreement", "key"), name="clause_once_an_agreement"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClauseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "key",
                            models.CharField(help_text="That of the template, or “own-1” and so on.", max_length=40),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Of an own clause: after how many.", verbose_name="place"
                            ),
                        ),
                        ("is_left_out", models.BooleanField(default=False, verbose_name="left out")),
                        ("titles", models.JSONField(blank=True, default=dict, help_text="By language.")),
                        (
                            "texts",
                            models.JSONField(
                                blank=True, default=dict, help_text="By language; each line is a point of its own."
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.clause",
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
                    name="Conditions",
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
                            "weeks_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(52),
                                ],
                                verbose_name="placements of at least so many weeks",
                            ),
                        ),
                        (
                            "weeks_to",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(52),
                                ],
                                verbose_name="placements of at most so many weeks",
                            ),
                        ),
                        (
                            "learners_out",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="learners a year from our side"
                            ),
                        ),
                        (
                            "learners_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="learners a year from the other side"
                            ),
                        ),
                        (
                            "teachers_out",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers a year from our side"
                            ),
                        ),
                        (
                            "teachers_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers a year from the other side"
                            ),
                        ),
                        ("has_training", models.BooleanField(default=False, verbose_name="training of teachers")),
                        (
                            "training",
                            models.CharField(
                                blank=True,
                                help_text="For example: transport, new welding methods.",
                                max_length=300,
                                verbose_name="training in what",
                            ),
                        ),
                        (
                            "costs",
                            models.CharField(
                                blank=True,
                                help_text="Empty: each side its own.",
                                max_length=500,
                                verbose_name="who bears which costs",
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conditions",
                                to="agreements.agreement",
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
                        "verbose_name_plural": "conditions",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "agreement"), name="conditions_once_an_agreement"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weeks_from", None),
                                    ("weeks_to", None),
                                    ("weeks_to__gte", models.F("weeks_from")),
                                    _connector="OR",
                                ),
                                name="conditions_weeks_in_order",
                                violation_error_message="The longest placement is shorter than the shortest.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionsEvent",
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
                            "weeks_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(52),
                                ],
                                verbose_name="placements of at least so many weeks",
                            ),
                        ),
                        (
                            "weeks_to",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(52),
                                ],
                                verbose_name="placements of at most so many weeks",
                            ),
                        ),
                        (
                            "learners_out",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="learners a year from our side"
                            ),
                        ),
                        (
                            "learners_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="learners a year from the other side"
                            ),
                        ),
                        (
                            "teachers_out",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers a year from our side"
                            ),
                        ),
                        (
                            "teachers_in",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="teachers a year from the other side"
                            ),
                        ),
                        ("has_training", models.BooleanField(default=False, verbose_name="training of teachers")),
                        (
                            "training",
                            models.CharField(
                                blank=True,
                                help_text="For example: transport, new welding methods.",
                                max_length=300,
                                verbose_name="training in what",
                            ),
                        ),
                        (
                            "costs",
                            models.CharField(
                                blank=True,
                                help_text="Empty: each side its own.",
                                max_length=500,
                                verbose_name="who bears which costs",
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.conditions",
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
                    name="Correspondent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("other", models.CharField(max_length=40, verbose_name="the other school")),
                        (
                            "last_told",
                            models.CharField(
                                blank=True, help_text="Hash of the last letter: the same is not sent.", max_length=64
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="correspondents",
                                to="agreements.agreement",
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
                                fields=("school", "agreement"), name="correspondent_once_an_agreement"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "is_on_our_side",
                            models.BooleanField(
                                default=False,
                                help_text="Where several sign on one side, together with your school.",
                                verbose_name="on our side",
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parties",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreement_parties",
                                to="partners.partner",
                                verbose_name="partner",
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
                        "verbose_name_plural": "parties",
                        "ordering": [models.OrderBy(models.F("partner_id"), nulls_first=True), "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "agreement", "partner"),
                                name="party_once_in_agreement",
                                nulls_distinct=False,
                                violation_error_message="This partner is already a party.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Negotiator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                        ("language", models.CharField(max_length=8, verbose_name="language")),
                        (
                            "may_agree",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise this person reads and comments.",
                                verbose_name="may agree to the text",
                            ),
                        ),
                        ("invited_at", models.DateTimeField(auto_now_add=True, verbose_name="invited")),
                        ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="last looked at it")),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="negotiators",
                                to="agreements.agreement",
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
                            "party",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="negotiators",
                                to="agreements.party",
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "agreed_to",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="agreed_by",
                                to="agreements.version",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["agreement", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "agreement", "email"),
                                name="negotiator_once_an_agreement",
                                violation_error_message="This person is already asked.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "is_on_our_side",
                            models.BooleanField(
                                default=False,
                                help_text="Where several sign on one side, together with your school.",
                                verbose_name="on our side",
                            ),
                        ),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
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
                                to="agreements.party",
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
                    name="PlannedActivity",
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
                        ("text", models.CharField(max_length=500, verbose_name="what is planned")),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                help_text="For example: once one may travel again.",
                                max_length=300,
                                verbose_name="on what condition",
                            ),
                        ),
                        ("by_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "possible_from",
                            models.DateField(
                                blank=True,
                                help_text="The day on which its condition was met.",
                                null=True,
                                verbose_name="possible since",
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True,
                                help_text="Only where no flow or earlier activity tells of it.",
                                null=True,
                                verbose_name="done",
                            ),
                        ),
                        ("given_up_on", models.DateField(blank=True, null=True, verbose_name="given up")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="activities",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "responsible",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="responsible_for",
                                to="agreements.party",
                                verbose_name="who sees to it",
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
                        "verbose_name_plural": "planned activities",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedActivityEvent",
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
                        ("text", models.CharField(max_length=500, verbose_name="what is planned")),
                        (
                            "condition",
                            models.CharField(
                                blank=True,
                                help_text="For example: once one may travel again.",
                                max_length=300,
                                verbose_name="on what condition",
                            ),
                        ),
                        ("by_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "possible_from",
                            models.DateField(
                                blank=True,
                                help_text="The day on which its condition was met.",
                                null=True,
                                verbose_name="possible since",
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True,
                                help_text="Only where no flow or earlier activity tells of it.",
                                null=True,
                                verbose_name="done",
                            ),
                        ),
                        ("given_up_on", models.DateField(blank=True, null=True, verbose_name="given up")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.plannedactivity",
                            ),
                        ),
                        (
                            "responsible",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.party",
                                verbose_name="who sees to it",
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
                    name="SchoolLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "sender",
                            models.CharField(help_text="Short name of the school that wrote it.", max_length=40),
                        ),
                        ("thread", models.UUIDField(help_text="Of the agreement, the same in both schools.")),
                        (
                            "kind",
                            models.CharField(choices=[("standing", "Standing"), ("agreed", "Agreed")], max_length=10),
                        ),
                        ("body", models.JSONField()),
                        (
                            "paper",
                            models.BinaryField(
                                help_text="The sealed paper; taken out once it is taken over.", null=True
                            ),
                        ),
                        ("sent_at", models.DateTimeField(auto_now_add=True)),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "receiver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.school"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["receiver", "taken_at"], name="letter_to_take")],
                    },
                ),
                migrations.CreateModel(
                    name="Signatory",
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
                            "office",
                            models.CharField(
                                help_text="For example: director, head of a department.",
                                max_length=200,
                                verbose_name="office",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="May stay empty: the office suffices.",
                                max_length=150,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True,
                                help_text="Where it is not the head who signs: a power of attorney, an order, with its day.",
                                max_length=300,
                                verbose_name="by what authority",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("head", "As the head, by office"),
                                    ("order", "By an order or the statutes"),
                                    ("power", "By a power of attorney"),
                                ],
                                max_length=5,
                                verbose_name="signs as",
                            ),
                        ),
                        ("authority_until", models.DateField(blank=True, null=True, verbose_name="power valid until")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Who has the same number may sign at once.",
                                verbose_name="order of signing",
                            ),
                        ),
                        (
                            "authority_file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="power of attorney",
                            ),
                        ),
                        (
                            "party",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatories",
                                to="agreements.party",
                                verbose_name="signed for",
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
                        "verbose_name_plural": "signatories",
                        "ordering": ["party", "position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SignatoryEvent",
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
                            "office",
                            models.CharField(
                                help_text="For example: director, head of a department.",
                                max_length=200,
                                verbose_name="office",
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True,
                                help_text="Where it is not the head who signs: a power of attorney, an order, with its day.",
                                max_length=300,
                                verbose_name="by what authority",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("head", "As the head, by office"),
                                    ("order", "By an order or the statutes"),
                                    ("power", "By a power of attorney"),
                                ],
                                max_length=5,
                                verbose_name="signs as",
                            ),
                        ),
                        ("authority_until", models.DateField(blank=True, null=True, verbose_name="power valid until")),
                        ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Who has the same number may sign at once.",
                                verbose_name="order of signing",
                            ),
                        ),
                        (
                            "authority_file",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="power of attorney",
                            ),
                        ),
                        (
                            "party",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.party",
                                verbose_name="signed for",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.signatory",
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
                    name="SigningSession",
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
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                default=45,
                                validators=[
                                    django.core.validators.MinValueValidator(5),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="how long, in minutes",
                            ),
                        ),
                        (
                            "platform",
                            models.CharField(
                                help_text="For example Zoom, Teams, Jitsi.", max_length=60, verbose_name="platform"
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https", "http"])],
                                verbose_name="link to join",
                            ),
                        ),
                        (
                            "agenda",
                            models.TextField(blank=True, help_text="Each line is an item.", verbose_name="agenda"),
                        ),
                        ("sequence", models.PositiveSmallIntegerField(default=0)),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="agreements.agreement",
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
                        "ordering": ["-starts_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "agreement"), name="session_once_an_agreement")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SigningSessionEvent",
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
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                default=45,
                                validators=[
                                    django.core.validators.MinValueValidator(5),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="how long, in minutes",
                            ),
                        ),
                        (
                            "platform",
                            models.CharField(
                                help_text="For example Zoom, Teams, Jitsi.", max_length=60, verbose_name="platform"
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                validators=[django.core.validators.URLValidator(schemes=["https", "http"])],
                                verbose_name="link to join",
                            ),
                        ),
                        (
                            "agenda",
                            models.TextField(blank=True, help_text="Each line is an item.", verbose_name="agenda"),
                        ),
                        ("sequence", models.PositiveSmallIntegerField(default=0)),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.signingsession",
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
                    name="Version",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "content",
                            models.JSONField(
                                help_text="What is agreed, see drafting.content; nothing about contact persons."
                            ),
                        ),
                        (
                            "content_hash",
                            models.CharField(help_text="SHA-256 of its canonical text, in hexadecimal.", max_length=64),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                        (
                            "made_by",
                            models.CharField(
                                blank=True,
                                help_text="Of which organisation; no name.",
                                max_length=200,
                                verbose_name="made by",
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                        ("agreed_how", models.CharField(blank=True, max_length=200, verbose_name="how agreed")),
                        ("in_force_on", models.DateField(blank=True, null=True, verbose_name="in force since")),
                        ("replaced_on", models.DateField(blank=True, null=True, verbose_name="replaced or ended")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "paper",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="paper",
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
                            "sealed",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="signed and sealed paper",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["agreement", "-position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "agreement", "position"), name="version_once_an_agreement"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force_on__isnull", False), ("replaced_on", None)),
                                fields=("school", "agreement"),
                                name="version_in_force_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Remark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "clause_key",
                            models.CharField(blank=True, help_text="Empty: about the whole.", max_length=40),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="comment")),
                        (
                            "wording",
                            models.JSONField(
                                blank=True, default=dict, help_text="By language.", verbose_name="another wording"
                            ),
                        ),
                        (
                            "by",
                            models.CharField(
                                help_text="For which organisation; no name.", max_length=300, verbose_name="by"
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("taken", "Taken over"), ("declined", "Not taken over")],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="answer")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="remarks",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "negotiator",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="remarks",
                                to="agreements.negotiator",
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
                            "version",
                            tilts.accounts.owned.SchoolForeignKey(
                                help_text="To which it was said.",
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="remarks",
                                to="agreements.version",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    models.Q(("wording", {}), _negated=True),
                                    _connector="OR",
                                ),
                                name="remark_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NegotiatorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("language", models.CharField(max_length=8, verbose_name="language")),
                        (
                            "may_agree",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise this person reads and comments.",
                                verbose_name="may agree to the text",
                            ),
                        ),
                        ("invited_at", models.DateTimeField(auto_now_add=True, verbose_name="invited")),
                        ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="last looked at it")),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.negotiator",
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
                            "party",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.party",
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "agreed_to",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.version",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="VersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "content",
                            models.JSONField(
                                help_text="What is agreed, see drafting.content; nothing about contact persons."
                            ),
                        ),
                        (
                            "content_hash",
                            models.CharField(help_text="SHA-256 of its canonical text, in hexadecimal.", max_length=64),
                        ),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                        (
                            "made_by",
                            models.CharField(
                                blank=True,
                                help_text="Of which organisation; no name.",
                                max_length=200,
                                verbose_name="made by",
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="agreed at")),
                        ("agreed_how", models.CharField(blank=True, max_length=200, verbose_name="how agreed")),
                        ("in_force_on", models.DateField(blank=True, null=True, verbose_name="in force since")),
                        ("replaced_on", models.DateField(blank=True, null=True, verbose_name="replaced or ended")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "agreement",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="agreements.agreement",
                            ),
                        ),
                        (
                            "paper",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="paper",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="agreements.version",
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
                            "sealed",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                                verbose_name="signed and sealed paper",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (NEW."areas", NEW."concluded", NEW."first_language", NEW."framework_id", NEW."id", NEW."in_other_languages", NEW."is_copy", NEW."is_open_ended", NEW."kind", NEW."notes", NEW."notice_by_us", NEW."notice_given_on", NEW."notice_months", NEW."notice_reason", NEW."notice_until", NEW."number", NEW."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."platform", NEW."reason", NEW."renewal", NEW."renewal_months", NEW."school_id", NEW."second_language", NEW."signed_on", NEW."signed_precision", NEW."source_title", NEW."source_url", NEW."state", NEW."thread", NEW."title", NEW."valid_from", NEW."valid_until", NEW."worded_on"); RETURN NULL;',
                            hash="64c14da5528ce5db1ca6ac6adaae7b9c17e9ff71",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_13a93",
                            table="agreements_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."areas" IS DISTINCT FROM (NEW."areas") OR OLD."concluded" IS DISTINCT FROM (NEW."concluded") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."is_copy" IS DISTINCT FROM (NEW."is_copy") OR OLD."is_open_ended" IS DISTINCT FROM (NEW."is_open_ended") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."notice_by_us" IS DISTINCT FROM (NEW."notice_by_us") OR OLD."notice_given_on" IS DISTINCT FROM (NEW."notice_given_on") OR OLD."notice_months" IS DISTINCT FROM (NEW."notice_months") OR OLD."notice_reason" IS DISTINCT FROM (NEW."notice_reason") OR OLD."notice_until" IS DISTINCT FROM (NEW."notice_until") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."other_areas" IS DISTINCT FROM (NEW."other_areas") OR OLD."platform" IS DISTINCT FROM (NEW."platform") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."renewal" IS DISTINCT FROM (NEW."renewal") OR OLD."renewal_months" IS DISTINCT FROM (NEW."renewal_months") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."second_language" IS DISTINCT FROM (NEW."second_language") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."signed_precision" IS DISTINCT FROM (NEW."signed_precision") OR OLD."source_title" IS DISTINCT FROM (NEW."source_title") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."thread" IS DISTINCT FROM (NEW."thread") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."worded_on" IS DISTINCT FROM (NEW."worded_on"))',
                            func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (NEW."areas", NEW."concluded", NEW."first_language", NEW."framework_id", NEW."id", NEW."in_other_languages", NEW."is_copy", NEW."is_open_ended", NEW."kind", NEW."notes", NEW."notice_by_us", NEW."notice_given_on", NEW."notice_months", NEW."notice_reason", NEW."notice_until", NEW."number", NEW."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."platform", NEW."reason", NEW."renewal", NEW."renewal_months", NEW."school_id", NEW."second_language", NEW."signed_on", NEW."signed_precision", NEW."source_title", NEW."source_url", NEW."state", NEW."thread", NEW."title", NEW."valid_from", NEW."valid_until", NEW."worded_on"); RETURN NULL;',
                            hash="b4548541081ca4ac4d2d3eb0c58ca2bae7225a28",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_36fdd",
                            table="agreements_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (OLD."areas", OLD."concluded", OLD."first_language", OLD."framework_id", OLD."id", OLD."in_other_languages", OLD."is_copy", OLD."is_open_ended", OLD."kind", OLD."notes", OLD."notice_by_us", OLD."notice_given_on", OLD."notice_months", OLD."notice_reason", OLD."notice_until", OLD."number", OLD."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."platform", OLD."reason", OLD."renewal", OLD."renewal_months", OLD."school_id", OLD."second_language", OLD."signed_on", OLD."signed_precision", OLD."source_title", OLD."source_url", OLD."state", OLD."thread", OLD."title", OLD."valid_from", OLD."valid_until", OLD."worded_on"); RETURN NULL;',
                            hash="3aa7a4696ddbae779e479298a8eb0ca7e3bb8572",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a07e3",
                            table="agreements_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clause",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_clauseevent" ("agreement_id", "id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "texts", "titles") VALUES (NEW."agreement_id", NEW."id", NEW."is_left_out", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."school_id", NEW."texts", NEW."titles"); RETURN NULL;',
                            hash="13dd7ec14c6956ccb1608a1729374e0efb0905e8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0fd2d",
                            table="agreements_clause",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clause",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_clauseevent" ("agreement_id", "id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "texts", "titles") VALUES (NEW."agreement_id", NEW."id", NEW."is_left_out", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."school_id", NEW."texts", NEW."titles"); RETURN NULL;',
                            hash="5c64ce08d1857e4b6f9a73ebfa7b324bc5ce79e2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2ea46",
                            table="agreements_clause",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clause",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_clauseevent" ("agreement_id", "id", "is_left_out", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id", "texts", "titles") VALUES (OLD."agreement_id", OLD."id", OLD."is_left_out", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."school_id", OLD."texts", OLD."titles"); RETURN NULL;',
                            hash="989eccadadfd2fe7790e13eb41d97bb2cbbbc349",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9df45",
                            table="agreements_clause",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conditions",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_conditionsevent" ("agreement_id", "costs", "has_training", "id", "in_other_languages", "learners_in", "learners_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "teachers_in", "teachers_out", "training", "weeks_from", "weeks_to") VALUES (NEW."agreement_id", NEW."costs", NEW."has_training", NEW."id", NEW."in_other_languages", NEW."learners_in", NEW."learners_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."teachers_in", NEW."teachers_out", NEW."training", NEW."weeks_from", NEW."weeks_to"); RETURN NULL;',
                            hash="6a89ee9f8e95986c2424ac42e9248ba3ddbfa616",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e5001",
                            table="agreements_conditions",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conditions",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_conditionsevent" ("agreement_id", "costs", "has_training", "id", "in_other_languages", "learners_in", "learners_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "teachers_in", "teachers_out", "training", "weeks_from", "weeks_to") VALUES (NEW."agreement_id", NEW."costs", NEW."has_training", NEW."id", NEW."in_other_languages", NEW."learners_in", NEW."learners_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."teachers_in", NEW."teachers_out", NEW."training", NEW."weeks_from", NEW."weeks_to"); RETURN NULL;',
                            hash="aa6a0b3cd57d8c6502413baf04cae8af9acaf47c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3b55d",
                            table="agreements_conditions",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conditions",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_conditionsevent" ("agreement_id", "costs", "has_training", "id", "in_other_languages", "learners_in", "learners_out", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "teachers_in", "teachers_out", "training", "weeks_from", "weeks_to") VALUES (OLD."agreement_id", OLD."costs", OLD."has_training", OLD."id", OLD."in_other_languages", OLD."learners_in", OLD."learners_out", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."teachers_in", OLD."teachers_out", OLD."training", OLD."weeks_from", OLD."weeks_to"); RETURN NULL;',
                            hash="90a1bd2034e2dac8b9755e354d0bac6d5b1f3a3c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ca5a5",
                            table="agreements_conditions",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="party",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_partyevent" ("agreement_id", "id", "is_on_our_side", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."agreement_id", NEW."id", NEW."is_on_our_side", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="d91b4a5210303d5e8a74e3955b7d0dc3b4407a58",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_783c4",
                            table="agreements_party",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="party",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_partyevent" ("agreement_id", "id", "is_on_our_side", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."agreement_id", NEW."id", NEW."is_on_our_side", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="6689b9fd8f3eb3b7ef451ec2e5cb53a3ffc4fbec",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_83158",
                            table="agreements_party",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="party",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_partyevent" ("agreement_id", "id", "is_on_our_side", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."agreement_id", OLD."id", OLD."is_on_our_side", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="ecfe43a201141d12f695dc162f4954070b04ad40",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_048bd",
                            table="agreements_party",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_plannedactivityevent" ("agreement_id", "by_on", "condition", "done_on", "given_up_on", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible_from", "responsible_id", "school_id", "text") VALUES (NEW."agreement_id", NEW."by_on", NEW."condition", NEW."done_on", NEW."given_up_on", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."possible_from", NEW."responsible_id", NEW."school_id", NEW."text"); RETURN NULL;',
                            hash="5b63585aa68b37a9b9a695a2be9f8758431fa305",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b3688",
                            table="agreements_plannedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_plannedactivityevent" ("agreement_id", "by_on", "condition", "done_on", "given_up_on", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible_from", "responsible_id", "school_id", "text") VALUES (NEW."agreement_id", NEW."by_on", NEW."condition", NEW."done_on", NEW."given_up_on", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."possible_from", NEW."responsible_id", NEW."school_id", NEW."text"); RETURN NULL;',
                            hash="7c21ec6c99fe25f7c36994ec7d26514c7ecffd67",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa85e",
                            table="agreements_plannedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plannedactivity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_plannedactivityevent" ("agreement_id", "by_on", "condition", "done_on", "given_up_on", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "possible_from", "responsible_id", "school_id", "text") VALUES (OLD."agreement_id", OLD."by_on", OLD."condition", OLD."done_on", OLD."given_up_on", OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."possible_from", OLD."responsible_id", OLD."school_id", OLD."text"); RETURN NULL;',
                            hash="d6498af9a2789028f34121efc5393765a2945a52",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f631a",
                            table="agreements_plannedactivity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signatory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_signatoryevent" ("authority", "authority_file_id", "authority_until", "basis", "id", "in_other_languages", "language", "office", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id") VALUES (NEW."authority", NEW."authority_file_id", NEW."authority_until", NEW."basis", NEW."id", NEW."in_other_languages", NEW."language", NEW."office", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."school_id"); RETURN NULL;',
                            hash="0f6566bce1b5361d83b22a2380110cbe2f204b69",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3029c",
                            table="agreements_signatory",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signatory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."authority" IS DISTINCT FROM (NEW."authority") OR OLD."authority_file_id" IS DISTINCT FROM (NEW."authority_file_id") OR OLD."authority_until" IS DISTINCT FROM (NEW."authority_until") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."office" IS DISTINCT FROM (NEW."office") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id"))',
                            func='INSERT INTO "agreements_signatoryevent" ("authority", "authority_file_id", "authority_until", "basis", "id", "in_other_languages", "language", "office", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id") VALUES (NEW."authority", NEW."authority_file_id", NEW."authority_until", NEW."basis", NEW."id", NEW."in_other_languages", NEW."language", NEW."office", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."school_id"); RETURN NULL;',
                            hash="a6781d570f6e7434d199294cf81d352eb3fa5486",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_00c7a",
                            table="agreements_signatory",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signatory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_signatoryevent" ("authority", "authority_file_id", "authority_until", "basis", "id", "in_other_languages", "language", "office", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "school_id") VALUES (OLD."authority", OLD."authority_file_id", OLD."authority_until", OLD."basis", OLD."id", OLD."in_other_languages", OLD."language", OLD."office", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."school_id"); RETURN NULL;',
                            hash="b976a90919e8cb158aad989fdea950f11a5a146d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_03946",
                            table="agreements_signatory",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signingsession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_signingsessionevent" ("agenda", "agreement_id", "changed_at", "id", "in_other_languages", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "school_id", "sequence", "starts_at", "url") VALUES (NEW."agenda", NEW."agreement_id", NEW."changed_at", NEW."id", NEW."in_other_languages", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."platform", NEW."school_id", NEW."sequence", NEW."starts_at", NEW."url"); RETURN NULL;',
                            hash="9990958e0da95aab9d627f57b59182715bcb98de",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_492d2",
                            table="agreements_signingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signingsession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_signingsessionevent" ("agenda", "agreement_id", "changed_at", "id", "in_other_languages", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "school_id", "sequence", "starts_at", "url") VALUES (NEW."agenda", NEW."agreement_id", NEW."changed_at", NEW."id", NEW."in_other_languages", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."platform", NEW."school_id", NEW."sequence", NEW."starts_at", NEW."url"); RETURN NULL;',
                            hash="db142f4e1ac102453910d30f8c74787dcb2ecd4e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3a781",
                            table="agreements_signingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signingsession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_signingsessionevent" ("agenda", "agreement_id", "changed_at", "id", "in_other_languages", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "school_id", "sequence", "starts_at", "url") VALUES (OLD."agenda", OLD."agreement_id", OLD."changed_at", OLD."id", OLD."in_other_languages", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."platform", OLD."school_id", OLD."sequence", OLD."starts_at", OLD."url"); RETURN NULL;',
                            hash="b73ad6191e04a8f7835bfb24aea26943a967b21a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_704c5",
                            table="agreements_signingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "valid_from", "valid_until") VALUES (NEW."agreed_at", NEW."agreed_how", NEW."agreement_id", NEW."content", NEW."content_hash", NEW."id", NEW."in_force_on", NEW."made_at", NEW."made_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."replaced_on", NEW."school_id", NEW."sealed_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="b58afcc664e1ac65142b1ca3e92831f2a0bb34e8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5ef23",
                            table="agreements_version",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "valid_from", "valid_until") VALUES (NEW."agreed_at", NEW."agreed_how", NEW."agreement_id", NEW."content", NEW."content_hash", NEW."id", NEW."in_force_on", NEW."made_at", NEW."made_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."replaced_on", NEW."school_id", NEW."sealed_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="3e91c154259fe115633b7412fee7046dce6fc512",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9bd2a",
                            table="agreements_version",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "valid_from", "valid_until") VALUES (OLD."agreed_at", OLD."agreed_how", OLD."agreement_id", OLD."content", OLD."content_hash", OLD."id", OLD."in_force_on", OLD."made_at", OLD."made_by", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."replaced_on", OLD."school_id", OLD."sealed_id", OLD."valid_from", OLD."valid_until"); RETURN NULL;',
                            hash="1d3536651eb380ffd0d9008930afb93acc18fa8d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5c340",
                            table="agreements_version",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="negotiator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_negotiatorevent" ("agreed_at", "agreed_to_id", "agreement_id", "id", "invited_at", "language", "may_agree", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_at") VALUES (NEW."agreed_at", NEW."agreed_to_id", NEW."agreement_id", NEW."id", NEW."invited_at", NEW."language", NEW."may_agree", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."seen_at"); RETURN NULL;',
                            hash="48c812bcd91fa0a91b7965e0356d32c03f38ceb2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_35f5b",
                            table="agreements_negotiator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="negotiator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_to_id" IS DISTINCT FROM (NEW."agreed_to_id") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_at" IS DISTINCT FROM (NEW."invited_at") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."may_agree" IS DISTINCT FROM (NEW."may_agree") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."seen_at" IS DISTINCT FROM (NEW."seen_at"))',
                            func='INSERT INTO "agreements_negotiatorevent" ("agreed_at", "agreed_to_id", "agreement_id", "id", "invited_at", "language", "may_agree", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_at") VALUES (NEW."agreed_at", NEW."agreed_to_id", NEW."agreement_id", NEW."id", NEW."invited_at", NEW."language", NEW."may_agree", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."seen_at"); RETURN NULL;',
                            hash="8eb5ca1db7258e42b1ce0cbd704f25abdf2fb132",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aff2f",
                            table="agreements_negotiator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="negotiator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "agreements_negotiatorevent" ("agreed_at", "agreed_to_id", "agreement_id", "id", "invited_at", "language", "may_agree", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "seen_at") VALUES (OLD."agreed_at", OLD."agreed_to_id", OLD."agreement_id", OLD."id", OLD."invited_at", OLD."language", OLD."may_agree", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."seen_at"); RETURN NULL;',
                            hash="9e796009d0260e5cfb303fcced7b548b3a420707",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_94a14",
                            table="agreements_negotiator",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
