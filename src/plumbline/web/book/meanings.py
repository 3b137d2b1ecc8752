"""What a database says, meant as one of the book's own errors."""

from plumbline.errors import BookError, Busy, Damaged, Full, Refused, Words
from plumbline.web.book.shape import Book


def meant(book: Book, said: str) -> BookError:
    """Return what a database said as one of the book's own errors."""
    where = str(book.folder)
    nothing = Words("什么都没有写入", "nothing was written")
    if "plumbline: " in said or "constraint" in said.lower():
        reason = said.partition("plumbline: ")[2].splitlines()[0] if "plumbline: " in said else said.splitlines()[0]
        what = Words(f"账簿拒绝了这次写入（{reason}）", f"the book refuses this ({reason})")
        return Refused(
            where, what, Words(f"{nothing.zh}，请改正后再试", "Correct it and try again; nothing was written")
        )
    if "malformed" in said or "not a database" in said:
        what = Words("数据库文件已损坏", "the database file is damaged")
        return Damaged(where, what, Words("请从备份中取回", "Bring the book back from a backup"))
    if "readonly" in said or "unable to open" in said:
        what = Words("账簿的文件夹或文件不可写", "the book's folder or its files cannot be written to")
        todo = Words(
            "请以账簿所有者的身份运行，或取得写入权限", "Run this as the book's owner, or be given the right to write"
        )
        return BookError(where, what, todo)
    if "locked" in said or "lock timeout" in said:
        what = Words("另一个程序正在写这本账", "another program is writing to this book")
        return Busy(where, what, Words(f"{nothing.zh}，请稍后再试", "Try again later; nothing was written"))
    if "disk is full" in said or "No space left" in said or "disk I/O" in said or "could not extend" in said:
        what = Words("磁盘已满或写不进去", "the disk is full or cannot be written to")
        return Full(
            where, what, Words(f"{nothing.zh}，请腾出空间后再试", "Make room and try again; nothing was written")
        )
    what = Words(f"数据库报告：{said.splitlines()[0]}", f"the database says: {said.splitlines()[0]}")
    return BookError(where, what, Words("请检查数据库后再试", "Look after the database and try again"))
