from django.urls import path

from tilts.agreements.exchanging import views

app_name = "exchanging"
urlpatterns = [
    path("<int:pk>/copy/agree/", views.copy_agree, name="agree"),
    path("<int:pk>/copy/<int:part_pk>/stop/", views.copy_stop, name="stop"),
]
