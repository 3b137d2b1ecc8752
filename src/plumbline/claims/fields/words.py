"""The words that govern a number: verbs of doing and of change, links, bodies that act, announcements and targets."""

import re

from plumbline.claims.shapes import Direction

UP: Direction = "up"
DOWN: Direction = "down"

DOING = """
安排 受理 审结 办结 执结 结案 收案 立案 破获 侦破 侦结 破案 抓获 抓捕 打掉 打击处理 打处 打击 查处 查获 查扣冻结 查扣
查封冻结扣押 查封 冻结 扣押 追回 挽回 追缴 收缴 缴获 追赃挽损 化解 调解成功 调处成功 化解成功 成功化解 调成 调解
调处 排查 整改 整治 处置 处理 处罚 办理 办复 接待 接听 接报 接处 接警 起诉 批捕 批准逮捕 决定起诉 不起诉 提起公诉
提起 提出 发出 制发 发布 制定 修改 修订 作出 审议通过 听取审议 审议 通过 检查 进行 开展 组织开展 组织 召开 举办 举行
建成 新建 改建 续建 建设 建立 完成 实施 实现 投入 投资 发放 新增 建有 设有 配有 帮助 救助 培训 招录 招聘 新招聘 表彰
追究 判处 惩处 监督 纠正 抗诉 撤销 采纳 移送 退回 收到 收治 安置 引进 出动 派出 巡逻 设立 成立 配备 安装 关停 拆除 清理
清退 退还 兑付 减免 节约 培育 新培育 打造 创建 评选 推荐 走访 慰问 宣传 疏散 救出 转移 解救 送达 宣判 开庭 公开 上传
录入 采集 登记 注册 颁发 出具 申请 提供 解答 指派 惠及 覆盖 带动 吸纳 接收 在册 在办 在审 未结 旧存 新收 存 出席
缺席 参加 参与 应出席 已开庭未宣判 未开庭 已开庭 尚未审结 尚未办结 获评 荣获 获得 评为 命名 命中 审查 审核 审批 备案
抽查 督办 督导 问责 处分 通报 约谈 曝光 劝返 遣返 缉捕 捣毁 铲除 取缔 关闭 责令 罚款 罚没 吊销 查验 检测 检验 监测
预警 拦截 封停 止付 返还 退赔 执行 拘留 逮捕 取保候审 释放 羁押 减刑 假释 收押 解除 矫正 解矫 调撤 撤诉 撤回 驳回
改判 维持 发回重审 发回 再审 审限 确认 司法确认 交办 转办 批办 批示 研究解决 研究 解决 筹措 争取 融入 栽植 种植 封存
铺设 开通 新开通 新开工 开工 竣工 投产 签约 促成 推动 推出 出台 印发 建议 送奖到岗 选派 认定 新认定 授权 布局建设
改扩建 入驻 入选 列入 纳入 新纳入 摘帽 脱贫 减负 让利 启动 承办 联系 回访 摸排 采取 采信 核查 核实 核销 盘活 拓展
更换 修复 恢复 复垦 补植 放流 清运 治理 关爱 帮扶 帮教 结对 资助 奖励 动员 调集 调派 投放 部署 拨付 下达 支出 收取
征收 减征 缴纳 化验 接种 诊疗 发生 造成 导致 引发 接到 签订 签发 达成 调用 查询 扣划 拍卖 成交 评估 鉴定 公证 仲裁
复议 应诉 答复 执法 巡查 设置 划定 施划 增设 联网 建档 立卷 归档 移交 普法 宣讲 授课 观看 阅读 点击 转发 点赞
""".split()
UP_WORDS = "上升 增长 增加 提高 提升 上涨 增幅 涨幅 增速 上浮 攀升 扩大 递增 回升 增 升 涨 多 高".split()
DOWN_WORDS = (
    "下降 减少 降低 下滑 回落 缩短 压减 压缩 降幅 跌 减 降 少 压降 收窄 萎缩 精简 缩减 低 下调 递减 负增长".split()
)
DIRECTIONS: dict[str, Direction] = {**dict.fromkeys(UP_WORDS, UP), **dict.fromkeys(DOWN_WORDS, DOWN)}
LONG_CHANGE = sorted((w for w in DIRECTIONS if len(w) > 1), key=len, reverse=True)
SHORT_CHANGE = "增升涨多高跌减降少低"


