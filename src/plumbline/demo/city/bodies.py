"""The city's divisions and their bodies. A seat is a row: 0 the city itself, then its eight districts and counties."""

import polars as pl

WEIGHTS = (0.10, 0.32, 0.17, 0.09, 0.08, 0.05, 0.07, 0.04, 0.08)
"""How the work falls on the seats."""

_CITY = (
    "620100",
    "兰州市",
    "兰州市公安局",
    "兰州市人民检察院",
    "兰州市中级人民法院",
    "甘01",
    "兰",
    "兰州市第一看守所",
    "620100111",
)
_DISTRICTS = (
    ("620102", "城关区", "甘0102", "兰城", "兰州市第一看守所", "111"),
    ("620103", "七里河区", "甘0103", "兰七", "兰州市第二看守所", "112"),
    ("620104", "西固区", "甘0104", "兰西", "兰州市第二看守所", "112"),
    ("620105", "安宁区", "甘0105", "兰安", "兰州市第二看守所", "112"),
    ("620111", "红古区", "甘0111", "兰红", "红古区看守所", "111"),
    ("620121", "永登县", "甘0121", "永", "永登县看守所", "111"),
    ("620122", "皋兰县", "甘0122", "皋", "皋兰县看守所", "111"),
    ("620123", "榆中县", "甘0123", "榆", "榆中县看守所", "111"),
)


def _bodies(code: str, name: str, court_code: str, short: str, house: str, number: str) -> tuple[str, ...]:
    """A division's bodies: a district's police is a branch of the city's, a county's an office of its own."""
    police = f"兰州市公安局{name.removesuffix('区')}分局" if name.endswith("区") else f"{name}公安局"
    prison = ("620100" if house.startswith("兰州市") else code) + number
    return code, name, police, f"{name}人民检察院", f"{name}人民法院", court_code, short, house, prison


SEATS = pl.DataFrame(
    [(i, *names) for i, names in enumerate((_CITY, *(_bodies(*d) for d in _DISTRICTS)))],
    schema=[
        "seat",
        "code",
        "division",
        "police",
        "procuratorate",
        "court",
        "court_code",
        "short",
        "house",
        "house_code",
    ],
    orient="row",
)
"""One row a seat: its division's code and name, its police, procuratorate and court, the court's code, its detention house."""

ELSEWHERE = {
    "procuratorate": "白银市人民检察院", "court": "天水市中级人民法院", "sender": "定西市人民检察院",
    "commission": "兰州市监察委员会",
}  # fmt: skip
"""Bodies that send no registers, of other cities and the supervision commission: files go to them or come from them."""
