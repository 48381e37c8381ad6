"""How far scenarios move from the baseline since a year: cells of tables, paired, with intervals."""
from dataclasses import dataclass

import numpy as np

from . import series as headline
from .effect import relative_effect


@dataclass(frozen=True)
class Ratio:
    """A series over another, both summed since the year: a mean fee, deaths per attempt."""

    name: str
    above: headline.Series
    below: headline.Series


def since(results, series, scenario, first_year):
    """[replicate] Events of first_year and after, or the state at the end."""
    if isinstance(series, Ratio):
        return (since(results, series.above, scenario, first_year) /
                since(results, series.below, scenario, first_year))
    values = headline.values(results, series, scenario).values
    if headline.is_stock(results, series):
        return values[:, -1]
    return values[:, results.years() > first_year + 0.5].sum(axis=1)


def interval(difference, reference):
    """Mean relative change over replicates with its 90% interval, as text; "0" where nothing differs."""
    if not np.any(difference):
        return "0"
    change = relative_effect(difference, reference)
    if change is None:
        return "none"
    middle, reach = change
    return f"{middle:+.1f}% ({middle - reach:+.1f} to {middle + reach:+.1f})"


def cell(results, series, scenario, baseline, first_year):
    """Change in % of the baseline with its 90% interval."""
    reference = since(results, series, baseline, first_year)
    return interval(since(results, series, scenario, first_year) - reference, reference)
