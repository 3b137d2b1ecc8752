"""Every word of the interface, in both languages."""

from plumbline.errors import Words
from plumbline.reports.marks import How, Status

ORDER: tuple[Status, ...] = ("differs", "untold", "note", "holds", "claim", "apart")
"""The statuses, worst first."""

STATUS: dict[Status, Words] = {
    "differs": Words("不符", "Differs"),
    "untold": Words("无法判断", "Cannot be told"),
    "note": Words("提示", "Worth a look"),
    "holds": Words("相符", "Holds"),
    "claim": Words("未核", "Not checked"),
    "apart": Words("不是陈述", "Not a claim"),
}

MEANING: dict[Status, Words] = {
    "differs": Words("与记录或与文中自身的算术对不上", "does not meet the records, or the text's own arithmetic"),
    "untold": Words("凭手头的记录和文字判断不了", "the records and the words at hand do not decide it"),
    "note": Words("不算错，但值得再看一眼", "not wrong, but worth a second look"),
    "holds": Words("与记录或文中算术一致", "meets the records, or the text's own arithmetic"),
    "claim": Words("是一项陈述，没有哪项核对涉及它", "a claim that no check speaks of"),
    "apart": Words("日期、名称、序号之类，不作陈述看", "a date, a name, an ordinal: no claim is made"),
}

GLYPHS: dict[Status, str] = {"differs": "✗", "untold": "?", "note": "!", "holds": "✓", "claim": "·", "apart": "–"}

HOW: dict[How, Words] = {
    "stated": Words("写明", "stated"),
    "inherited": Words("承前", "inherited"),
    "implied": Words("推知", "implied"),
}

HOW_MEANING: dict[How, Words] = {
    "stated": Words("就写在这个数字的句子里", "written in the number's own sentence"),
    "inherited": Words("承接前文，此处省略", "carried over from earlier words"),
    "implied": Words("没有写出，由上下文推知", "nowhere written, taken from the context"),
}

SAY: dict[str, Words] = {
    "masthead": Words("准绳核对结论", "Plumbline findings"),
    "motto": Words("以事实为根据，以法律为准绳", "facts are the ground, the law is the plumb line"),
    "stdin": Words("标准输入", "standard input"),
    "language": Words("界面语言", "Language"),
    "reports": Words("各份报告", "Reports"),
    "show": Words("显示哪些", "Show"),
    "read": Words("处数字", "numbers read"),
    "none_read": Words("文中没有读出数字。", "No number was read in this text."),
    "legend": Words("图例", "Legend"),
    "findings": Words("核对结论", "Findings"),
    "nothing": Words("没有不符、无法判断或需提示之处。", "Nothing differs, nothing is left untold."),
    "on_text": Words("全文", "Whole text"),
    "notes": Words("核对说明", "Notes on the findings"),
    "related": Words("相关数字", "Related numbers"),
    "fields": Words("这个数字怎么读", "How the number was read"),
    "hint": Words("指向或点按文中数字，此处显示核对结论。", "Point at or tap a number; its finding appears here."),
    "hint_keys": Words("按 n 看下一处，按 ? 看快捷键。", "Press n for the next finding, ? for the keys."),
    "close": Words("关闭", "Close"),
    "next": Words("下一处", "Next"),
    "back": Words("上一处", "Previous"),
    "keys": Words("快捷键", "Keys"),
    "key_next": Words("下一处发现", "next finding"),
    "key_back": Words("上一处发现", "previous finding"),
    "key_tab": Words("逐个走过数字", "from number to number"),
    "key_enter": Words("进入结论卡片", "into the card"),
    "key_esc": Words("关闭结论卡片", "close the card"),
    "key_help": Words("显示本表", "this list"),
    "key_on": Words("启用单键快捷键", "Single-letter keys on"),
    "made_by": Words("由准绳逐条核对；意见只及所列记录和文字。", "Read claim by claim by Plumbline; "
                     "it speaks only of the records and words shown."),
}  # fmt: skip
