from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "tilts.partners"
    label = "partners"

    def ready(self) -> None:
        from tilts.partners import menu

        menu.register()
