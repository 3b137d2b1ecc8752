"""Made-up matters. Every one is invented; the special meetings bear names as such meetings have."""

from plumbline.lines.matters.records import (
    Assigned,
    Convened,
    Decided,
    Formed,
    Granted,
    Instructed,
    Issued,
    Progressed,
    Reopened,
    Requested,
    Reviewed,
    Supervised,
    Supported,
)
from plumbline.records.made_up import example

PARTY, GOVERNMENT, LAW = "兰州市委督查室", "兰州市政府督查室", "兰州市委政法委员会"
POLICE = "兰州市公安局"

LANTERN = example(
    "灯会事项|Lantern fair",
    "会上研究决定，批办、成立专班、发文，按期核查办结|decided at a meeting, assigned, found done in time",
    "兰督〔2020〕1号",
    PARTY,
    (Decided, "2020-01-13", {"meeting": "党委常委会", "area": "政法工作"}),
    (Assigned, "2020-01-14", {"lead": POLICE, "due": "2020-03-31"}),
    (Supported, "2020-01-14", {"supporter": "兰州市司法局"}),
    (Formed, "2020-01-16"),
    (Issued, "2020-01-20", {"documents": 2}),
    (Progressed, "2020-02-20", {"stage": "推进中", "evidence": "兰公函〔2020〕3号"}),
    (Reviewed, "2020-03-27", {"fixed_by": POLICE, "verified_by": PARTY}),
)
FERRY = example(
    "渡口事项|Ferry",
    "时限前批准延期，延期内办结|extended before it was due, found done within that",
    "兰督〔2020〕2号",
    PARTY,
    (Assigned, "2020-02-03", {"lead": "兰州市司法局", "due": "2020-04-30"}),
    (Requested, "2020-04-20", {"until": "2020-06-30"}),
    (Granted, "2020-04-22", {"until": "2020-06-30"}),
    (Progressed, "2020-05-15", {"stage": "已完成", "evidence": "兰司函〔2020〕8号"}),
    (Reviewed, "2020-06-24", {"fixed_by": "兰州市司法局", "verified_by": PARTY}),
)
DAY_OVER = example(
    "超一日事项|A day over",
    "时限后一日核查办结|found done on the day after it was due",
    "兰督〔2020〕3号",
    PARTY,
    (Assigned, "2020-03-02", {"lead": "城关区人民政府", "due": "2020-05-29"}),
    (Reviewed, "2020-05-30", {"fixed_by": "城关区人民政府", "verified_by": PARTY}),
)
AFTERWARDS = example(
    "补办事项|After the fact",
    "时限已过才批准延期|extended when it was overdue",
    "兰督〔2020〕4号",
    PARTY,
    (Assigned, "2020-03-09", {"lead": "兰州市交通运输委员会", "due": "2020-05-15"}),
    (Requested, "2020-05-18", {"until": "2020-07-31"}),
    (Granted, "2020-05-20", {"until": "2020-07-31"}),
    (Reviewed, "2020-07-30", {"fixed_by": "兰州市交通运输委员会", "verified_by": PARTY}),
)
OWN_MARK = example(
    "自评事项|Own mark",
    "协办单位自行核查，不算办结|reviewed by a supporting body: not done by that",
    "兰督〔2020〕5号",
    PARTY,
    (Assigned, "2020-04-01", {"lead": "七里河区人民政府", "due": "2020-06-30"}),
    (Supported, "2020-04-02", {"supporter": "七里河区司法局"}),
    (Reviewed, "2020-06-29", {"fixed_by": "七里河区人民政府", "verified_by": "七里河区司法局"}),
)
TWO_POSTS = example(
    "两岗事项|Two posts",
    "同一单位两个岗位，一个承办一个核查|done by one post of a body and reviewed by another",
    "兰督〔2020〕6号",
    PARTY,
    (Assigned, "2020-05-06", {"lead": POLICE, "due": "2020-08-31"}),
    (Progressed, "2020-08-20", {"stage": "已完成", "evidence": "兰公函〔2020〕21号"}),
    (
        Reviewed,
        "2020-08-28",
        {"fixed_by": POLICE, "fixed_post": "岗位1", "verified_by": POLICE, "verified_post": "岗位2"},
    ),
)
SECOND_HELPING = example(
    "回炉事项|Second helping",
    "办结后重新办理，再次办结|found done, reopened, found done again",
    "兰督〔2020〕7号",
    PARTY,
    (Assigned, "2020-04-13", {"lead": "兰州市应急管理局", "due": "2020-06-15"}),
    (Reviewed, "2020-06-10", {"fixed_by": "兰州市应急管理局", "verified_by": PARTY}),
    (Reopened, "2020-09-01", {"due": "2020-10-30"}),
    (Reviewed, "2020-10-28", {"fixed_by": "兰州市应急管理局", "verified_by": PARTY}),
)
SENT_BACK = example(
    "退回事项|Sent back",
    "核查不同意办结，已逾期|a review found it not done; overdue",
    "兰督〔2020〕8号",
    PARTY,
    (Assigned, "2020-06-01", {"lead": "皋兰县人民政府", "due": "2020-09-30"}),
    (Progressed, "2020-07-10", {"stage": "已启动", "evidence": "皋政函〔2020〕5号"}),
    (Reviewed, "2020-09-25", {"fixed_by": "皋兰县人民政府", "verified_by": PARTY, "passed": False}),
)
ON_THE_BOARD = example(
    "挂牌事项|On the board",
    "挂牌督办，年末正是时限当日|under special supervision; due on the last day of the year",
    "兰政法督〔2020〕1号",
    LAW,
    (Assigned, "2020-07-06", {"lead": POLICE, "due": "2020-12-31"}),
    (Supervised, "2020-07-06"),
    (Progressed, "2020-10-12", {"stage": "推进中", "evidence": "兰公函〔2020〕30号"}),
)
NEW_YEAR = example(
    "跨年事项|New Year's Eve",
    "年末批办，次年办结|assigned at the end of a year, found done in the next",
    "兰督〔2020〕9号",
    PARTY,
    (Assigned, "2020-12-28", {"lead": "兰州新区管理委员会", "due": "2021-01-29"}),
    (Reviewed, "2021-01-28", {"fixed_by": "兰州新区管理委员会", "verified_by": PARTY}),
)
NOT_OVER = example(
    "未了事项|Not over",
    "办结后重新办理，年末在办|found done, reopened, open at the year's end",
    "兰督〔2020〕10号",
    PARTY,
    (Assigned, "2020-08-03", {"lead": "永登县人民政府", "due": "2020-10-15"}),
    (Reviewed, "2020-10-14", {"fixed_by": "永登县人民政府", "verified_by": PARTY}),
    (Reopened, "2020-12-07", {"due": "2021-03-31"}),
)
OLD_DEBT = example(
    "旧账事项|Old debt",
    "上年批办并挂牌，本年逾期办结|assigned and put on the board in one year, found done late in the next",
    "兰督〔2019〕30号",
    PARTY,
    (Assigned, "2019-10-08", {"lead": "榆中县人民政府", "due": "2019-12-31"}),
    (Supervised, "2019-10-09"),
    (Progressed, "2019-12-20", {"stage": "推进中", "evidence": "榆政函〔2019〕40号"}),
    (Reviewed, "2020-01-15", {"fixed_by": "榆中县人民政府", "verified_by": PARTY}),
)
TAKEN_UP_TWICE = example(
    "两议事项|Taken up twice",
    "常委会、常务会先后研究，计一项|decided at two meetings, counted once",
    "兰会〔2020〕2号",
    PARTY,
    (Decided, "2020-05-11", {"meeting": "党委常委会", "area": "政法队伍建设"}),
    (Decided, "2020-05-20", {"meeting": "政府常务会", "area": "政法队伍建设"}),
)
ELSEWHERE = example(
    "他会事项|Another meeting",
    "其他会议研究，不计|decided at another meeting, not counted",
    "兰会〔2020〕3号",
    PARTY,
    (Decided, "2020-08-10", {"meeting": "其他会议", "area": "政法工作"}),
)
FIRST_MEETING = example(
    "专会之一|First meeting",
    "专项工作会议|a special meeting",
    "兰专会〔2020〕1号",
    PARTY,
    (Convened, "2020-02-24", {"topic": "市委政法工作会议"}),
)
SECOND_MEETING = example(
    "专会之二|Second meeting",
    "专项工作会议|a special meeting",
    "兰专会〔2020〕2号",
    GOVERNMENT,
    (Convened, "2020-04-27", {"topic": "全市公安工作会议"}),
)
INSTRUCTED = example(
    "批示事项|By instruction",
    "批示后次日批办，按期办结|an instruction, assigned the day after, found done in time",
    "兰批〔2020〕1号",
    PARTY,
    (Instructed, "2020-06-17", {"given_by": "党委"}),
    (Assigned, "2020-06-18", {"lead": POLICE, "due": "2020-07-31"}),
    (Reviewed, "2020-07-29", {"fixed_by": POLICE, "verified_by": PARTY}),
)

EXAMPLES = (
    OLD_DEBT, LANTERN, FERRY, DAY_OVER, AFTERWARDS, OWN_MARK, TWO_POSTS, SECOND_HELPING, SENT_BACK, ON_THE_BOARD,
    NEW_YEAR, NOT_OVER, TAKEN_UP_TWICE, ELSEWHERE, FIRST_MEETING, SECOND_MEETING, INSTRUCTED,
)  # fmt: skip
"""Every example of the line."""
