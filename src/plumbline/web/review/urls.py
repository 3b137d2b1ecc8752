"""The addresses of this part."""

from django.urls import path

from plumbline.web.review import results, views

urlpatterns = [
    path("review/", views.begin, name="review"),
    path("review/<slug:key>/", views.one, name="review_one"),
    path("review/<slug:key>/delete", views.delete, name="review_delete"),
    path("review/<slug:key>/annotated", results.annotated, name="review_annotated"),
    path("review/<slug:key>/word", results.word, name="review_word"),
    path("review/<slug:key>/page", results.page, name="review_page"),
]
