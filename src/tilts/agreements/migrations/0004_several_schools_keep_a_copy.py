import django.contrib.postgres.fields
import django.db.models.deletion
import tilts.accounts.owned
import tilts.accounts.schools
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("agreements", "0003_whose_remarks_are"),
        ("files", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(name="correspondent", options={"ordering": ["agreement", "pk"]}),
        migrations.AddField(
            model_name="correspondent",
            name="papers_told",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=64),
                blank=True,
                default=list,
                help_text="SHA-256 of each signed paper that was sent.",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="correspondent",
            name="stopped_on",
            field=models.DateField(blank=True, help_text="Of a copy: since when nothing more is told.", null=True),
        ),
        migrations.RemoveConstraint(model_name="correspondent", name="correspondent_once_an_agreement"),
        migrations.AddConstraint(
            model_name="correspondent",
            constraint=models.UniqueConstraint(
                fields=("school", "agreement", "other"), name="correspondent_once_an_agreement"
            ),
        ),
        migrations.AlterField(
            model_name="schoolletter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("standing", "Standing"),
                    ("paper", "Paper"),
                    ("stopped", "Stopped"),
                    ("agreed", "Agreed"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="schoolletter",
            name="paper",
            field=models.BinaryField(help_text="The signed paper; taken out once it is taken over.", null=True),
        ),
        migrations.CreateModel(
            name="ReceivedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("content_type", models.CharField(max_length=100, verbose_name="kind of file")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "file",
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
                    "version",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="received_papers",
                        to="agreements.version",
                    ),
                ),
            ],
            options={"ordering": ["version", "position"]},
        ),
        migrations.AddConstraint(
            model_name="receivedpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "version", "sha256"), name="received_paper_once_a_version"
            ),
        ),
    ]
