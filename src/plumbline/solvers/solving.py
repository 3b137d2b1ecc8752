"""The solver: CP-SAT with the same settings everywhere, so that the same problem is solved the same way."""

from concurrent.futures import ThreadPoolExecutor, wait

from plumbline.errors import FigureError, Words
from plumbline.lean import with_pandas

with with_pandas():  # it imports pandas, and cannot be without
    from ortools.sat.python import cp_model

SECONDS = 10.0
HEARD = 0.2
"""Seconds within which an interruption is heard."""
TINY = 1e-6
"""By how much a bound may miss a whole number."""


def least(
    model: cp_model.CpModel, aim: cp_model.LinearExprT, seconds: float, *, linear: bool = False
) -> tuple[cp_model.CpSolver, bool]:
    """Return what makes ``aim`` least within ``seconds``, and whether that is proved; FigureError where nothing was found.

    ``linear`` has every constraint in the linear relaxation: far faster where that is nearly whole already.
    """
    model.minimize(aim)
    solver = cp_model.CpSolver()
    settings = solver.parameters
    settings.num_workers, settings.random_seed = 1, 0
    settings.max_time_in_seconds = seconds
    settings.linearization_level = 2 if linear else 1
    settings.catch_sigint_signal = False  # it would end the search and pass what was found for an answer
    status = _interruptible(solver, model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        what = Words("给的时间太短，一个解也没有找到", "the time given is too short to find any solution at all")
        raise FigureError("--seconds", what, Words("请加长，或把问题分小", "Give it longer, or a smaller problem"))
    return solver, status == cp_model.OPTIMAL


def _interruptible(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """Solve in a thread, so that an interruption is heard while it goes on; it then stops, and KeyboardInterrupt goes on."""
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(solver.solve, model)
        try:
            while not found.done():
                wait([found], HEARD)
            return found.result()
        except KeyboardInterrupt:
            solver.stop_search()
            raise


__all__ = ["SECONDS", "TINY", "cp_model", "least"]
