from django.db import migrations, models


def tell_whose(apps, schema_editor):
    """Whose author is known is of the other side; what is still open can be of nobody else."""
    Remark = apps.get_model("agreements", "Remark")
    said = models.Q(negotiator__isnull=False) | models.Q(state="open")
    Remark.objects.filter(said).update(is_theirs=True)


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_which_party_a_copy_is"),
    ]

    operations = [
        migrations.AddField(
            model_name="remark",
            name="is_theirs",
            field=models.BooleanField(default=False, help_text="Said by the other side; stays when its author goes."),
        ),
        migrations.RunPython(tell_whose, migrations.RunPython.noop, elidable=True),
    ]
