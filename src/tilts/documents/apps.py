"""Papers: a template and data become an accessible, archivable PDF."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "tilts.documents"
    label = "documents"

    def ready(self) -> None:
        from tilts.documents import menu

        menu.register()
