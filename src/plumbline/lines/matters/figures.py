"""What figures of matters count: 批办 assigned, 办结 found done by another than the doer, 逾期 past the matter's own due date."""

from typing import TYPE_CHECKING

from plumbline.figures import figure
from plumbline.figures.standing import happened
from plumbline.lines.matters.standing import dues, standing
from plumbline.periods import Span

if TYPE_CHECKING:
    from ibis import Table

    from plumbline.figures.tables import Tables

MEETINGS = (
    "市委常委会、市政府常务会",
    "市委常委会",
    "市政府常务会",
    "市委常委会会议",
    "市政府常务会议",
    "常委会",
    "常务会",
    "常务会议",
    "党委政府",
    "市委市政府",
    "市委",
    "市政府",
)
LEADING = ("省、市领导", "市领导", "领导", *MEETINGS)
OFFICES = ("督查室", "督办室", "党委政法委", "市委政法委", "承办单位", *MEETINGS)
OWN = (
    "承办、协办单位自行核查的，另有指标",
    "those reviewed by the bodies that did them, which have a figure of their own",
)


@figure(
    unit="项",
    zh="研究解决重大事项",
    en="major matters decided at leading bodies' meetings",
    also=(
        "研究重大事项",
        "研究决定重大事项",
        "研究政法领域的重大事项",
        "研究政法工作重大事项",
        "研究解决政法工作和政法队伍建设中的重大事项",
    ),
    body=MEETINGS,
    leaves_out=("其他会议研究的；未作决定的", "those taken up at other meetings; those left undecided"),
)
def decided(matters: "Tables", period: Span) -> "Table":
    """期内党委常委会、政府常务会研究决定的事项，一事多次研究的计一项。

    Matters decided in the period at meetings of the standing committees of party and government; taken up twice, counted once.
    """
    rows = happened(matters, "Decided", period)
    rows = rows.filter(rows.meeting != "其他会议")
    first = rows.group_by("body", "case").agg(position=rows.position.min())
    return rows.semi_join(first, "position")


@figure(
    unit="个",
    zh="召开专项工作会议",
    en="special meetings held",
    also=("组织召开专项工作会议", "召开专项会议"),
    body=MEETINGS,
    leaves_out=("常委会、常务会等例会", "regular meetings of standing committees"),
)
def meetings(matters: "Tables", period: Span) -> "Table":
    """期内召开的专项工作会议。

    Special meetings held in the period.
    """
    return happened(matters, "Convened", period)


@figure(
    unit="次",
    zh="作出专门批示",
    en="written instructions given",
    also=("作出批示", "专门批示"),
    body=LEADING,
    leaves_out=("口头要求；圈阅", "spoken requests; papers marked as read"),
)
def instructions(matters: "Tables", period: Span) -> "Table":
    """期内作出的专门批示，一事一日计一次。

    Written instructions given in the period, one a matter and day.
    """
    return happened(matters, "Instructed", period)


@figure(
    unit="次",
    zh="批办重要事项",
    en="matters assigned",
    also=("批办事项", "批办督办事项", "交办重要事项", "交办督办事项"),
    body=LEADING,
    leaves_out=("期前批办、尚未办结的；重新办理的", "matters assigned before and still open; matters reopened"),
)
def assigned(matters: "Tables", period: Span) -> "Table":
    """期内批办的事项，明确牵头承办单位和办结时限。

    Matters assigned in the period, each with a lead body and a due date.
    """
    return happened(matters, "Assigned", period)


@figure(
    unit="份",
    zh="督办事项印发文件",
    en="documents issued on matters",
    also=("印发督办文件", "出台督办文件"),
    body=OFFICES,
    amount="documents",
    leaves_out=("与督办事项无关的文件", "documents on anything else"),
)
def documents(matters: "Tables", period: Span) -> "Table":
    """期内为办理督办事项印发的文件份数。

    Documents issued in the period to get matters done.
    """
    return happened(matters, "Issued", period)


