"""The catalogue: every figure there is, by its id. The lines lie above and are walked by whoever opens it."""

from collections.abc import Iterable, Iterator, Mapping

from plumbline.figures.shapes import Figure


class Catalogue(Mapping[str, Figure]):
    """Figures by id (``trials.docketed``), in the order they were handed over."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        """Take figures in; raises ValueError where two have one id."""
        self._figures: dict[str, Figure] = {}
        for figure in figures:
            if self._figures.setdefault(figure.id, figure) is not figure:
                raise ValueError(f"two figures are named {figure.id}")

    def __getitem__(self, name: str) -> Figure:
        """Return the figure of an id; raises KeyError where there is none."""
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._figures)

    def __len__(self) -> int:
        """Return how many figures there are."""
        return len(self._figures)

    def of_line(self, line: str) -> list[Figure]:
        """Return the figures of one line."""
        return [f for f in self._figures.values() if f.line == line]
