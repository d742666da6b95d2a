from django.urls import path

from tilts.accounts import views

app_name = "accounts"
urlpatterns = [path("roles/", views.role_table, name="roles")]
