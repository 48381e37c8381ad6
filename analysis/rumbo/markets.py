"""The markets of passages and of captives: fees and effort, routes beside data, ways in and out of captivity."""
from pathlib import Path

import numpy as np
import pandas

from . import aggregation, style
from .open import quantile_band


def _by_label(results, table, scenario, axis, **chosen):
    """label -> [replicate, time] a table with all other axes put together."""
    def reduce(run):
        for name, label in chosen.items():
            run = run.sel({name: label})
        return aggregation.but(results, run, ("time", axis))
    runs = results.by_run(table, scenario, reduce)
    return {str(label): runs.sel({axis: label}).values for label in runs[axis].values}


def one_corridor(results, table, scenario, corridor):
    """[replicate, time] of one border."""
    return _by_label(results, table, scenario, "corridor")[corridor]


def plot_fee_against_effort(results, path=None, corridor="MEX->USA"):
    """The fee of smugglers against the risk of an attempt, year by year, a line a scenario.

    The risk is what effort comes to: apprehensions per attempt, in the middle of the runs.
    """
    figure, (axis,) = style.panels(1, f"Fee of smugglers and risk of apprehension, {corridor}", height=4)
    for scenario, colour in zip(results.scenarios, style.COLOURS):
        attempts = one_corridor(results, "attempts", scenario, corridor)
        caught = one_corridor(results, "apprehensions", scenario, corridor)
        risk = np.median(np.divide(caught, attempts, out=np.zeros_like(caught, dtype=float), where=attempts > 0), axis=0)
        fee = np.median(one_corridor(results, "smuggler_fee", scenario, corridor), axis=0)
        axis.plot(risk, fee, "o-", color=colour, markersize=4, label=scenario)
    axis.set_xlabel("apprehensions per attempt")
    axis.set_ylabel("fee, 2020 USD")
    axis.yaxis.set_major_formatter(style.NUMBERS)
    axis.set_ylim(bottom=0)
    style.legend_below(figure, axis)
    return style.save(figure, Path(path) if path else None)


def shares(counts):
    """label -> [replicate, time] shares of the sum over labels; nan where there is none."""
    total = sum(counts.values())
    with np.errstate(invalid="ignore", divide="ignore"):
        return {label: np.where(total > 0, values / total, np.nan) for label, values in counts.items()}


def counted_shares(data_csv):
    """Share of each route in a fiscal year's recorded apprehensions: route, fiscal_year, share."""
    table = pandas.read_csv(data_csv)
    table["share"] = table.apprehensions / table.groupby("fiscal_year").apprehensions.transform("sum")
    return table[["route", "fiscal_year", "share"]]


def route_shares(results, scenario):
    """route -> [replicate, time] share of the apprehensions of a period."""
    return shares(_by_label(results, "apprehensions_by_route", scenario, "route"))


def route_share_error(results, data_csv, scenario=None, first=2000, last=2010):
    """Root mean square of simulated less recorded shares of apprehensions, over routes and years."""
    scenario = scenario or results.scenarios[0]
    simulated = route_shares(results, scenario)
    data = counted_shares(data_csv)
    years = np.round(results.years()).astype(int) - 1
    differences = [np.nanmedian(values[:, years == row.fiscal_year]) - row.share
                   for route, values in simulated.items() for row in data[data.route == route].itertuples()
                   if first <= row.fiscal_year <= last and (years == row.fiscal_year).any()]
    return float(np.sqrt(np.mean(np.square(differences))))


def plot_route_shares(results, data_csv, path=None, scenario=None):
    """Small multiples: share of each route in apprehensions, simulated and recorded."""
    scenario = scenario or results.scenarios[0]
    simulated = route_shares(results, scenario)
    data, years = counted_shares(data_csv), results.years()
    figure, axes = style.panels(len(simulated), f"Share of each route in apprehensions, scenario “{scenario}”")
    for axis, (route, values) in zip(axes, simulated.items()):
        low, middle, high = quantile_band(values)
        axis.fill_between(years, low, high, color=style.COLOURS[0], alpha=0.25, linewidth=0)
        axis.plot(years, middle, color=style.COLOURS[0], linewidth=2, label="simulated, median and 90% of runs")
        points = data[(data.route == route) & data.fiscal_year.between(years.min() - 1, years.max())]
        axis.plot(points.fiscal_year + 0.75, points.share, "o", color=style.COLOURS[1], markersize=4,
                  markeredgecolor="white", label="recorded, fiscal years")
        axis.set_title(route.replace("_", " "))
        axis.set_ylim(0, None)
        style.years_below(axis)
    style.legend_below(figure, axes[0])
    return style.save(figure, Path(path) if path else None)


def plot_victims(results, path=None, scenario=None):
    """Victims of trafficking a period, by way in and by way out. Levels are assumed: read shapes and ratios."""
    scenario = scenario or results.scenarios[0]
    years = results.years()
    figure, axes = style.panels(2, f"Victims of trafficking (levels assumed), scenario “{scenario}”", columns=2,
                                height=3.4, foot=style.foot_for(1))
    for axis, (table, way, title) in zip(axes, (("victims_new", "way_in", "by way in"),
                                                ("victims_out", "way_out", "by way out"))):
        for colour, (label, values) in zip(style.COLOURS * 2, _by_label(results, table, scenario, way).items()):
            if not values.any():
                continue
            axis.plot(years, np.median(values, axis=0), color=colour, linewidth=2, label=label.replace("_", " "))
        axis.set_title(title)
        axis.set_ylim(bottom=0)
        axis.yaxis.set_major_formatter(style.NUMBERS)
        axis.legend(frameon=False)
        style.years_below(axis)
    return style.save(figure, Path(path) if path else None)
