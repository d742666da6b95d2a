import django.db.models.deletion
import django.utils.timezone
import tilts.accounts.models
import tilts.accounts.schools
import tilts.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="School",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                max_length=40,
                                unique=True,
                                validators=[tilts.accounts.models.not_reserved],
                                verbose_name="short name",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "registration_number",
                            models.CharField(blank=True, max_length=40, verbose_name="registration number"),
                        ),
                        (
                            "oid",
                            models.CharField(
                                blank=True,
                                help_text="Of the Erasmus+ platform, like E10012345. Files for the Beneficiary Module need it.",
                                max_length=9,
                                verbose_name="OID",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                        ("town", models.CharField(max_length=100, verbose_name="town")),
                        ("country", models.CharField(max_length=2, verbose_name="country")),
                        ("latitude", models.FloatField(verbose_name="latitude")),
                        ("longitude", models.FloatField(verbose_name="longitude")),
                        ("language", models.CharField(default="lv", max_length=8, verbose_name="language")),
                        ("director", models.CharField(blank=True, max_length=150, verbose_name="director")),
                        (
                            "director_office",
                            models.CharField(
                                blank=True,
                                help_text="As it stands under a signature, such as “acting director”. Empty: “Director”.",
                                max_length=100,
                                verbose_name="the director's office",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "in_other_languages",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By language, then by name of the field: IN_OTHER_LANGUAGES.",
                            ),
                        ),
                        (
                            "safety_instruction",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By language: the school's own rules, one on a line; none: ours.",
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False,
                                help_text="Its papers are marked SPECIMEN.",
                                verbose_name="example school",
                            ),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False,
                                help_text="Anybody may see what the school shows of its partners.",
                                verbose_name="has public pages",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                        ("language", models.CharField(blank=True, max_length=8, verbose_name="language")),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "abstract": False,
                    },
                    managers=[
                        ("objects", tilts.accounts.models.UserManager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PersonalLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "digest",
                            models.CharField(
                                help_text="SHA-256 of the secret, in hexadecimal.", max_length=64, unique=True
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(help_text="Name of its page, see accounts.links.register.", max_length=60),
                        ),
                        ("subject_id", models.BigIntegerField(help_text="Number of the record it is about.")),
                        ("expires_at", models.DateTimeField()),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.school"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["school", "purpose", "subject_id"], name="link_of_subject")],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
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
                                    ("coordinator", "Coordinator"),
                                    ("director", "Director"),
                                    ("finance", "Finance officer"),
                                    ("teacher", "Accompanying teacher"),
                                    ("committee", "Committee member"),
                                    ("editor", "Editor"),
                                ],
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "user", "role"), name="membership_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                        ("roles", models.JSONField(default=list, verbose_name="roles")),
                        ("invited_by", models.CharField(max_length=200)),
                        ("sent_at", models.DateTimeField(auto_now_add=True)),
                        ("expires_at", models.DateTimeField()),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                        "ordering": ["-sent_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                                fields=("school", "email"),
                                name="invitation_open_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessEvent",
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
                                    ("invited", "Invited"),
                                    ("withdrawn", "Withdrawn"),
                                    ("joined", "Joined"),
                                    ("roles", "Roles"),
                                    ("removed", "Removed"),
                                    ("second_step", "Second Step"),
                                    ("settings", "Settings"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(blank=True, help_text="Name of the person it is about.", max_length=200),
                        ),
                        (
                            "details",
                            models.JSONField(
                                default=list, help_text="Roles after it, or names of the settings that changed."
                            ),
                        ),
                        (
                            "by",
                            models.CharField(
                                help_text="A name, so that it stays when the account goes.", max_length=200
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["school", "-at"], name="access_event_by_time")],
                    },
                ),
                migrations.CreateModel(
                    name="SchoolMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("content", models.BinaryField()),
                        (
                            "digest",
                            models.CharField(help_text="SHA-256 of the content, in hexadecimal.", max_length=64),
                        ),
                        ("width", models.PositiveSmallIntegerField()),
                        ("height", models.PositiveSmallIntegerField()),
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
                        "constraints": [models.UniqueConstraint(fields=("school",), name="mark_once_a_school")],
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=[
                "\n                create unlogged table sign_in_cache (\n                    cache_key varchar(255) primary key,\n                    value text not null,\n                    expires timestamp with time zone not null\n                )\n                ",
                "create index sign_in_cache_expires on sign_in_cache (expires)",
            ],
            reverse_sql="drop table sign_in_cache",
        ),
    ]
