from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "tilts.agreements"
    label = "agreements"

    def ready(self) -> None:
        from tilts.agreements import menu

        menu.register()
