"""How the cells of a table are put together along its axes: as its file says, and not otherwise.

The attribute `rumbo_aggregation` of a table has a word for each axis: sum, mean(TABLE) (weighted by
that table), maximum, none. What it does not say has no aggregate.
"""
import re

from .open import ResultsError


def is_state(table):
    """Whether a table is a state at a time (else a count over the record period)."""
    return str(table.attrs.get("cell_methods", "")).split(" ")[:2] == ["time:", "point"]


def aggregation_of(table, axis):
    """(kind, weights) of a table along an axis: ("sum", None), ("mean", "population"), ..."""
    words = dict(re.findall(r"(\S+): (\S+)", str(table.attrs.get("rumbo_aggregation", ""))))
    found = re.fullmatch(r"(sum|maximum|none)|(mean)\((\w+)\)", words.get(axis, ""))
    if found:
        return found[1] or found[2], found[3]
    return "none", None


def _refuse(table, axes):
    named = ", ".join(axes)
    raise ResultsError(f"table '{table.name}' has no sum or mean over {named}: choose a label, or keep the axis")


def _weights(results, run, name, kept, axes):
    """The cells of the weighing table in the same run, over those axes that the run has."""
    if name not in results.dataset:
        raise ResultsError(f"table '{run.name}' is a mean weighted by '{name}', which is not in the file")
    table = results.dataset[name].sel(scenario=run.scenario.item())
    table = table.sel(replicate=run.replicate.item()) if "replicate" not in run.dims else table
    for axis in set(table.dims) & set(axes):
        table = table.sel({axis: run[axis].values})
    shared = {*kept, *axes, "time", "replicate"}
    return table.sum([axis for axis in table.dims if axis not in shared])


def over(results, run, axes):
    """A DataArray of one scenario (and replicate) without those axes, put together as its table says.

    axes  those with a single label are dropped whatever the table says
    Raises ResultsError for an axis that has no sum or mean.
    """
    axes = [axis for axis in axes if axis in run.dims]
    single = [axis for axis in axes if run.sizes[axis] == 1]
    run = run.squeeze(single, drop=True)
    axes = [axis for axis in axes if axis not in single]
    ways = {axis: aggregation_of(run, axis) for axis in axes}
    apart = [axis for axis in axes if ways[axis][0] == "none" or ways[axis] != ways[axes[0]]]
    if apart:
        _refuse(run, apart)
    if not axes:
        return run
    kind, weights = ways[axes[0]]
    if kind == "mean":
        kept = [axis for axis in run.dims if axis not in axes]
        heavy = _weights(results, run, weights, kept, axes)
        total = heavy.sum(axes)
        return (run * heavy).sum(axes) / total.where(total > 0)
    return run.max(axes) if kind == "maximum" else run.sum(axes)


def but(results, run, kept):
    """The same over all axes but those kept."""
    return over(results, run, [axis for axis in run.dims if axis not in kept])
