from django.urls import path

from tilts.agreements.concluding import views

app_name = "concluding"
urlpatterns = [
    path("<int:pk>/session/", views.session_page, name="session"),
    path("<int:pk>/session/change/", views.session_change, name="session_change"),
    path("<int:pk>/session/call-off/", views.session_call_off, name="call_off"),
    path("<int:pk>/session/calendar/", views.session_calendar, name="calendar"),
    path("<int:pk>/sign/", views.send_to_sign, name="sign"),
]
