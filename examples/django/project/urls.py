"""Where the views are."""

from django.urls import path

from agencies import views

urlpatterns = [
    path("import/", views.import_list),
    path("agencies/<uuid:partner>/approve/", views.approve),
    path("agencies/<uuid:partner>/requests/", views.submit_request),
]
