"""Why records were corrected, as the desk was told; of a withdrawal the ledger itself keeps the reason."""

from collections.abc import Iterable

from plumbline.web.desk.models import Draft, State
from plumbline.web.files.story import Item


def with_reasons(items: Iterable[Item]) -> list[Item]:
    """Return a case's entries, each correction with the reason given for it; none where its content was erased."""
    told = list(items)
    given = Draft.objects.filter(position__in=[item.position for item in told], state=State.APPROVED).exclude(kind="")
    why = dict(given.exclude(why="").values_list("position", "why"))
    return [item._replace(why=why.get(item.position, "")) if not item.erased else item for item in told]
