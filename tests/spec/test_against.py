"""A report against a book: what is said of a claim, by example."""

import pytest

from spec.cases import Case, Found, Topic, expected, observed

TOPIC = Topic(
    "与账簿对照",
    "Against a book",
    "一项陈述按文字找到唯一的指标，再定单位、主体、口径和期间，数值不参与匹配；然后读账，按所示位数比较。文字可作几种理解的，"
    "先取一种并写明理由，只有每种理解都不一致才说不符。找不到、找到几个、账内不含的，各有各的结论，都不是指错。",
    "The words of a claim find one figure, then its unit, body, scope and period; the value takes no part. Then the book is "
    "read and compared at the precision printed. Where the words may be taken in several ways, one is taken and the reason "
    "said; `differs` is given only where none of them bears the number out. What finds no figure, or several, or lies "
    "outside the book, has findings of its own, and none of them accuses.",
    (
        Case(
            "账内读数与文中相同时怎样说？",
            "What is said where the book has the number stated?",
            "2020年，检察机关受理涉黑涉恶案件113件。",
            book="prosecutions.received 2020 涉黑涉恶 cases 113",
            findings=(
                Found(
                    "agrees",
                    "113件",
                    "账内“受理涉黑涉恶案件”（2020-01-01至2020-12-31）为113件，与文中一致。",
                    "The book has 113件 for “受理涉黑涉恶案件” (2020-01-01/2020-12-31): as stated.",
                    (
                        "指标 prosecutions.received：期内检察机关登记受理的审查起诉案件，另行登记受理的再计一件。",
                        "不含：审查逮捕案件；补充侦查后按原案号重新移送的",
                        "2020-01-01至2020-12-31 · 口径 涉黑涉恶 · 单位 全部 · 账至第500条：113件",
                        "记录 113 条，位置 0, 1, 2, 3, 4, 5 …；查看：plumbline figures prosecutions.received "
                        "--period 2020-01-01/2020-12-31 --scope 涉黑涉恶 --as-of 500 --drill",
                    ),
                ),
            ),
        ),
        Case(
            "同一句里先计案、后计人时怎样说？",
            "What is said where one sentence counts cases, then persons?",
            "2020年，审判机关审结涉黑涉恶案件93案806人。",
            book="""
            trials.concluded 2020 涉黑涉恶 cases 93
            trials.concluded 2020 涉黑涉恶 persons 811
            """,
            findings=(
                Found(
                    "agrees",
                    "93案",
                    "账内“审结涉黑涉恶案件”（2020-01-01至2020-12-31）为93案，与文中一致。",
                    "The book has 93案 for “审结涉黑涉恶案件” (2020-01-01/2020-12-31): as stated.",
                ),
                Found(
                    "differs",
                    "806人",
                    "账内“审结涉黑涉恶案件”（2020-01-01至2020-12-31）为811人，文中为806人。",
                    "The book has 811人 for “审结涉黑涉恶案件” (2020-01-01/2020-12-31): the text has 806人.",
                ),
            ),
        ),
        Case(
            "四舍五入的金额怎样比？",
            "How is a rounded amount compared?",
            "2020年，公安机关查扣冻结涉黑涉恶涉案资金29.26亿元。",
            book="""
            assets.controlled 2020 涉黑涉恶 amount 292618345736
            """,
            findings=(
                Found(
                    "rounds",
                    "29.26亿元",
                    "账内“查扣冻结涉黑涉恶涉案资金”（2020-01-01至2020-12-31）为29.2618345736亿元，四舍五入后与文中一致。",
                    "The book has 29.2618345736亿元 for “查扣冻结涉黑涉恶涉案资金” (2020-01-01/2020-12-31): "
                    "as stated, when rounded.",
                ),
            ),
        ),
        Case(
            "“余”怎样比？",
            "How is a vague number compared?",
            "2020年，公安机关抓获涉黑涉恶犯罪嫌疑人500余人。",
            book="investigations.caught 2020 涉黑涉恶 persons 530",
            findings=(
                Found(
                    "within",
                    "500余人",
                    "账内“抓获涉黑涉恶犯罪嫌疑人”（2020-01-01至2020-12-31）为530人，在文中所述范围内。",
                    "The book has 530人 for “抓获涉黑涉恶犯罪嫌疑人” (2020-01-01/2020-12-31): inside what the words allow.",
                ),
            ),
        ),
        Case(
            "同比由两年的读数算出",
            "A change is reckoned from the readings of two years",
            "2020年，全市法院审结刑事案件2400件，同比上升20%。",
            book="""
            trials.concluded 2020 - cases 2400
            trials.concluded 2019 - cases 2000
            """,
            findings=(
                Found(
                    "agrees",
                    "2400件",
                    "账内“审结案件”（2020-01-01至2020-12-31）为2,400件，与文中一致。",
                    "The book has 2,400件 for “审结案件” (2020-01-01/2020-12-31): as stated.",
                ),
                Found(
                    "agrees",
                    "20%",
                    "账内“审结案件”（2020-01-01至2020-12-31）同比上升20%，与文中一致。",
                    "The book has 20% up on the year before for “审结案件” (2020-01-01/2020-12-31): as stated.",
                ),
            ),
        ),
        Case(
            "比率由分子、分母算出",
            "A share is reckoned from its numerator and denominator",
            "2020年，法院涉黑涉恶案件结案率90.3%。",
            book="trials.clearance_rate 2020 涉黑涉恶 cases 93/103",
            findings=(
                Found(
                    "rounds",
                    "90.3%",
                    "账内“涉黑涉恶案件结案率”（2020-01-01至2020-12-31）为90.29%，四舍五入后与文中一致。",
                    "The book has 90.29% for “涉黑涉恶案件结案率” (2020-01-01/2020-12-31): as stated, when rounded.",
                ),
            ),
        ),
        Case(
            "“至目前”从哪天算起、算到哪天？",
            "From which day to which does 至目前 reckon?",
            "2020年工作情况\n至目前，扫黑除恶专项斗争中全市打掉黑恶势力122个。",
            book="investigations.disbanded 2018/2020 - cases 122",
            findings=(
                Found(
                    "no_cut_off",
                    "122个",
                    "累计数没有写明截止哪一天，不同日期的数会不同。",
                    "A running total does not say up to which day it reckons; on another day it is another number.",
                ),
                Found(
                    "agrees",
                    "122个",
                    "账内“打掉黑恶势力”（2018-01-01至2020-12-31）为122个，与文中一致。",
                    "The book has 122个 for “打掉黑恶势力” (2018-01-01/2020-12-31): as stated.",
                ),
            ),
        ),
        Case(
            "文字可作两种理解，其中一种与账相符时怎样说？",
            "What is said where the words may be taken in two ways, and one of them agrees?",
            "截至2020年12月31日，检察机关办结涉黑涉恶案件110件。",
            book="""
            prosecutions.concluded 2020-01-01/2020-12-31 涉黑涉恶 cases 41
            prosecutions.concluded 2018-01-03/2020-12-31 涉黑涉恶 cases 110
            """,
            findings=(
                Found(
                    "ambiguous",
                    "110件",
                    "文字可作几种理解，账内“办结涉黑涉恶案件”分别为41件、110件；其中有与文中110件一致的，无法判断。",
                    "The words may be taken in several ways; “办结涉黑涉恶案件” is then 41件, 110件. One is the 110件 stated.",
                ),
            ),
        ),
        Case(
            "口径只差一字怎样说？",
            "What is said where the scope is one word wider?",
            "2020年，法院审结涉黑涉恶涉霸涉伞案件93件，审结涉黑涉恶涉枪案件8件。",
            book="trials.concluded 2020 涉黑涉恶涉霸涉伞 cases 93",
            findings=(
                Found(
                    "agrees",
                    "93件",
                    "账内“审结涉黑涉恶涉霸涉伞案件”（2020-01-01至2020-12-31）为93件，与文中一致。",
                    "The book has 93件 for “审结涉黑涉恶涉霸涉伞案件” (2020-01-01/2020-12-31): as stated.",
                ),
                Found(
                    "no_record",
                    "8件",
                    "账内没有“涉黑涉恶涉枪”这一口径。",
                    "The book knows no scope “涉黑涉恶涉枪”.",
                ),
            ),
        ),
        Case(
            "没有写明主体、两个指标都合的怎样说？",
            "What is said where no body is named and two figures fit?",
            "2020年，受理涉黑涉恶案件113件。",
            book="",
            findings=(
                Found(
                    "ambiguous",
                    "113件",
                    "“受理涉黑涉恶案件”可指几个指标：受理案件（prosecutions.received）、受理案件（trials.docketed）。",
                    "“受理涉黑涉恶案件” may mean several figures: 受理案件 (prosecutions.received), 受理案件 (trials.docketed).",
                ),
            ),
        ),
        Case(
            "账内按另一单位计的怎样说？",
            "What is said where the figure counts in another unit?",
            "2020年，检察机关受理涉黑涉恶案件113起。",
            book="",
            findings=(
                Found(
                    "other_unit",
                    "113起",
                    "“受理案件”按件、人计，文中按“起”计，不能对照。",
                    "“受理案件” counts in 件、人; the text counts in “起”: they cannot be compared.",
                ),
            ),
        ),
        Case(
            "账内记录不含所述期间的怎样说？",
            "What is said where the records do not reach over the period?",
            "2017年，检察机关受理涉黑涉恶案件9件。",
            book="",
            findings=(
                Found(
                    "other_period",
                    "9件",
                    "所述期间为2017-01-01至2017-12-31，账内记录为2018-01-03至2020-12-30。",
                    "The claim speaks of 2017-01-01/2017-12-31; the book's records run 2018-01-03/2020-12-30.",
                ),
            ),
        ),
        Case(
            "没有这样的指标怎样说？",
            "What is said where no figure counts this?",
            "2020年，检察机关受理涉黑涉恶线索55条，司法行政机关新建司法所7个。",
            book="",
            findings=(
                Found(
                    "no_record",
                    "55条",
                    "没有计“受理涉黑涉恶线索”的指标；最近的是“受理案件”，用语不同，不作对照。",
                    "No figure counts “受理涉黑涉恶线索”; the nearest, “受理案件”, has other words and is not compared.",
                ),
                Found("no_record", "7个", "没有计“新建司法所”的指标。", "No figure counts “新建司法所”."),
            ),
        ),
        Case(
            "事故下降的数字相符，而变化在随机波动范围内的怎样说？",
            "What is said where a fall in accidents agrees, and chance alone would often do as much?",
            "2020年，全市发生道路交通事故同比下降3.4%。",
            book="""
            crashes.crashed 2020 - cases 112
            crashes.crashed 2019 - cases 116
            """,
            findings=(
                Found(
                    "rounds",
                    "3.4%",
                    "账内“发生道路交通事故”（2020-01-01至2020-12-31）同比下降3.45%，四舍五入后与文中一致。",
                    "The book has 3.45% down on the year before for “发生道路交通事故” (2020-01-01/2020-12-31): "
                    "as stated, when rounded.",
                ),
                Found(
                    "chance",
                    "3.4%",
                    "数字相符，但这一变化在随机波动范围内（每日之数变化的95%区间为-25.7%至+24.8%），尚不能判断升降。",
                    "The number agrees, but the change is within chance (95% interval of the change a day: "
                    "-25.7% to +24.8%): whether it fell or rose cannot be told.",
                ),
            ),
        ),
        Case(
            "“四项指标”同比下降的怎样对照？",
            "How is a fall of the four indicators (四项指标) held against the book?",
            "2020年，全市道路交通事故四项指标同比下降。",
            book="""
            crashes.crashed 2020 - cases 60
            crashes.crashed 2019 - cases 100
            crashes.deaths_at_7 2020 - persons 30
            crashes.deaths_at_7 2019 - persons 31
            crashes.injured 2020 - persons 50
            crashes.injured 2019 - persons 90
            crashes.property_loss 2020 - amount 600000
            crashes.property_loss 2019 - amount 900000
            """,
            findings=(
                Found(
                    "agrees",
                    "四项指标",
                    "账内“四项指标”各项的数都下降。",
                    "By the book all of “四项指标” are lower.",
                ),
                Found(
                    "chance",
                    "四项指标",
                    "数字相符，但“道路交通事故死亡”的变化在随机波动范围内，尚不能判断下降。",
                    "The numbers agree, but the change of “道路交通事故死亡” is within chance: it cannot be told.",
                ),
            ),
        ),
        Case(
            "日均数怎样对照？",
            "How is a daily mean (日均) held against the book?",
            "2020年，全市公安机关日均投入警力4000余人。",
            book="duty.police_daily 2020 - amount 1468502/366",
            findings=(
                Found(
                    "within",
                    "4000余人",
                    "账内“日均投入警力”（2020-01-01至2020-12-31）为4,012.3人，在文中所述范围内。",
                    "The book has 4,012.3人 for “日均投入警力” (2020-01-01/2020-12-31): inside what the words allow.",
                ),
            ),
        ),
        Case(
            "日均数说的可能只是其中一部分的，不相符时怎样说？",
            "What is said of a daily mean that may be of a part alone, where the book has another number?",
            "2020年，全市公安机关日均投入警力900余人参与疫情防控。",
            book="duty.police_daily 2020 - amount 1468502/366",
            findings=(
                Found(
                    "ambiguous",
                    "900余人",
                    "句中“参与疫情防控”限定了所计的口径，账内不按此分类。",
                    "“参与疫情防控” narrows what the sentence counts to a class that the book does not tell apart.",
                ),
            ),
        ),
        Case(
            "死亡、受伤是哪类事故的？",
            "Of which accidents are the dead and the injured?",
            "2020年，全市发生道路交通事故100起，死亡20人；其中较大事故1起，死亡3人。",
            book="""
            crashes.crashed 2020 - cases 100
            crashes.deaths_at_7 2020 - persons 21
            """,
            findings=(
                Found(
                    "agrees",
                    "100起",
                    "账内“发生道路交通事故”（2020-01-01至2020-12-31）为100起，与文中一致。",
                    "The book has 100起 for “发生道路交通事故” (2020-01-01/2020-12-31): as stated.",
                ),
                Found(
                    "differs",
                    "20人",
                    "账内“道路交通事故死亡”（2020-01-01至2020-12-31）为21人，文中为20人。",
                    "The book has 21人 for “道路交通事故死亡” (2020-01-01/2020-12-31): the text has 20人.",
                ),
                Found(
                    "no_record",
                    "1起",
                    "没有计“较大事故”的指标；最近的是“排查重大安全隐患”，用语不同，不作对照。",
                    "No figure counts “较大事故”; the nearest, “排查重大安全隐患”, has other words and is not compared.",
                ),
                Found(
                    "no_record",
                    "3人",
                    "没有计“较大事故死亡”的指标；最近的是“道路交通事故死亡”，用语不同，不作对照。",
                    "No figure counts “较大事故死亡”; the nearest, “道路交通事故死亡”, has other words and is not compared.",
                ),
            ),
        ),
        Case(
            "用“分别”并列的名目和变化数一一对应的怎样对照？",
            "How are changes listed with 分别 compared, where as many things are named before it?",
            "2020年，全市道路交通事故起数、死亡人数同比分别下降20%、5%。",
            book="""
            crashes.crashed 2020 - cases 800
            crashes.crashed 2019 - cases 1000
            crashes.deaths_at_7 2020 - persons 190
            crashes.deaths_at_7 2019 - persons 250
            """,
            findings=(
                Found(
                    "agrees",
                    "20%",
                    "账内“发生道路交通事故”（2020-01-01至2020-12-31）同比下降20%，与文中一致。",
                    "The book has 20% down on the year before for “发生道路交通事故” (2020-01-01/2020-12-31): as stated.",
                ),
                Found(
                    "differs",
                    "5%",
                    "账内“道路交通事故死亡”（2020-01-01至2020-12-31）同比下降24%，文中为5%。",
                    "The book has 24% down on the year before for “道路交通事故死亡” (2020-01-01/2020-12-31): the text has 5%.",
                ),
            ),
        ),
        Case(
            "前面说的是一类纠纷，后面的率怎样说？",
            "What is said of a rate after a number of disputes of one kind?",
            "2020年，全市人民调解组织受理婚姻家庭纠纷310件，调解成功率97%。",
            book="",
            findings=(
                Found(
                    "no_record",
                    "310件",
                    "没有计“受理婚姻家庭纠纷”的指标；最近的是“排查受理矛盾纠纷”，用语不同，不作对照。",
                    "No figure counts “受理婚姻家庭纠纷”; the nearest, “排查受理矛盾纠纷”, has other words and is not compared.",
                ),
                Found(
                    "ambiguous",
                    "97%",
                    "句中“婚姻家庭纠纷”限定了所计的口径，账内不按此分类。",
                    "“婚姻家庭纠纷” narrows what the sentence counts to a class that the book does not tell apart.",
                ),
            ),
        ),
        Case(
            "言论、信仰、聚集、信访一类的怎样说？",
            "What is said of speech, belief, assembly, petitions?",
            "2020年，处置网上政治谣言和有害信息5万余条，培育无邪教示范县1个。",
            book="",
            findings=(
                Found(
                    "not_kept",
                    "5万余条",
                    "本账不作此类记录：不记人们在网上或别处说了什么。",
                    "No record is kept of this: the book does not hold what people say, online or elsewhere.",
                ),
                Found(
                    "not_kept",
                    "1个",
                    "本账不作此类记录：不记人们信仰什么。",
                    "No record is kept of this: the book does not hold what people believe.",
                ),
            ),
        ),
    ),
)


@pytest.mark.parametrize("case", TOPIC.cases, ids=str)
def test_against(case: Case) -> None:
    assert observed(case) == expected(case)
