import django.db.models.deletion
from django.db import migrations, models

import tilts.accounts.owned


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
        ("signing", "0004_pack_papers"),
    ]

    operations = [
        migrations.AddField(
            model_name="signer",
            name="authority_until",
            field=models.DateField(blank=True, null=True, verbose_name="power valid until"),
        ),
        migrations.AddField(
            model_name="signer",
            name="power",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="files.storedfile",
                verbose_name="power of attorney",
            ),
        ),
    ]
