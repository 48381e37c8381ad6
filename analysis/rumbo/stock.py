"""Simulated stocks of the foreign-born beside those counted."""
from pathlib import Path

import pandas

from . import aggregation, style
from .open import quantile_band

# The stocks compared with are of the middle of the year (1 July).
MIDDLE_OF_YEAR = 0.5


def read_counted(data_csv):
    """Counted stocks: origin, destination, year, persons."""
    table = pandas.read_csv(data_csv, keep_default_na=False)
    table["persons"] = pandas.to_numeric(table.male_persons) + pandas.to_numeric(table.female_persons)
    return table[["origin", "destination", "year", "persons"]]


def given_origins(data_csv):
    """Places whose emigrants come by given flows, from places.csv beside the data: all but those inside."""
    path = Path(data_csv).with_name("places.csv")
    if not path.exists():
        return set()
    places = pandas.read_csv(path, keep_default_na=False)
    return set(places.place[places.kind != "inside"])


def largest_corridors(counted, results, count=12, left_out=frozenset()):
    """The corridors with the largest counted stock within the years and places of the results.

    left_out  origins not to be shown: a stock that follows given flows says nothing of the model
    """
    years = results.years()
    inside = counted[counted.year.between(years.min() - 1, years.max())
                     & counted.origin.isin(results.dataset.origin.values)
                     & ~counted.origin.isin(left_out)
                     & counted.destination.isin(results.dataset.residence.values)
                     & (counted.origin != counted.destination)]
    largest = inside.groupby(["origin", "destination"]).persons.max().nlargest(count)
    return list(largest.index)


def simulated_stocks(results, scenario, corridors):
    """(origin, destination) -> [replicate, time] persons."""
    def reduce(run):
        return aggregation.but(results, run, ("time", "origin", "residence"))
    stock = results.by_run("stock", scenario, reduce)
    return {(origin, residence): stock.sel(origin=origin, residence=residence).values
            for origin, residence in corridors}


def place_names(data_csv):
    """Code -> name, from places.csv beside the data; empty if there is none."""
    path = Path(data_csv).with_name("places.csv")
    if not path.exists():
        return {}
    places = pandas.read_csv(path, keep_default_na=False)
    return dict(zip(places.place, places.name))


def plot_stock_by_corridor(results, data_csv, corridors=None, path=None, scenario=None, count=12):
    """Small multiples: simulated stock (median and 90% of the runs) and counted points.

    corridors  (origin, destination) pairs; default: the `count` largest counted ones of origins inside
    scenario   default: the baseline, the first of the file
    returns    the figure; raises ValueError if no corridor has both a simulation and a count
    """
    counted = read_counted(data_csv)
    scenario = scenario or results.scenarios[0]
    corridors = corridors or largest_corridors(counted, results, count, given_origins(data_csv))
    if not corridors:
        raise ValueError("no corridor has both a simulated and a counted stock in these years")
    simulated = simulated_stocks(results, scenario, corridors)
    names = place_names(data_csv)
    years = results.years()
    title = f"Foreign-born persons by corridor, scenario “{scenario}”, {len(results.replicates)} runs"
    figure, axes = style.panels(len(corridors), title)
    for axis, (origin, destination) in zip(axes, corridors):
        low, middle, high = quantile_band(simulated[origin, destination])
        axis.fill_between(years, low, high, color=style.COLOURS[0], alpha=0.25, linewidth=0,
                          label="simulated, 90% of runs")
        axis.plot(years, middle, color=style.COLOURS[0], linewidth=2, label="simulated, median")
        points = counted[(counted.origin == origin) & (counted.destination == destination)
                         & counted.year.between(years.min() - 1.5, years.max() + 1)]
        axis.plot(points.year + MIDDLE_OF_YEAR, points.persons, "o", color=style.COLOURS[1],
                  markersize=6, markeredgecolor="white", label="counted", zorder=3, clip_on=False)
        axis.set_title(f"{names.get(origin, origin)} → {names.get(destination, destination)}")
        axis.set_ylim(bottom=0)
        axis.yaxis.set_major_formatter(style.NUMBERS)
        style.years_below(axis)
    style.legend_below(figure, axes[0])
    return style.save(figure, Path(path) if path else None)
