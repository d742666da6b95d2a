from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tilts.people"
    label = "people"

    def ready(self) -> None:
        from tilts.people import menu

        menu.register()
