from django.apps import AppConfig


class MobilitiesConfig(AppConfig):
    name = "tilts.mobilities"
    label = "mobilities"

    def ready(self) -> None:
        from tilts.mobilities import menu

        menu.register()
