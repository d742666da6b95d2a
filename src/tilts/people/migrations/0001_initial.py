import django.db.models.deletion
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.encryption
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
                    name="Person",
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
                                choices=[("learner", "Learner"), ("staff", "Staff")],
                                default="learner",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("family_name", models.CharField(max_length=100, verbose_name="family name")),
                        ("given_names", models.CharField(max_length=100, verbose_name="given names")),
                        ("born_on", models.DateField(verbose_name="date of birth")),
                        (
                            "gender",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("female", "Female"),
                                    ("male", "Male"),
                                    ("other", "Other"),
                                    ("not_said", "Does not want to say"),
                                ],
                                max_length=10,
                                verbose_name="gender",
                            ),
                        ),
                        ("nationality", models.CharField(blank=True, max_length=2, verbose_name="nationality")),
                        ("group", models.CharField(blank=True, max_length=40, verbose_name="group")),
                        ("programme", models.CharField(blank=True, max_length=200, verbose_name="study programme")),
                        ("course", models.CharField(blank=True, max_length=20, verbose_name="year of study")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        ("sort_key", models.BinaryField()),
                        ("search_key", models.CharField(db_collation="C", editable=False, max_length=300)),
                        ("given_key", models.CharField(db_collation="C", default="", editable=False, max_length=300)),
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
                        "indexes": [
                            models.Index(fields=["school", "sort_key"], name="person_by_name"),
                            models.Index(fields=["school", "search_key", "born_on"], name="person_by_search_key"),
                            models.Index(fields=["school", "given_key"], name="person_by_given_key"),
                            models.Index(fields=["school", "group", "sort_key"], name="person_by_group"),
                            models.Index(fields=["school", "kind", "sort_key"], name="person_by_kind"),
                            models.Index(fields=["school", "born_on", "sort_key"], name="person_by_birth"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "person_id"),
                                choices=[
                                    ("health", "Health"),
                                    ("diet", "Food and drink"),
                                    ("fewer_opportunities", "Fewer opportunities"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "text",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "person_id"),
                                default="",
                                help_text="Stored encrypted, and shown only to those whose work needs it.",
                                max_length=2000,
                                verbose_name="what is needed",
                            ),
                        ),
                        (
                            "has_fewer_opportunities",
                            tilts.core.encryption.SealedBooleanField(
                                bound_to=("school_id", "person_id"),
                                default=False,
                                help_text="The programme then pays for support; the report says yes or no, never why.",
                                verbose_name="counts as fewer opportunities",
                            ),
                        ),
                        (
                            "by_link",
                            models.BooleanField(default=False, editable=False, verbose_name="given by a personal link"),
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
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="people.person"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Guardian",
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
                                choices=[("person", "Person"), ("institution", "Institution")],
                                default="person",
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                help_text="For example mother, grandfather, orphans' court.",
                                max_length=60,
                                verbose_name="relation",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Empty where papers are given by hand.",
                                max_length=254,
                                verbose_name="e-mail address",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                        (
                            "language",
                            models.CharField(
                                blank=True, help_text="The language to write in.", max_length=8, verbose_name="language"
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
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guardians",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    models.Q(("phone", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="guardian_is_somebody",
                                violation_error_message="Give a name, or at least a phone number or an e-mail address.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmergencyContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now=True, verbose_name="given on")),
                        (
                            "by_link",
                            models.BooleanField(default=False, editable=False, verbose_name="given by a personal link"),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                help_text="For example mother or friend.",
                                max_length=60,
                                verbose_name="relation",
                            ),
                        ),
                        ("phone", models.CharField(max_length=20, verbose_name="phone")),
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
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="emergency_contacts",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "emergency contact",
                        "verbose_name_plural": "emergency contacts",
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "person"), name="one_emergency_contact")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[("photos", "Photos and films"), ("publicity", "Name and story in public")],
                                max_length=15,
                                verbose_name="consent to",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        (
                            "given_by",
                            models.CharField(
                                blank=True,
                                help_text="For a minor the guardian; empty: by the person.",
                                max_length=200,
                                verbose_name="given by",
                            ),
                        ),
                        (
                            "given_how",
                            models.CharField(
                                choices=[
                                    ("paper", "on paper"),
                                    ("link", "by a personal link"),
                                    ("mail", "by e-mail"),
                                    ("spoken", "by word of mouth"),
                                ],
                                default="paper",
                                max_length=10,
                                verbose_name="how",
                            ),
                        ),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="withdrawn on")),
                        ("withdrawn_by", models.CharField(blank=True, max_length=200, verbose_name="withdrawn by")),
                        (
                            "withdrawn_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paper", "on paper"),
                                    ("link", "by a personal link"),
                                    ("mail", "by e-mail"),
                                    ("spoken", "by word of mouth"),
                                ],
                                max_length=10,
                                verbose_name="withdrawn how",
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
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="people.person"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["purpose", "-given_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on", None)),
                                fields=("school", "person", "purpose"),
                                name="one_live_consent",
                                violation_error_message="This consent is already there.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_on", None), ("withdrawn_on__gte", models.F("given_on")), _connector="OR"
                                ),
                                name="consent_given_before_withdrawn",
                                violation_error_message="A consent can't be withdrawn before it was given.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BankAccount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now=True, verbose_name="given on")),
                        (
                            "by_link",
                            models.BooleanField(default=False, editable=False, verbose_name="given by a personal link"),
                        ),
                        (
                            "iban",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "person_id"),
                                default="",
                                max_length=50,
                                verbose_name="account number (IBAN)",
                            ),
                        ),
                        (
                            "bic",
                            models.CharField(
                                blank=True,
                                help_text="Needed only outside the euro area.",
                                max_length=11,
                                verbose_name="code of the bank (BIC)",
                            ),
                        ),
                        (
                            "payee",
                            models.CharField(
                                choices=[
                                    ("person", "The participant"),
                                    ("guardian", "A guardian"),
                                    ("other", "Somebody else"),
                                ],
                                default="person",
                                max_length=10,
                                verbose_name="whose account",
                            ),
                        ),
                        (
                            "payee_name",
                            models.CharField(
                                blank=True,
                                help_text="Empty if it is the participant.",
                                max_length=200,
                                verbose_name="name of the account's owner",
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
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="bank_accounts",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bank account",
                        "verbose_name_plural": "bank accounts",
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "person"), name="one_bank_account"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("payee", "person"), models.Q(("payee_name", ""), _negated=True), _connector="OR"
                                ),
                                name="payee_has_a_name",
                                violation_error_message="Write the name of the account's owner.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TravelDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("given_at", models.DateTimeField(auto_now=True, verbose_name="given on")),
                        (
                            "by_link",
                            models.BooleanField(default=False, editable=False, verbose_name="given by a personal link"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("identity_card", "Identity card"),
                                    ("passport", "Passport"),
                                    ("other", "Other document"),
                                ],
                                default="identity_card",
                                max_length=15,
                                verbose_name="kind of document",
                            ),
                        ),
                        (
                            "number",
                            tilts.core.encryption.SealedTextField(
                                bound_to=("school_id", "person_id"), default="", max_length=40, verbose_name="number"
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                help_text="The country that gave it out.", max_length=2, verbose_name="country"
                            ),
                        ),
                        ("expires_on", models.DateField(verbose_name="valid until")),
                        (
                            "person",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="travel_documents",
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
                        "verbose_name": "travel document",
                        "verbose_name_plural": "travel documents",
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "person"), name="one_travel_document")
                        ],
                    },
                ),
            ],
        ),
    ]
