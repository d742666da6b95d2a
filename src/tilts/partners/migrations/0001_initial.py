import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="DirectoryEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=400, verbose_name="name")),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                        ("address", models.CharField(blank=True, max_length=400, verbose_name="address")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("school", "School"),
                                    ("company", "Company"),
                                    ("intermediary", "Intermediary"),
                                    ("national_agency", "National agency"),
                                    ("authority", "Ministry or authority"),
                                    ("municipality", "Municipality"),
                                    ("donor", "Donor"),
                                    ("university", "University"),
                                    ("association", "Association"),
                                    ("centre", "Resource or innovation centre"),
                                    ("embassy", "Embassy"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("website", models.CharField(blank=True, max_length=300, verbose_name="website")),
                        (
                            "other_names",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=400), blank=True, default=list, size=None
                            ),
                        ),
                        ("oid", models.CharField(blank=True, max_length=9, verbose_name="OID")),
                        (
                            "accreditation",
                            models.CharField(blank=True, max_length=40, verbose_name="Erasmus accreditation"),
                        ),
                        ("call_year", models.PositiveSmallIntegerField(verbose_name="last call")),
                        ("search_key", models.CharField(db_collation="C", max_length=400)),
                        ("search_words", models.TextField()),
                    ],
                    options={
                        "ordering": ["search_key", "pk"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector("search_words", config="simple"),
                                name="directory_by_words",
                            ),
                            models.Index(fields=["country", "town"], name="directory_by_town"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("country", "search_key"), name="directory_entry_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(db_collation="C", max_length=100, unique=True)),
                        (
                            "traces",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                help_text="As `rules.spelling.traces` gives them.",
                                size=None,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["traces"], name="directory_word_by_trace")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Encounter",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("first_contact", "First contact"),
                                    ("meeting", "Meeting"),
                                    ("visit_there", "We visited them"),
                                    ("visit_here", "They visited us"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                help_text="For example: talk at a fair in Rīga.",
                                max_length=200,
                                verbose_name="what it was",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "on_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="day known",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="A town, or a platform like Zoom.",
                                max_length=100,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                blank=True,
                                help_text="By office and role, no names: director, teachers.",
                                max_length=300,
                                verbose_name="who took part",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="notes")),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False,
                                help_text="Shown there with what it was, when and where.",
                                verbose_name="on the public pages",
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
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="encounters",
                                to="partners.partner",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "indexes": [models.Index(fields=["school", "partner", "on"], name="encounter_of_partner")],
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(max_length=100, verbose_name="town")),
                        (
                            "latitude",
                            models.FloatField(help_text="In degrees, north is positive.", verbose_name="latitude"),
                        ),
                        (
                            "longitude",
                            models.FloatField(help_text="In degrees, east is positive.", verbose_name="longitude"),
                        ),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("school", "School"),
                                    ("company", "Company"),
                                    ("intermediary", "Intermediary"),
                                    ("national_agency", "National agency"),
                                    ("authority", "Ministry or authority"),
                                    ("municipality", "Municipality"),
                                    ("donor", "Donor"),
                                    ("university", "University"),
                                    ("association", "Association"),
                                    ("centre", "Resource or innovation centre"),
                                    ("embassy", "Embassy"),
                                    ("other", "Other"),
                                ],
                                default="school",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "High"), (2, "Usual"), (3, "Low")],
                                default=2,
                                help_text="How much the partner matters to you now.",
                                verbose_name="priority",
                            ),
                        ),
                        (
                            "tags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="tags",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                blank=True,
                                help_text="As its country says it, like SIA, GmbH or LEPL.",
                                max_length=60,
                                verbose_name="legal form",
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
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
                        (
                            "successor",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="predecessors",
                                to="partners.partner",
                                verbose_name="taken over by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sort_key", "pk"],
                        "indexes": [
                            models.Index(fields=["school", "sort_key"], name="partner_by_name"),
                            models.Index(fields=["school", "search_key"], name="partner_by_search_key"),
                            models.Index(fields=["school", "country"], name="partner_by_country"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                                name="partner_is_on_earth",
                                violation_error_message="The latitude lies between −90 and 90, the longitude between −180 and 180.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("successor", None),
                                    models.Q(("successor", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="partner_is_not_its_own_successor",
                                violation_error_message="A partner can't be taken over by itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EncounterEvent",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("first_contact", "First contact"),
                                    ("meeting", "Meeting"),
                                    ("visit_there", "We visited them"),
                                    ("visit_here", "They visited us"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                help_text="For example: talk at a fair in Rīga.",
                                max_length=200,
                                verbose_name="what it was",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="when")),
                        (
                            "on_precision",
                            models.CharField(
                                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                                default="day",
                                max_length=5,
                                verbose_name="day known",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="A town, or a platform like Zoom.",
                                max_length=100,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                blank=True,
                                help_text="By office and role, no names: director, teachers.",
                                max_length=300,
                                verbose_name="who took part",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="notes")),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False,
                                help_text="Shown there with what it was, when and where.",
                                verbose_name="on the public pages",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.encounter",
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
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, help_text="Empty for a shared mailbox.", max_length=150, verbose_name="name"
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=150, verbose_name="office or role")),
                        (
                            "language",
                            models.CharField(
                                blank=True, help_text="The language to write in.", max_length=8, verbose_name="language"
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="partners.partner",
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
                        "ordering": ["name", "email", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contact_is_somebody",
                                violation_error_message="Give a name, or the e-mail address of a shared mailbox.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(max_length=100, verbose_name="town")),
                        (
                            "latitude",
                            models.FloatField(help_text="In degrees, north is positive.", verbose_name="latitude"),
                        ),
                        (
                            "longitude",
                            models.FloatField(help_text="In degrees, east is positive.", verbose_name="longitude"),
                        ),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("school", "School"),
                                    ("company", "Company"),
                                    ("intermediary", "Intermediary"),
                                    ("national_agency", "National agency"),
                                    ("authority", "Ministry or authority"),
                                    ("municipality", "Municipality"),
                                    ("donor", "Donor"),
                                    ("university", "University"),
                                    ("association", "Association"),
                                    ("centre", "Resource or innovation centre"),
                                    ("embassy", "Embassy"),
                                    ("other", "Other"),
                                ],
                                default="school",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "High"), (2, "Usual"), (3, "Low")],
                                default=2,
                                help_text="How much the partner matters to you now.",
                                verbose_name="priority",
                            ),
                        ),
                        (
                            "tags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="tags",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(
                                blank=True,
                                help_text="As its country says it, like SIA, GmbH or LEPL.",
                                max_length=60,
                                verbose_name="legal form",
                            ),
                        ),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partner",
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
                            "successor",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                                verbose_name="taken over by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerGroup",
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
                        ("note", models.TextField(blank=True, verbose_name="what joins them")),
                        ("sort_key", models.BinaryField()),
                        ("search_key", models.TextField(db_collation="C", editable=False)),
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
                                fields=("school", "name"),
                                name="partner_group_once",
                                violation_error_message="There is already a group of this name.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerGroupEvent",
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
                        ("note", models.TextField(blank=True, verbose_name="what joins them")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partnergroup",
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
                    name="PartnerGroupMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "group",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="partners.partnergroup",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="groups",
                                to="partners.partner",
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
                                fields=("school", "group", "partner"), name="partner_group_member_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerGroupMemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "group",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partnergroup",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partnergroupmember",
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
                    name="PartnerName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="name")),
                        ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "Official name"),
                                    ("short", "Short name"),
                                    ("former", "Former name"),
                                    ("spelling", "Other spelling"),
                                ],
                                default="official",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("sort_key", models.BinaryField()),
                        ("search_key", models.CharField(db_collation="C", editable=False, max_length=300)),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="names", to="partners.partner"
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
                        "ordering": ["sort_key", "pk"],
                        "indexes": [models.Index(fields=["school", "search_key"], name="partner_name_by_search_key")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "partner", "text"),
                                name="partner_name_once",
                                violation_error_message="This name is already there.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerNameEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=200, verbose_name="name")),
                        ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "Official name"),
                                    ("short", "Short name"),
                                    ("former", "Former name"),
                                    ("spelling", "Other spelling"),
                                ],
                                default="official",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partnername",
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
                    name="PartnerNumber",
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
                                    ("oid", "OID"),
                                    ("pic", "PIC"),
                                    ("accreditation", "Erasmus accreditation"),
                                    ("registration", "Registration number"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        ("number", models.CharField(db_collation="C", max_length=40, verbose_name="number")),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="numbers",
                                to="partners.partner",
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
                        "ordering": ["kind", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "kind", "number", "partner"), name="partner_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerNumberEvent",
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
                                    ("oid", "OID"),
                                    ("pic", "PIC"),
                                    ("accreditation", "Erasmus accreditation"),
                                    ("registration", "Registration number"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        ("number", models.CharField(db_collation="C", max_length=40, verbose_name="number")),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partnernumber",
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
                    name="PartnerSite",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(max_length=100, verbose_name="town")),
                        (
                            "latitude",
                            models.FloatField(help_text="In degrees, north is positive.", verbose_name="latitude"),
                        ),
                        (
                            "longitude",
                            models.FloatField(help_text="In degrees, east is positive.", verbose_name="longitude"),
                        ),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="If the place has one of its own.",
                                max_length=200,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="sites", to="partners.partner"
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
                        "ordering": ["town", "name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                                name="partner_site_is_on_earth",
                                violation_error_message="The latitude lies between −90 and 90, the longitude between −180 and 180.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerSiteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("town", models.CharField(max_length=100, verbose_name="town")),
                        (
                            "latitude",
                            models.FloatField(help_text="In degrees, north is positive.", verbose_name="latitude"),
                        ),
                        (
                            "longitude",
                            models.FloatField(help_text="In degrees, east is positive.", verbose_name="longitude"),
                        ),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="If the place has one of its own.",
                                max_length=200,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.partnersite",
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
                    name="PartnerWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(db_collation="C", max_length=100)),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="words", to="partners.partner"
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
                            models.UniqueConstraint(fields=("school", "word", "partner"), name="partner_word_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StudyProgramme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("titles", models.JSONField(help_text="By language.", verbose_name="title")),
                        (
                            "isced_code",
                            models.CharField(blank=True, max_length=4, verbose_name="field of education (ISCED-F)"),
                        ),
                        (
                            "eqf_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(8),
                                ],
                                verbose_name="EQF level",
                            ),
                        ),
                        (
                            "units",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="Modules or subjects, by language, one on a line.",
                                verbose_name="units",
                            ),
                        ),
                        (
                            "outcomes",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By language, one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        ("sort_key", models.BinaryField()),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="programmes",
                                to="partners.partner",
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
                        "ordering": ["sort_key", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("titles", {}), _negated=True),
                                name="programme_has_a_title",
                                violation_error_message="Give the title in one language at least.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("eqf_level", None), ("eqf_level__range", (1, 8)), _connector="OR"),
                                name="programme_has_an_eqf_level_of_8",
                                violation_error_message="The levels of the EQF are 1 to 8.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StudyProgrammeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("titles", models.JSONField(help_text="By language.", verbose_name="title")),
                        (
                            "isced_code",
                            models.CharField(blank=True, max_length=4, verbose_name="field of education (ISCED-F)"),
                        ),
                        (
                            "eqf_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(8),
                                ],
                                verbose_name="EQF level",
                            ),
                        ),
                        (
                            "units",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="Modules or subjects, by language, one on a line.",
                                verbose_name="units",
                            ),
                        ),
                        (
                            "outcomes",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By language, one on a line.",
                                verbose_name="learning outcomes",
                            ),
                        ),
                        (
                            "partner",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="partners.studyprogramme",
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
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnerevent" ("address", "country", "email", "id", "kind", "latitude", "legal_form", "longitude", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "school_id", "successor_id", "tags", "town", "website") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."kind", NEW."latitude", NEW."legal_form", NEW."longitude", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."priority", NEW."school_id", NEW."successor_id", NEW."tags", NEW."town", NEW."website"); RETURN NULL;',
                            hash="39a380c3941cbc2516aa8d325a56ddd2c2bf23ce",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_71860",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."town" IS DISTINCT FROM (NEW."town") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                            func='INSERT INTO "partners_partnerevent" ("address", "country", "email", "id", "kind", "latitude", "legal_form", "longitude", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "school_id", "successor_id", "tags", "town", "website") VALUES (NEW."address", NEW."country", NEW."email", NEW."id", NEW."kind", NEW."latitude", NEW."legal_form", NEW."longitude", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."priority", NEW."school_id", NEW."successor_id", NEW."tags", NEW."town", NEW."website"); RETURN NULL;',
                            hash="b77d32b58243929a9ed1df44dd617c0382aada29",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_17ece",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnerevent" ("address", "country", "email", "id", "kind", "latitude", "legal_form", "longitude", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "school_id", "successor_id", "tags", "town", "website") VALUES (OLD."address", OLD."country", OLD."email", OLD."id", OLD."kind", OLD."latitude", OLD."legal_form", OLD."longitude", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."priority", OLD."school_id", OLD."successor_id", OLD."tags", OLD."town", OLD."website"); RETURN NULL;',
                            hash="57c203d736eda907213661baa2f7d10e69414695",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e7dd8",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="encounter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_encounterevent" ("id", "in_other_languages", "is_public", "kind", "note", "on", "on_precision", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "source_title", "source_url", "what", "who") VALUES (NEW."id", NEW."in_other_languages", NEW."is_public", NEW."kind", NEW."note", NEW."on", NEW."on_precision", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."school_id", NEW."source_title", NEW."source_url", NEW."what", NEW."who"); RETURN NULL;',
                            hash="6dfe272fb4b327250fbca25ade0c8c0eab96fafa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f639f",
                            table="partners_encounter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="encounter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partners_encounterevent" ("id", "in_other_languages", "is_public", "kind", "note", "on", "on_precision", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "source_title", "source_url", "what", "who") VALUES (NEW."id", NEW."in_other_languages", NEW."is_public", NEW."kind", NEW."note", NEW."on", NEW."on_precision", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."school_id", NEW."source_title", NEW."source_url", NEW."what", NEW."who"); RETURN NULL;',
                            hash="faa8dffd671baf94f98a1523f819e34dd64781fe",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_205dd",
                            table="partners_encounter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="encounter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_encounterevent" ("id", "in_other_languages", "is_public", "kind", "note", "on", "on_precision", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "school_id", "source_title", "source_url", "what", "who") VALUES (OLD."id", OLD."in_other_languages", OLD."is_public", OLD."kind", OLD."note", OLD."on", OLD."on_precision", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."school_id", OLD."source_title", OLD."source_url", OLD."what", OLD."who"); RETURN NULL;',
                            hash="313eb859900eca21a024580a0481c9e903a5e51c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6f6ff",
                            table="partners_encounter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnergroupevent" ("id", "in_other_languages", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."id", NEW."in_other_languages", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="4e34ba4bfe37c4e671abf0caf50c24e6bef00718",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2a268",
                            table="partners_partnergroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id"))',
                            func='INSERT INTO "partners_partnergroupevent" ("id", "in_other_languages", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."id", NEW."in_other_languages", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="8f60082d68ad2e79bb0442a98e777e87648e59ee",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_60ec8",
                            table="partners_partnergroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnergroupevent" ("id", "in_other_languages", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."id", OLD."in_other_languages", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="701254a1f1ea3998c701a6b7a1f3dc9c515fc6a9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d8201",
                            table="partners_partnergroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnergroupmemberevent" ("group_id", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."group_id", NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="85f87fa6636a2cb6f0ba8788c4936c34ad5ce13b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dcdfa",
                            table="partners_partnergroupmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partners_partnergroupmemberevent" ("group_id", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."group_id", NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="b559af66ab07807f16e9b358d0d50d313a2d9ba4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e998e",
                            table="partners_partnergroupmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnergroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnergroupmemberevent" ("group_id", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."group_id", OLD."id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="85c8f6a6fc20228d217acc43cf71f76c1e592da4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_69666",
                            table="partners_partnergroupmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnername",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnernameevent" ("id", "kind", "language", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text") VALUES (NEW."id", NEW."kind", NEW."language", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."text"); RETURN NULL;',
                            hash="f82987982b97022116bfe562833fb20be32d1d97",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03cdb",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnername",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "partners_partnernameevent" ("id", "kind", "language", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text") VALUES (NEW."id", NEW."kind", NEW."language", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."text"); RETURN NULL;',
                            hash="abe469ce25a52659c7988e4a14ab69d8435a37f8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65d4d",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnername",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnernameevent" ("id", "kind", "language", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "text") VALUES (OLD."id", OLD."kind", OLD."language", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."text"); RETURN NULL;',
                            hash="40b4d4de346331cb2bb67b31f97917e9bb5cb28b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1da7",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnernumber",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnernumberevent" ("id", "kind", "number", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."number", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="0053c6680e11d1f55fdfdb7c9f943b367931911d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f49f8",
                            table="partners_partnernumber",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnernumber",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partners_partnernumberevent" ("id", "kind", "number", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (NEW."id", NEW."kind", NEW."number", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id"); RETURN NULL;',
                            hash="5898efb9a379c34cfb08a67ca76e9424bf16cb36",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_efe5a",
                            table="partners_partnernumber",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnernumber",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnernumberevent" ("id", "kind", "number", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") VALUES (OLD."id", OLD."kind", OLD."number", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id"); RETURN NULL;',
                            hash="8f1c9aeaa3a6005aaf849616a6bf9a58803828bc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8538f",
                            table="partners_partnernumber",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnersite",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnersiteevent" ("address", "country", "id", "latitude", "longitude", "name", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town") VALUES (NEW."address", NEW."country", NEW."id", NEW."latitude", NEW."longitude", NEW."name", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."town"); RETURN NULL;',
                            hash="62249475c742c107d17e43a172f5acdde0a7c74e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1c524",
                            table="partners_partnersite",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnersite",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partners_partnersiteevent" ("address", "country", "id", "latitude", "longitude", "name", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town") VALUES (NEW."address", NEW."country", NEW."id", NEW."latitude", NEW."longitude", NEW."name", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."town"); RETURN NULL;',
                            hash="6d70d9c8a4ee05c85e3a997cd62025bff1855b8e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_10cd1",
                            table="partners_partnersite",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnersite",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_partnersiteevent" ("address", "country", "id", "latitude", "longitude", "name", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "town") VALUES (OLD."address", OLD."country", OLD."id", OLD."latitude", OLD."longitude", OLD."name", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."town"); RETURN NULL;',
                            hash="373a2a907deffa8f7266cda6e2008dc2ed50841f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_79271",
                            table="partners_partnersite",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="studyprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_studyprogrammeevent" ("eqf_level", "id", "isced_code", "outcomes", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "titles", "units") VALUES (NEW."eqf_level", NEW."id", NEW."isced_code", NEW."outcomes", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."titles", NEW."units"); RETURN NULL;',
                            hash="5133eb8df559878d0f349e3f5703f83abd252605",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2fbe2",
                            table="partners_studyprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="studyprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."eqf_level" IS DISTINCT FROM (NEW."eqf_level") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."isced_code" IS DISTINCT FROM (NEW."isced_code") OR OLD."outcomes" IS DISTINCT FROM (NEW."outcomes") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."titles" IS DISTINCT FROM (NEW."titles") OR OLD."units" IS DISTINCT FROM (NEW."units"))',
                            func='INSERT INTO "partners_studyprogrammeevent" ("eqf_level", "id", "isced_code", "outcomes", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "titles", "units") VALUES (NEW."eqf_level", NEW."id", NEW."isced_code", NEW."outcomes", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."titles", NEW."units"); RETURN NULL;',
                            hash="8ee6ebbd3d81d4da8bdc631e229a7f797d0034ea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2c87b",
                            table="partners_studyprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="studyprogramme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partners_studyprogrammeevent" ("eqf_level", "id", "isced_code", "outcomes", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "titles", "units") VALUES (OLD."eqf_level", OLD."id", OLD."isced_code", OLD."outcomes", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."titles", OLD."units"); RETURN NULL;',
                            hash="d6b422d26798fe050e02b50013a12344a876f5e7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ebf3",
                            table="partners_studyprogramme",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
