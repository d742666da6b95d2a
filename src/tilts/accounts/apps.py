from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "tilts.accounts"
    label = "accounts"

    def ready(self) -> None:
        from tilts.accounts import menu, row_security

        menu.register()
        # Sent once for each app after all tables stand: ours is heard once, whoever asked to migrate.
        post_migrate.connect(row_security.install_after_migrate, sender=self, dispatch_uid="tilts.row_security")
