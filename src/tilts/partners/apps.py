from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PartnersConfig(AppConfig):
    name = "tilts.partners"
    label = "partners"

    def ready(self) -> None:
        from tilts.partners import actions, menu

        menu.register()
        post_migrate.connect(actions.fill_directory, sender=self, dispatch_uid="tilts.partners.directory")
