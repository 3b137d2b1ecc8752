"""The addresses of this part."""

from django.urls import URLPattern, URLResolver, path

from plumbline.web.api import tokens
from plumbline.web.api.interface import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/tokens/", tokens.tokens, name="tokens"),
    path("accounts/tokens/<int:pk>/end", tokens.end, name="token_end"),
    path("api/", api.urls),
]
