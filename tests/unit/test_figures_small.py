"""Small numbers of persons, by tables worked out by hand."""

from plumbline.figures.small import FINEST, hidden, too_fine

Key = tuple[str, ...]


def table(text: str) -> dict[Key, int]:
    """Rows a, b, c… and columns 1, 2, 3… of a table of numbers."""
    rows = [line.split() for line in text.strip().splitlines()]
    return {(chr(97 + r), str(c + 1)): int(n) for r, row in enumerate(rows) for c, n in enumerate(row)}


def shown(text: str, threshold: int = 5) -> str:
    cells = table(text)
    gone = hidden(cells, threshold)
    rows = sorted({k[0] for k in cells})
    return "\n".join(" ".join("*" if k in gone else str(cells[k]) for k in sorted(cells) if k[0] == r) for r in rows)


def test_large_numbers_are_all_shown() -> None:
    assert shown("5 6\n7 0") == "5 6\n7 0"


def test_one_small_number_takes_a_rectangle_with_it() -> None:
    # a1 is small. Row a hides its next smallest, a2; column 1 hides b1; column 2, now with a2 alone, hides b2.
    assert shown("2 6 9\n7 8 9\n9 9 9") == "* * 9\n* * 9\n9 9 9"


def test_what_is_hidden_in_a_line_adds_up_to_the_threshold() -> None:
    # In row a, 1 and 2 add up to 3: the sum would say that both are small and near. 20 goes too.
    assert shown("1 2 20 30\n9 9 9 9\n9 9 9 9").splitlines()[0] == "* * * 30"


def test_a_small_number_beside_noughts_hides_a_nought() -> None:
    assert hidden({("a", "1"): 3, ("b", "2"): 9}) == {("a", "1"), ("a", "2"), ("b", "1"), ("b", "2")}


def test_two_pairs_joined_by_one_cell_do_not_give_that_cell_away() -> None:
    # Rows a, b with columns 1, 2, and rows c, d with columns 3, 4, hide rectangles; b3 = 4 joins them: every line hides
    # two or more, yet b3 follows from the sums of rows a, b and columns 1, 2. One more of its row or column must go.
    cells = "3 3 9 9\n3 3 4 9\n9 9 3 3\n9 9 3 3"
    gone = hidden(table(cells))
    assert {("b", "4"), ("a", "3"), ("d", "1"), ("d", "2"), ("c", "1"), ("c", "2"), ("a", "4")} & gone


def test_another_threshold_and_none() -> None:
    assert shown("2 6\n7 8", 3) == "* *\n* *"
    assert shown("3 6\n7 8", 3) == "3 6\n7 8"
    assert shown("1 1\n1 1", 0) == "1 1\n1 1"
    assert hidden({}) == set()


def test_a_table_of_too_many_cells_is_known_before_it_is_worked_on() -> None:
    diagonal = {(str(i), str(i)): 1 for i in range(40)}
    assert not too_fine(diagonal)  # 40 x 40 = 1,600
    assert too_fine({(str(i), str(i)): 1 for i in range(45)})  # 2,025
    assert FINEST == 2_000
    assert not too_fine({})