def _any(words: str) -> str:
    """Return an alternation of words, longest first; a word may be a pattern."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


BASES = _any(
    "去年 上年 上一年 前一年 (?:19|20)[0-9]{2}年 同期 上季度 上月 上半年 前[一二三四五]年 全国 全省 "
    "全市 计划 预期 疫情前 历史 专项"
)
BEFORE_CHANGE = _any(
    "同比 环比 年均 平均 累计 预计 分别 实际 名义 总体 连续 均 又 再 还 各 共 净 大幅 明显 总共 "
    "名义上 月人均 年人均 人均 月均 人均月 ，"
)
CHANGE = re.compile(
    rf"(?:(?:与|同|比|较|和)(?:{BASES})[^，。；、]{{0,10}}?(?:相比)?(?:分别|均|各)?)?(?:{BEFORE_CHANGE})*"
    rf"(?:(?P<word>{'|'.join(LONG_CHANGE)})(?:了|率?(?:分别|均)?(?:为|达到|达|保持在|控制在)?)?"
    rf"|(?P<short>(?<=[比较期年月人均别])[{SHORT_CHANGE}])了?)$"
)
"""A verb of change that ends a phrase, with the base it is compared with: 比上年同期下降."""

MOVES = _any(
    "增加 上升 提高 提升 增长 扩大 发展 下降 降低 减少 拓展 压缩 缩短 增 升 降 减 扩 调整 达 翻 回升 "
    "回落 上涨 下调 控制 稳定 保持"
)
TO_LEVEL = re.compile(rf"(?:{MOVES})(?:到|至|为|在)$")
"""A move to a level, which is no change stated: 增至, 下降到."""

ROSE = re.compile(
    r"(?:再次|不断|持续|进一步|继续|稳步|逐步|明显|大幅|显著|全面|均|都|能力)*(?:提高|增长|增加|上升|"
    r"提升|下降|减少|改善|再创|创|加强|推进|扩大).*$"
)
"""What a clause says of its subject, when it only leads up to a number."""

LINK_WORDS = _any(
    "预计 累计 总数 已经 已 将 还 又 均 都 分别 共有 共计 合计 总计 各 仅 只 就 约 多达 高达 设定为 "
    "拟按 平均为 平均 调整为 演进为 优化为"
    " 达到了 达到 达 完成了 完成 实现了 实现 突破 是 为 有 共 计 近 超 了 至 到 于 从 由 在 ，"
)
LINKS = re.compile(rf"(?:(?:{MOVES})[到至在]|{LINK_WORDS})+$")
"""Words at the end of a phrase that only link it to its number: 达到, 共有."""

HEAD_WORDS = _any(
    "其中 同时 此外 另外 以及 并且 并 还 也 又 及时 截至 共计 累计 总计 合计 共(?!享|建|治|同|有产) "
    "全年 年内 当年 期间 均 都 就 先后"
    " 和(?!解|平|谐) 与 及(?!时) 、 ， ： : 。 ； [”）)] “(?=$) 预计 力争 确保 争取(?=[^，]*(?:达|"
    "增长|突破)) 计划 今年 去年 仅 圆满 包括"
    " 例如 专门 大力 积极 持续 扎实 深入 有力 有效(?!率) 分别 日均 月均 的 了 现有 拥有 总共 其他 "
    "特别是 尤其是 尤其 将 只 尚 已经"
    " 已(?=救|完成|成立|办|化|立|追|破|建成) 但 而 且"
)
HEADS = re.compile(rf"^(?:{HEAD_WORDS})+")
"""Words at the head of a phrase that only lead into it."""

PREPOSITIONS = frozenset("为 对 向 使 将 让 给 在 从 由 把 被 以 按 用 就 与 和 约 比 较 至 到 于 了 共 的 等".split())
TALLY = re.compile(r"(?:等|共|这|以下|下列)$")

NAMED_BODIES = """
人民法院 法院 检察院 检察机关 审判机关 公安机关 政法机关 司法机关 司法行政机关 司法行政系统 监察机关 纪委监委 监委
公安部 公安厅 公安局 公安分局 司法局 司法所 派出所 交警支队 交警大队 交警部门 交管部门 支队 总队 大队 中队 常委会
常务会 常务会议 常委会会议 调委会 公安交管 会议 各口岸 看守所
监狱 消防救援 应急管理部门 信访部门 仲裁委 各部门 警方 政法系统 法院系统
检察系统 公安系统 移民管理机构 海关 工作专班 专班 调解组织 人民调解委员会 法律援助机构 公证机构 人民法庭 政法委
市领导 省领导 县领导 区领导 中院 高院 分局 公安部门 检察部门 审判部门 司法部门
河长办 安委办 督查室 综治中心 急救中心 指挥中心 水利部门 水务部门 应急管理局
""".split()
"""Endings of bodies that act in this genre, wherever they open a clause."""

LOOSE_BODIES = """
机场 银行 银行机构 中心 园区 产业园 汽车园 机关 系统 部门 领导 街道 集团 组团 公司 基金 博览会 交会 基地 口岸 热线
委员会 指挥部 领导小组 管委会 交警 民警 网格员 律师 调解员 志愿者 卫生健康委 卫健委
""".split()
"""Endings that are a body only where a verb follows at once."""

FULL_BODIES = frozenset(
    "市委 省委 区委 县委 市政府 省政府 区政府 县政府 州政府 人民政府 国务院 公安部 司法部 海关 警方 会议".split()
)
"""Whole names of bodies, which need no word before them."""

NOT_DOING = frozenset(
    (
        "监督 法律援助 检察 仲裁 公证 调解 执法 救助 管理 监测 应急 投资 确认 指挥 信访 诉讼 执行 服务 "
        "安置 检测 救援 发展 投入"
    ).split()
)
"""Verbs that also stand inside the names of bodies."""