@figure(
    unit="个",
    zh="成立工作专班",
    en="task forces set up",
    also=("组建工作专班", "成立专班"),
    body=OFFICES,
    leaves_out=("期前成立的", "those set up before the period"),
)
def task_forces(matters: "Tables", period: Span) -> "Table":
    """期内为办理督办事项成立的工作专班，一事一日计一个。

    Task forces set up in the period to get matters done, one a matter and day.
    """
    return happened(matters, "Formed", period)


@figure(
    unit="件",
    zh="挂牌督办案件",
    en="cases put under special supervision",
    also=("实施挂牌督办案件", "新增挂牌督办案件"),
    body=OFFICES,
    leaves_out=(
        "期前挂牌的；案情不入本账",
        "those put under it before the period; the book holds nothing of the case itself",
    ),
)
def supervised(matters: "Tables", period: Span) -> "Table":
    """期内挂牌督办的案件。

    Cases put under special supervision in the period.
    """
    return happened(matters, "Supervised", period)


@figure(
    unit="件",
    zh="在办挂牌督办案件",
    en="cases under special supervision",
    also=("尚在挂牌督办案件",),
    body=OFFICES,
    stock=True,
    leaves_out=("已办结的", "those found done"),
)
def under_supervision(matters: "Tables", period: Span) -> "Table":
    """期末挂牌督办而尚未办结的案件。

    Cases under special supervision at the period's end that are not done.
    """
    rows = pending.rows(matters, period)
    return rows.filter(rows.supervised_on.notnull())


@figure(
    unit="项",
    zh="在办督办事项",
    en="matters open",
    also=("未办结督办事项", "正在办理督办事项"),
    body=OFFICES,
    stock=True,
    leaves_out=("已核查办结而未重新办理的", "those found done and not reopened"),
)
def pending(matters: "Tables", period: Span) -> "Table":
    """期末已批办而尚未办结的事项；自行核查的仍算在办。

    Matters assigned and not done by the period's end; reviewed by the doer, still open.
    """
    rows = standing(matters, period.last)
    return rows.filter(~rows.closed)


@figure(
    unit="项",
    zh="无进展报告督办事项",
    en="open matters without a report of progress",
    also=("未报送进展督办事项",),
    body=OFFICES,
    stock=True,
    leaves_out=("报过进展的，不论进展大小", "those reported on, however little was done"),
)
def without_progress(matters: "Tables", period: Span) -> "Table":
    """期末在办事项中，自批办以来没有报送过进展的。

    Of the matters open at the period's end, those not reported on since they were assigned.
    """
    rows = pending.rows(matters, period)
    return rows.filter(rows.progressed_on.isnull() | (rows.progressed_on < rows.assigned_on))


@figure(
    unit="项",
    zh="逾期未办结督办事项",
    en="matters overdue",
    also=("逾期督办事项", "超期未办结督办事项"),
    body=OFFICES,
    stock=True,
    leaves_out=(
        "时限当日；已批准延期而未到新时限的",
        "the due day itself; those extended whose new due day is to come",
    ),
)
def overdue(matters: "Tables", period: Span) -> "Table":
    """期末在办事项中，已过本事项时限的；批准延期的按新时限计。

    Of the matters open at the period's end, those past their own due date as extended.
    """
    rows = pending.rows(matters, period)
    return rows.filter(rows.due < period.last)


@figure(
    unit="项",
    zh="办结督办事项",
    en="matters found done",
    also=("督办事项办结", "办结批办事项", "办结交办事项"),
    body=OFFICES,
    stock=True,
    over=True,
    leaves_out=OWN,
)
def closed(matters: "Tables", period: Span) -> "Table":
    """期内经他人核查同意办结、期末未重新办理的事项。

    Matters that another than the doer found done in the period and that were not reopened by its end.
    """
    rows = standing(matters, period.last)
    return rows.filter(rows.closed & period.has(rows.reviewed_on)).mutate(position=lambda t: t.reviewed_position)


