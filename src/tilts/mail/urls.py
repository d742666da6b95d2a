from django.urls import path

from tilts.mail import views

app_name = "mail"
urlpatterns = [path("", views.mailbox, name="mailbox"), path("<int:pk>/again/", views.mail_again, name="again")]
