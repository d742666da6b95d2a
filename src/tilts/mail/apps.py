from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "tilts.mail"
    label = "mail"

    def ready(self) -> None:
        from tilts.mail import menu

        menu.register()
