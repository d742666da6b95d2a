from django.urls import path

from tilts.web import views

urlpatterns = [
    path("theme/", views.set_theme, name="set_theme"),
    path("keys/", views.keys, name="keys"),
    path("style/", views.style, name="style"),
    path("undo/", views.take_back, name="undo"),
]