@figure(
    unit="项",
    zh="按期办结督办事项",
    en="matters found done on time",
    also=("按时办结督办事项", "如期办结督办事项"),
    body=OFFICES,
    stock=True,
    over=True,
    leaves_out=(
        "核查日晚于时限的，不论何时做完",
        "those reviewed after their due date, whenever the work was finished",
    ),
)
def on_time(matters: "Tables", period: Span) -> "Table":
    """期内办结的事项中，核查日不晚于时限的；批准延期的按新时限计。

    Of the matters found done in the period, those reviewed by their due date as extended.
    """
    rows = closed.rows(matters, period)
    return rows.filter(rows.reviewed_on <= rows.due)


@figure(
    unit="%",
    zh="督办事项按期办结率",
    en="share of matters found done on time",
    also=("按期办结率", "按时办结率"),
    body=OFFICES,
    stock=True,
    over=True,
    among=closed,
    leaves_out=("尚未办结的，不在分母之内", "matters still open, which are not in the denominator"),
)
def on_time_rate(matters: "Tables", period: Span) -> "Table":
    """期内办结的事项中按期办结的比例。

    Of the matters found done in the period, the share done on time.
    """
    return on_time.rows(matters, period)


@figure(
    unit="项",
    zh="自行核查督办事项",
    en="matters reviewed by the bodies that did them",
    also=("自办自核督办事项",),
    body=OFFICES,
    stock=True,
    over=True,
    leaves_out=("同一单位两个岗位分别承办、核查的", "those done and reviewed by two posts of one body"),
)
def self_reviewed(matters: "Tables", period: Span) -> "Table":
    """期内由牵头或协办单位自行核查的事项，不算办结。

    Matters reviewed in the period by their lead or a supporting body; they are not done by that.
    """
    rows = standing(matters, period.last)
    rows = rows.filter(rows.by_doer & period.has(rows.reviewed_on))
    return rows.mutate(position=rows.reviewed_position)


@figure(
    unit="次",
    zh="重新办理督办事项",
    en="matters reopened",
    also=("督办事项重新办理", "督办事项返工"),
    body=OFFICES,
    leaves_out=("核查未通过、从未办结的", "those that a review found not done"),
)
def reopened(matters: "Tables", period: Span) -> "Table":
    """期内办结后又重新办理的，一事两次计两次。

    Matters reopened in the period after they were found done; reopened twice, counted twice.
    """
    return happened(matters, "Reopened", period)


@figure(
    unit="次",
    zh="申请延期督办事项",
    en="extensions asked for",
    also=("督办事项申请延期",),
    body=OFFICES,
    leaves_out=("口头申请", "spoken requests"),
)
def extensions_asked(matters: "Tables", period: Span) -> "Table":
    """期内申请延期的次数。

    Extensions asked for in the period.
    """
    return happened(matters, "Requested", period)


@figure(
    unit="次",
    zh="批准延期督办事项",
    en="extensions granted",
    also=("督办事项延期", "督办事项批准延期"),
    body=OFFICES,
    leaves_out=("申请而未批准的", "those asked for and not granted"),
)
def extensions(matters: "Tables", period: Span) -> "Table":
    """期内批准延期的次数。

    Extensions granted in the period.
    """
    return happened(matters, "Granted", period)


@figure(
    unit="次",
    zh="逾期后批准延期督办事项",
    en="extensions granted when the due date was over",
    also=("逾期补办延期督办事项",),
    body=OFFICES,
    leaves_out=("时限当日及以前批准的", "those granted by the due day"),
)
def extended_late(matters: "Tables", period: Span) -> "Table":
    """期内批准的延期中，批准时原时限已过的。

    Of the extensions granted in the period, those granted when the due date was over.
    """
    rows = dues(matters, period.last)
    return rows.filter((rows.kind == "Granted") & period.has(rows.on) & (rows.on > rows.due_before))
