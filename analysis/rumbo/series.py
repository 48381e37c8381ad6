"""Headline series: numbers of a run that policies are judged by, as data.

The same definitions as `rumbo compare` (tools/rumbo/headlines.cpp).
"""
from dataclasses import dataclass, field

import numpy as np
import xarray

from . import aggregation

LEGAL_CHANNELS = ("work_visa", "study", "family", "seasonal", "right_of_entry", "visit", "asylum")
IRREGULAR_CHANNELS = ("alone", "smuggler", "smuggler_debt")


@dataclass(frozen=True)
class Series:
    """A number for every record time.

    select     axis -> labels that count; a series without any of them in the file is left out
    differing  two axes whose labels must differ
    """

    name: str
    table: str
    select: dict = field(default_factory=dict)
    differing: tuple = ()


HEADLINES = (
    Series("Foreign-born", "stock", differing=("origin", "residence")),
    Series("Foreign-born, irregular", "stock", {"status": ("irregular",)}, ("origin", "residence")),
    Series("Moves", "moves_by_channel"),
    Series("Legal entries", "moves_by_channel", {"channel": LEGAL_CHANNELS}),
    Series("Irregular entries", "moves_by_channel", {"channel": IRREGULAR_CHANNELS}),
    Series("Returns", "moves_by_channel", {"channel": ("return",)}),
    Series("Removals", "moves_by_channel", {"channel": ("removal",)}),
    Series("Apprehensions", "apprehensions"),
    Series("Border deaths, expected", "border_deaths_expected"),
    Series("Remittances received", "remittances_received"),
    Series("Fees paid to smugglers", "smuggler_fees"),
    Series("Debts for passages", "debt_outstanding"),
    Series("New victims of trafficking", "victims_new"),
)


def is_stock(results, series):
    """Whether the series is a state at a time (else a count over the record period)."""
    return aggregation.is_state(results.dataset[series.table])


def present(results, wanted=HEADLINES):
    """Those of the series whose table and labels are in the file."""
    def is_there(series):
        if series.table not in results.dataset:
            return False
        table = results.dataset[series.table]
        axes = set(series.differing) | set(series.select)
        return axes <= set(table.dims) and all(
            np.isin(table[axis].values, labels).any() for axis, labels in series.select.items())
    return [series for series in wanted if is_there(series)]


def values(results, series, scenario):
    """[replicate, time] The series in every run of a scenario, in the table's units.

    Raises ResultsError if the table has no sum or mean over what is not selected.
    """
    def reduce(run):
        for axis, labels in series.select.items():
            run = run.isel({axis: np.isin(run[axis].values, labels)})
        if series.differing:
            first, second = (run[axis].values for axis in series.differing)
            differs = xarray.DataArray(first[:, None] != second[None, :], dims=series.differing)
            run = run.where(differs.values if run.dims == series.differing else differs, 0)
        return aggregation.but(results, run, ["time"])
    return results.by_run(series.table, scenario, reduce).transpose("replicate", "time")
