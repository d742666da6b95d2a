from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "tilts.public"
    label = "public"

    def ready(self) -> None:
        from tilts.public import menu

        menu.register()
