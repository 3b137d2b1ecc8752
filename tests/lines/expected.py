"""What each figure reads on the made-up cases, counted by hand from the stories in lines/*/examples.py.

One line a reading: figure, period, scope (- for none), counting, the reading as a whole number or numerator/denominator.
"""

from typing import NamedTuple

from plumbline.periods import Span, span

TABLE = """
investigations.filed                 2020             -              cases    14
investigations.filed                 2019             -              cases    5
investigations.filed                 2020             涉黑涉恶       cases    7
investigations.cleared               2020             -              amount   22
investigations.cleared               2019             -              amount   16
investigations.cleared               2020             涉黑涉恶       amount   15
investigations.cleared_files         2020             -              cases    9
investigations.clear_up_rate         2020             -              cases    9/14
investigations.disbanded             2020             -              cases    3
investigations.disbanded             2018/2020        -              cases    4
investigations.mafia_disbanded       2019             -              cases    1
investigations.mafia_disbanded       2020             -              cases    0
investigations.evil_groups_disbanded 2020             -              cases    1
investigations.evil_gangs_disbanded  2020             -              cases    1
investigations.bullies_disbanded     2020             -              cases    1
investigations.caught                2020             -              persons  32
investigations.caught                2019             -              persons  12
investigations.caught                2019             -              cases    6
investigations.caught                2020             涉黑涉恶涉霸涉伞 persons 27
investigations.transferred           2020             -              cases    17
investigations.transferred           2020             -              persons  40
investigations.transferred           2020             涉黑涉恶       cases    8
investigations.transferred           2020             涉黑涉恶       persons  25
investigations.dropped               2020             -              cases    1
investigations.pending               2020             -              cases    1
investigations.pending               2019             -              cases    4
investigations.pending               2019             涉黑           cases    1
prosecutions.received                2020             -              cases    17
prosecutions.received                2020             -              persons  40
prosecutions.received                2020             涉黑涉恶       cases    8
prosecutions.received                2020             涉黑涉恶       persons  25
prosecutions.received                2020-01/2020-06  -              persons  21
prosecutions.concluded               2020             -              cases    16
prosecutions.concluded               2020             -              persons  38
prosecutions.pending                 2020             -              cases    1
prosecutions.pending                 2020             -              persons  2
prosecutions.pending                 2020-01/2020-05  -              persons  5
prosecutions.carried_over            2020             -              cases    0
prosecutions.carried_over            2021             -              persons  2
prosecutions.out_for_investigation   2020             -              cases    1
prosecutions.out_for_investigation   2020-05-20       -              persons  5
prosecutions.out_for_investigation   2020-05-29       -              cases    0
prosecutions.prosecuted              2020             -              cases    14
prosecutions.prosecuted              2020             -              persons  32
prosecutions.prosecuted              2020             涉黑涉恶       cases    6
prosecutions.prosecuted              2020             涉黑涉恶       persons  18
prosecutions.not_prosecuted          2020             -              persons  2
prosecutions.moved                   2020             -              persons  4
prosecutions.withdrawn               2020             -              cases    0
prosecutions.decided                 2020             -              cases    15
prosecutions.decided                 2020             -              persons  34
prosecutions.not_prosecuted_rate     2020             -              cases    2/15
prosecutions.not_prosecuted_rate     2020             -              persons  2/34
prosecutions.returned                2020             -              cases    3
prosecutions.resubmitted             2020             -              cases    2
prosecutions.on_hand                 2020             -              cases    16
prosecutions.on_hand                 2020             -              persons  39
prosecutions.conclusion_rate         2020             -              cases    15/16
prosecutions.conclusion_rate         2020             -              persons  37/39
trials.docketed                      2020             -              cases    14
trials.docketed                      2020             -              persons  32
trials.docketed                      2020             涉黑涉恶       cases    5
trials.docketed                      2020             涉黑涉恶       persons  16
trials.docketed                      2020             涉黑涉恶涉霸涉伞 cases  6
trials.docketed                      2020             涉黑涉恶涉霸涉伞 persons 22
trials.docketed                      2021             -              persons  2
trials.docketed_first                2020             -              cases    13
trials.docketed_first                2020             -              persons  30
trials.concluded                     2020             -              cases    13
trials.concluded                     2020             -              persons  27
trials.pending                       2020             -              cases    2
trials.pending                       2020             -              persons  8
trials.pending                       2020-06          -              cases    4
trials.carried_over                  2020             -              cases    1
trials.carried_over                  2020             -              persons  3
trials.carried_over                  2021             -              persons  8
trials.heard_pending                 2020             -              persons  6
trials.unheard                       2020             -              cases    1
trials.unheard                       2020             涉黑           cases    0
trials.under_suspension              2020-04          -              cases    1
trials.under_suspension              2020             -              cases    0
trials.suspended                     2020             -              cases    1
trials.extended                      2020             -              cases    1
trials.on_hand                       2020             -              cases    14
trials.on_hand                       2020             -              persons  34
trials.clearance_rate                2020             -              cases    12/14
trials.clearance_rate                2020             -              persons  26/34
trials.clearance_rate                2020             涉黑涉恶       cases    5/6
trials.concluded_per_docketed        2020             -              cases    13/14
trials.concluded_per_docketed        2020             -              persons  27/32
custody.detained                     2020             -              cases    7
custody.detained                     2019             -              cases    5
custody.arrests_asked                2020             -              cases    6
custody.arrests_decided              2019             -              cases    4
custody.arrests_approved             2019             -              cases    3
custody.arrests_refused              2019             -              cases    1
custody.approval_rate                2019             -              cases    3/4
custody.refusal_rate                 2019             -              cases    1/4
custody.arrested                     2020             -              cases    6
custody.extended                     2020             -              cases    9
custody.freed                        2020             -              cases    7
custody.in_custody                   2020             -              cases    3
custody.in_custody                   2019             -              cases    3
custody.in_detention                 2020             -              cases    1
assets.controlled                    2020             -              amount   91000000
assets.controlled                    2019             -              amount   300800000
assets.controlled                    2020             涉恶           amount   75000000
assets.property_controlled           2020             -              amount   236000000
assets.funds_frozen                  2020             -              amount   66000000
assets.released                      2020             -              amount   55800000
assets.in_hold                       2020             -              amount   811000000
assets.in_hold                       2019             -              amount   630800000
assets.in_hold                       2020             涉黑           amount   645000000
links.split                          2020             -              cases    1
links.joined                         2020             -              cases    2
links.jurisdiction_moved             2020             -              cases    1
links.appealed                       2020             -              cases    1
links.remanded                       2020             -              cases    0
"""


class Expected(NamedTuple):
    """A reading worked out by hand."""

    figure: str
    period: Span
    scope: str
    counting: str
    numerator: int
    denominator: int

    def __str__(self) -> str:
        return f"{self.figure} {self.period} {self.scope or '-'} {self.counting}"


def _expected(line: str) -> Expected:
    figure, period, scope, counting, reading = line.split()
    top, _, below = reading.partition("/")
    return Expected(figure, span(period), scope.strip("-"), counting, int(top), int(below or 1))


EXPECTED = tuple(_expected(line) for line in TABLE.strip().splitlines())
