"""Why a source is refused, in words: each function makes one error and names what can be done about it."""

from plumbline.errors import Broken, InputError, NotFound, NotText, TooLarge, Unsafe, Words

_SAVE_UTF8 = Words("用记事本、WPS 或 Word 打开，另存为 UTF-8 纯文本", "Open it in an editor and save it as UTF-8 text")
_SMALLER = Words(
    "若文件来源可靠，拆成几份或另存为纯文本后重试", "If you trust it, split it into parts or save its text as .txt"
)
_ANOTHER_COPY = Words(
    "请从原处重新取得该文件，或用 Word、WPS 打开后另存一份",
    "Fetch it again from where it came, or open it in Word or WPS and save a fresh copy",
)


def nothing_there(where: str) -> NotFound:
    """Return the error for a path that leads nowhere."""
    what = Words("此路径下没有文件，或链接失效", "there is no file at that path, or a link that leads nowhere")
    return NotFound(where, what, Words("检查路径的写法", "Check how the path is written"))


def no_stream() -> InputError:
    """Return the error for "-" where the process has no standard input."""
    what = Words("没有标准输入", "there is no standard input")
    return InputError("-", what, Words("写明文件名，或用管道送入文本", "Name a file, or pipe the text in"))


def a_folder(where: str) -> InputError:
    """Return the error for a folder where one document is wanted."""
    todo = Words("写明其中的一个文件", "Name one of the files in it")
    return InputError(where, Words("这是文件夹，不是文件", "that is a folder, not a file"), todo)


def not_a_file(where: str) -> InputError:
    """Return the error for a pipe, socket or device, which might never end."""
    what = Words("这是管道或设备，不是文件", "that is a pipe or a device, not a file")
    todo = Words("先存成文件，或经管道送入并以 - 作文件名", "Save it to a file, or pipe it in and give - as the name")
    return InputError(where, what, todo)


def forbidden(where: str) -> InputError:
    """Return the error for a file or folder the user may not read."""
    todo = Words("请文件所有者授予读取权限", "Ask its owner for permission to read it")
    return InputError(where, Words("没有读取权限", "you may not read it"), todo)


def unreadable(where: str, reason: str) -> InputError:
    """Return the error for any other failure of the system; ``reason`` is what the system said."""
    what = Words(f"系统无法读取（{reason}）", f"the system cannot read it ({reason})")
    return InputError(where, what, Words("检查磁盘或网络盘后重试", "Check the disk or the network drive and try again"))


def too_large(where: str, most: int) -> TooLarge:
    """Return the error for more than ``most`` bytes."""
    size = f"{most // 1_000_000} MB"
    what = Words(f"超过 {size}，不予读取", f"it is over {size}, the most Plumbline reads")
    todo = Words("删去图片或拆成几份后重试", "Take out the pictures, or split it into parts")
    return TooLarge(where, what, todo)


def empty(where: str) -> NotText:
    """Return the error for a source of no bytes, or of blanks only."""
    what = Words("没有文字", "it has no text in it")
    return NotText(where, what, Words("检查是否选对了文件", "Check that it is the file you meant"))


def binary(where: str, offset: int) -> NotText:
    """Return the error for bytes no text holds; ``offset`` is that of the first, from 0."""
    what = Words(
        f"第 {offset} 字节处是文本中没有的控制字节，不是文本（或是没有标记的 UTF-16）",
        f"byte {offset} is one that no text holds; it is not text, or it is UTF-16 without its mark",
    )
    return NotText(where, what, _SAVE_UTF8)


def unknown_encoding(where: str, offset: int) -> NotText:
    """Return the error for text in no known encoding; ``offset`` is the first byte that cannot be read, from 0."""
    what = Words(
        f"从第 {offset} 字节起，既不是 UTF-8 也不是 GB18030",
        f"from byte {offset} on it is neither UTF-8 nor GB18030",
    )
    return NotText(where, what, _SAVE_UTF8)


def mixed_encodings(where: str, offset: int) -> NotText:
    """Return the error for GB18030 text in which a line, at byte ``offset`` from 0, is UTF-8."""
    what = Words(
        f"混用了两种编码：全文是 GB18030，第 {offset} 字节起的一行却是 UTF-8",
        f"two encodings are mixed: it is GB18030, but the line at byte {offset} is UTF-8",
    )
    return NotText(where, what, _SAVE_UTF8)


def misnamed(where: str, ending: str) -> Broken:
    """Return the error for content that is not at all of the format its ``ending`` (with the dot) says."""
    what = Words(f"文件名以 {ending} 结尾，内容却不是", f"its name ends in {ending}, but its content is something else")
    return Broken(where, what, _ANOTHER_COPY)


def damaged(where: str) -> Broken:
    """Return the error for a file that cannot be made out or whose reading crashed."""
    return Broken(where, Words("文件已损坏或不完整", "it is damaged or cut off"), _ANOTHER_COPY)


def harmful(where: str, what: Words) -> Unsafe:
    """Return the error for a file built to harm the reader; ``what`` says how."""
    todo = Words("不要打开它；请向发布者索取原件", "Do not open it; ask whoever published it for the original")
    return Unsafe(where, what, todo)


def over_time(where: str) -> Unsafe:
    """Return the error for a file whose reading used up its time."""
    return Unsafe(where, Words("读取耗时过长，已中止", "reading it took too long and was stopped"), _SMALLER)


def over_memory(where: str) -> Unsafe:
    """Return the error for a file whose reading used up its memory."""
    return Unsafe(where, Words("读取占用内存过多，已中止", "reading it took too much memory and was stopped"), _SMALLER)
