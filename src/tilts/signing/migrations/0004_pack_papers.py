import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tilts.accounts.owned
import tilts.accounts.schools


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("signing", "0003_where_links_went"),
    ]

    operations = [
        migrations.AlterModelOptions(name="signedpack", options={"ordering": ["-signed_at", "-pk"]}),
        migrations.RemoveIndex(model_name="signedpack", name="pack_of_user"),
        migrations.RenameField(model_name="signedpack", old_name="made_at", new_name="signed_at"),
        migrations.AlterField(
            model_name="signedpack",
            name="signed_at",
            field=models.DateTimeField(auto_now_add=True, verbose_name="signed at"),
        ),
        migrations.AddField(
            model_name="signedpack",
            name="is_being_signed",
            field=models.BooleanField(default=False, help_text="The act is not over; a kill leaves it so."),
        ),
        migrations.AlterField(
            model_name="signedpack",
            name="file",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="files.storedfile",
            ),
        ),
        migrations.AlterField(
            model_name="signedpack",
            name="papers",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="How many lie in the file.", verbose_name="papers"
            ),
        ),
        migrations.AddIndex(
            model_name="signedpack",
            index=models.Index(fields=["school", "signed_by", "-signed_at"], name="pack_of_user"),
        ),
        migrations.CreateModel(
            name="PackPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "pack",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="signing.signedpack"
                    ),
                ),
                (
                    "signer",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="packs", to="signing.signer"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["school", "signer"], name="packs_of_signer")],
                "constraints": [
                    models.UniqueConstraint(fields=("school", "pack", "signer"), name="paper_once_in_pack")
                ],
            },
        ),
    ]
