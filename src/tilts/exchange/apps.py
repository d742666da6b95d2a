from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "tilts.exchange"
    label = "exchange"

    def ready(self) -> None:
        from tilts.exchange import menu

        menu.register()
