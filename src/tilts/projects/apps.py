from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "tilts.projects"
    label = "projects"

    def ready(self) -> None:
        from tilts.projects import menu

        menu.register()
