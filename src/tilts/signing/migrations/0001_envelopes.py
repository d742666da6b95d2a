import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Counterpart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("side", models.CharField(max_length=300, verbose_name="side")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("click", "By a click, with evidence"),
                                    ("own_signature", "With an own electronic signature on the PDF"),
                                    ("container", "In a container (.asice, .edoc)"),
                                    ("hand", "By hand, on paper"),
                                ],
                                max_length=15,
                                verbose_name="way of signing",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=20, verbose_name="code on its pages")),
                        (
                            "sha256",
                            models.CharField(
                                help_text="Of the bytes that are to be signed now.",
                                max_length=64,
                                verbose_name="SHA-256",
                            ),
                        ),
                        (
                            "original_at",
                            models.CharField(blank=True, max_length=300, verbose_name="where the original is kept"),
                        ),
                        (
                            "current",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                            ),
                        ),
                        (
                            "evidence",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "scan",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
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
                            ),
                        ),
                        (
                            "envelope",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="counterparts",
                                to="signing.envelope",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["envelope", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "envelope", "position"), name="counterpart_once_in_envelope"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("school", "code"),
                                name="counterpart_code_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Envelope",
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
                                help_text="Name of its kind, see signing.kinds.",
                                max_length=60,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("subject_id", models.BigIntegerField(help_text="Number of the record that it is about.")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("one_pdf", "One PDF for all"),
                                    ("one_container", "One container for all"),
                                    ("counterparts", "A counterpart for each side, of the same content"),
                                ],
                                max_length=15,
                                verbose_name="form of signing",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being signed"),
                                    ("complete", "Signed by all"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("expired", "Not signed in time"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="Printed on the signed paper, to check it by.",
                                max_length=20,
                                verbose_name="number",
                            ),
                        ),
                        ("ends_at", models.DateTimeField(verbose_name="to be signed until")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="sent to sign")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="Why it was refused or withdrawn.", verbose_name="reason"
                            ),
                        ),
                        ("search_key", models.TextField(db_collation="C", editable=False)),
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
                        "indexes": [
                            models.Index(fields=["school", "kind", "subject_id"], name="envelope_of_subject"),
                            models.Index(fields=["school", "state", "ends_at"], name="envelope_by_state"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "number"), name="envelope_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("school", "kind", "subject_id"),
                                name="envelope_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("state", "open")),
                                    models.Q(models.Q(("state", "open"), _negated=True), ("closed_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="envelope_closed_has_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CounterpartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField()),
                        ("side", models.CharField(max_length=300, verbose_name="side")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("click", "By a click, with evidence"),
                                    ("own_signature", "With an own electronic signature on the PDF"),
                                    ("container", "In a container (.asice, .edoc)"),
                                    ("hand", "By hand, on paper"),
                                ],
                                max_length=15,
                                verbose_name="way of signing",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=20, verbose_name="code on its pages")),
                        (
                            "sha256",
                            models.CharField(
                                help_text="Of the bytes that are to be signed now.",
                                max_length=64,
                                verbose_name="SHA-256",
                            ),
                        ),
                        (
                            "original_at",
                            models.CharField(blank=True, max_length=300, verbose_name="where the original is kept"),
                        ),
                        (
                            "current",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "evidence",
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
                                to="signing.counterpart",
                            ),
                        ),
                        (
                            "scan",
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
                            ),
                        ),
                        (
                            "envelope",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="signing.envelope",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EnvelopeEvent",
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
                                help_text="Name of its kind, see signing.kinds.",
                                max_length=60,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("subject_id", models.BigIntegerField(help_text="Number of the record that it is about.")),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("one_pdf", "One PDF for all"),
                                    ("one_container", "One container for all"),
                                    ("counterparts", "A counterpart for each side, of the same content"),
                                ],
                                max_length=15,
                                verbose_name="form of signing",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being signed"),
                                    ("complete", "Signed by all"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("expired", "Not signed in time"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="Printed on the signed paper, to check it by.",
                                max_length=20,
                                verbose_name="number",
                            ),
                        ),
                        ("ends_at", models.DateTimeField(verbose_name="to be signed until")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="sent to sign")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                        (
                            "created_by",
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
                                to="signing.envelope",
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
                    name="EnvelopeNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "verb",
                            models.CharField(
                                choices=[
                                    ("opened", "sent to sign"),
                                    ("asked", "asked to sign"),
                                    ("reminded", "reminded"),
                                    ("seen", "opened the paper"),
                                    ("code_sent", "was sent a code"),
                                    ("signed", "signed"),
                                    ("refused", "refused"),
                                    ("delegated", "wishes to pass it on"),
                                    ("agreed", "passing on agreed"),
                                    ("denied", "passing on not agreed"),
                                    ("scan_came", "sent the scan of the signed paper"),
                                    ("checked_in", "signed paper checked in"),
                                    ("completed", "signed by all, and sealed"),
                                    ("withdrawn", "withdrawn"),
                                    ("address", "e-mail address changed"),
                                    ("expired", "not signed in time"),
                                    ("forgotten", "names of who signed erased"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "signer_number",
                            models.BigIntegerField(blank=True, help_text="Of the signer it is about.", null=True),
                        ),
                        (
                            "by",
                            models.CharField(
                                blank=True,
                                help_text="Who of the school did it; empty: the signer, or a job.",
                                max_length=200,
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "envelope",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="signing.envelope",
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
                    name="EnvelopePaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "content_hash",
                            models.CharField(
                                blank=True, help_text="Over what is agreed, as the subject makes it.", max_length=64
                            ),
                        ),
                        (
                            "envelope",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
                                to="signing.envelope",
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
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
                        "ordering": ["envelope", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("school", "envelope", "position"), name="paper_once_in_envelope"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicNumber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=20, unique=True)),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.school"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SignedPack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("papers", models.PositiveSmallIntegerField(verbose_name="papers")),
                        ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
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
                            "signed_by",
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
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [models.Index(fields=["school", "signed_by", "-made_at"], name="pack_of_user")],
                    },
                ),
                migrations.CreateModel(
                    name="Signer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                help_text="Who has the same number may sign at once.", verbose_name="order"
                            ),
                        ),
                        ("side", models.CharField(max_length=300, verbose_name="for whom")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Not yet their turn"),
                                    ("asked", "Asked"),
                                    ("seen", "Has opened the paper"),
                                    ("signed", "Signed"),
                                    ("refused", "Refused"),
                                    ("delegated", "Passed on"),
                                    ("proposed", "Proposed in somebody’s place"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                        ("office", models.CharField(blank=True, max_length=200, verbose_name="office")),
                        ("authority", models.CharField(blank=True, max_length=300, verbose_name="by what authority")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        ("language", models.CharField(max_length=8, verbose_name="language")),
                        ("signed_as", models.CharField(blank=True, max_length=150, verbose_name="name as signed")),
                        ("reason", models.TextField(blank=True, verbose_name="reason")),
                        ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="asked")),
                        ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="opened")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                        (
                            "counterpart",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signers",
                                to="signing.counterpart",
                            ),
                        ),
                        (
                            "delegated_to",
                            tilts.accounts.owned.SchoolForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="signing.signer",
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
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [models.Index(fields=["school", "user", "state"], name="signer_of_user")],
                    },
                ),
                migrations.CreateModel(
                    name="SignatureTrace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=45)),
                        ("browser", models.CharField(blank=True, max_length=300)),
                        ("at", models.DateTimeField(auto_now_add=True)),
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
                            "signer",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="traces", to="signing.signer"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["school", "at"], name="trace_by_time")],
                    },
                ),
                migrations.CreateModel(
                    name="SignatureRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("click", "By a click, with evidence"),
                                    ("own_signature", "With an own electronic signature on the PDF"),
                                    ("container", "In a container (.asice, .edoc)"),
                                    ("hand", "By hand, on paper"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("sha256", models.CharField(help_text="Of the bytes that were shown.", max_length=64)),
                        (
                            "result_sha256",
                            models.CharField(
                                blank=True, help_text="Of the file that came back, if one did.", max_length=64
                            ),
                        ),
                        (
                            "identified",
                            models.CharField(
                                choices=[
                                    ("link_and_code", "by a personal link and a code sent by mail"),
                                    ("second_step", "signed in, with a second step just before"),
                                    ("password", "signed in, with the password just before"),
                                    ("own_signature", "by the certificate of their own signature"),
                                    ("on_paper", "on paper, checked in by the office"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "checked",
                            models.CharField(
                                blank=True, help_text="The verdict on the file that came back.", max_length=20
                            ),
                        ),
                        ("at", models.DateTimeField(auto_now_add=True)),
                        (
                            "counterpart",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="records",
                                to="signing.counterpart",
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
                            "signer",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="records", to="signing.signer"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("school", "signer"), name="signed_once")],
                    },
                ),
                migrations.CreateModel(
                    name="SignerCode",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64)),
                        ("sent_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        (
                            "sendings",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="How many were sent within the hour."
                            ),
                        ),
                        ("first_sent_at", models.DateTimeField(help_text="When the first of them was sent.")),
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
                            "signer",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="signing.signer"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "signer"), name="code_once_a_signer")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="envelope",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "signing_envelopeevent" ("closed_at", "created_at", "created_by_id", "ends_at", "form", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject_id") VALUES (NEW."closed_at", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."form", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."state", NEW."subject_id"); RETURN NULL;',
                            hash="4435cccbc9f431bcbd25b795de83724e32e69e69",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7b304",
                            table="signing_envelope",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="envelope",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."subject_id" IS DISTINCT FROM (NEW."subject_id"))',
                            func='INSERT INTO "signing_envelopeevent" ("closed_at", "created_at", "created_by_id", "ends_at", "form", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject_id") VALUES (NEW."closed_at", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."form", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."state", NEW."subject_id"); RETURN NULL;',
                            hash="cd4ab26d055fee02dc3012c5d231ff41d31b319c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e152",
                            table="signing_envelope",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="envelope",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "signing_envelopeevent" ("closed_at", "created_at", "created_by_id", "ends_at", "form", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "state", "subject_id") VALUES (OLD."closed_at", OLD."created_at", OLD."created_by_id", OLD."ends_at", OLD."form", OLD."id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."state", OLD."subject_id"); RETURN NULL;',
                            hash="b881d8150dd503141f2394d95f4e4aeebbce01bb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9a02",
                            table="signing_envelope",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counterpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "signing_counterpartevent" ("code", "current_id", "envelope_id", "evidence_id", "id", "original_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scan_id", "school_id", "sealed_id", "sha256", "side", "way") VALUES (NEW."code", NEW."current_id", NEW."envelope_id", NEW."evidence_id", NEW."id", NEW."original_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."scan_id", NEW."school_id", NEW."sealed_id", NEW."sha256", NEW."side", NEW."way"); RETURN NULL;',
                            hash="2b7f6f56a5b1aab044910fa163d5275e4e034808",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_945b0",
                            table="signing_counterpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counterpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "signing_counterpartevent" ("code", "current_id", "envelope_id", "evidence_id", "id", "original_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scan_id", "school_id", "sealed_id", "sha256", "side", "way") VALUES (NEW."code", NEW."current_id", NEW."envelope_id", NEW."evidence_id", NEW."id", NEW."original_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."scan_id", NEW."school_id", NEW."sealed_id", NEW."sha256", NEW."side", NEW."way"); RETURN NULL;',
                            hash="8e370ccb0debfa0fae1798b07f19a481d909504c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2262a",
                            table="signing_counterpart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="counterpart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "signing_counterpartevent" ("code", "current_id", "envelope_id", "evidence_id", "id", "original_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scan_id", "school_id", "sealed_id", "sha256", "side", "way") VALUES (OLD."code", OLD."current_id", OLD."envelope_id", OLD."evidence_id", OLD."id", OLD."original_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."scan_id", OLD."school_id", OLD."sealed_id", OLD."sha256", OLD."side", OLD."way"); RETURN NULL;',
                            hash="e1840a4a911090818d2b3191d27afea0d296ac1c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be715",
                            table="signing_counterpart",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
