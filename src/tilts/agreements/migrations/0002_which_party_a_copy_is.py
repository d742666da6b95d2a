import django.db.models.deletion
import tilts.accounts.owned
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="correspondent",
            name="may_agree",
            field=models.BooleanField(default=False, help_text="May the other school agree from its own page?"),
        ),
        migrations.AddField(
            model_name="correspondent",
            name="party",
            field=tilts.accounts.owned.SchoolForeignKey(
                help_text="Which party the other school is; open in a copy.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agreements.party",
            ),
        ),
    ]
