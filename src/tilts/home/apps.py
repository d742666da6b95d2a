from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "tilts.home"
    label = "home"

    def ready(self) -> None:
        from tilts.home import menu

        menu.register()
