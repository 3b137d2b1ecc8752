"""The photos that were sent with a draft, wherever it is shown: {% photos_of draft.once %}."""

from typing import Any

from django import template

from plumbline.web.files.models import Photo

register = template.Library()


@register.inclusion_tag("files/photos.html")
def photos_of(once: str) -> dict[str, Any]:
    """Return what shows the photos of a draft, known by its own key."""
    return {"photos": list(Photo.objects.filter(once=once).order_by("pk"))}
