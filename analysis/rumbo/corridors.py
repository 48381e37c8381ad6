"""Simulated stocks beside those counted, as Markdown tables: corridors and places.

Simulated stocks are those at the end of a year, counted ones those of its middle. Origins
whose flows are given (reservoirs and places outside) are left out of the corridors, but count in the
total of a place.
"""
from pathlib import Path

from . import aggregation
from .open import quantile_band
from .stock import given_origins, place_names, read_counted

YEARS = (2000, 2010)
PLACES = ("USA", "CAN", "ESP", "ARG", "VEN")


def _time_of(results, year):
    """Position of the record at the end of a year. Raises ValueError if there is none."""
    for position, end in enumerate(results.years()):
        if abs(end - (year + 1)) < 0.02:
            return position
    raise ValueError(f"the results hold no record at the end of {year}")


def _people(results, scenario):
    """[replicate, time, origin, residence] persons."""
    def reduce(run):
        return aggregation.but(results, run, ("time", "origin", "residence"))
    return results.by_run("stock", scenario, reduce)


def _thousands(persons):
    return f"{persons / 1000:,.0f}"


def _simulated(persons):
    """Median, with the 90% band of the replicates where there is more than one."""
    low, middle, high = quantile_band(persons)
    if len(persons) < 2:
        return _thousands(middle)
    return f"{_thousands(middle)} ({_thousands(low)} to {_thousands(high)})"


def _error(simulated, counted):
    return f"{100 * (float(simulated.mean()) / counted - 1):+.0f}%" if counted > 0 else ""


def largest_pairs(counted, data, labels, count, year=YEARS[-1]):
    """The pairs of living places with the largest counted stock of a year, largest first."""
    left_out = given_origins(Path(data) / "stock.csv")
    rows = counted[(counted.year == year) & counted.origin.isin(labels) & counted.destination.isin(labels)
                   & ~counted.origin.isin(left_out) & (counted.origin != counted.destination)]
    return list(rows.nlargest(count, "persons")[["origin", "destination"]].itertuples(index=False, name=None))


def corridor_table(results, data, scenario=None, count=10):
    """Lines of Markdown: the largest corridors in 2000 and 2010, thousand persons."""
    counted = read_counted(Path(data) / "stock.csv")
    people = _people(results, scenario or results.scenarios[0])
    names = place_names(Path(data) / "stock.csv")
    sizes = counted.set_index(["origin", "destination", "year"]).persons
    lines = ["| corridor | " + " | ".join(f"{y} simulated | {y} counted | error" for y in YEARS) + " |",
             "|---|" + "--:|--:|--:|" * len(YEARS)]
    for origin, destination in largest_pairs(counted, data, results.dataset.residence.values, count):
        cells = [f"{names.get(origin, origin)} to {names.get(destination, destination)}"]
        for year in YEARS:
            persons = people.sel(origin=origin, residence=destination).isel(time=_time_of(results, year)).values
            real = sizes.get((origin, destination, year), 0)
            cells += [_simulated(persons), _thousands(real), _error(persons, real)]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def total_table(results, data, scenario=None, places=PLACES, year=YEARS[-1]):
    """Lines of Markdown: all foreign-born of those places that the results hold, thousand persons."""
    counted = read_counted(Path(data) / "stock.csv")
    people = _people(results, scenario or results.scenarios[0]).isel(time=_time_of(results, year))
    names = place_names(Path(data) / "stock.csv")
    lines = [f"| foreign-born in | {year} simulated | {year} counted | error |", "|---|--:|--:|--:|"]
    for place in (code for code in places if code in people.residence.values):
        here = people.sel(residence=place)
        persons = here.sel(origin=[code for code in here.origin.values if code != place]).sum("origin").values
        real = counted.persons[(counted.destination == place) & (counted.year == year)].sum()
        lines.append(f"| {names.get(place, place)} | {_simulated(persons)} | {_thousands(real)} | "
                     f"{_error(persons, real)} |")
    return lines


def report(results, data, scenario=None, count=10):
    """Both tables with a line above each, as one text of Markdown."""
    n = len(results.replicates)
    runs = "one run" if n == 1 else f"median of {n} runs, in brackets the band that holds 90% of them"
    return "\n".join([
        f"Thousand persons, “{scenario or results.scenarios[0]}”, {runs}; simulated at the end of the year, counted "
        "in its middle; error of the mean.", "", *corridor_table(results, data, scenario, count), "",
        *total_table(results, data, scenario)])
