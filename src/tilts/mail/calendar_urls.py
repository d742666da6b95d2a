from django.urls import path

from tilts.mail import calendar_views as views

app_name = "calendar"
urlpatterns = [
    path("", views.calendar, name="page"),
    path("link/", views.calendar_link, name="link"),
    path("link/end/", views.calendar_link_end, name="link_end"),
]
