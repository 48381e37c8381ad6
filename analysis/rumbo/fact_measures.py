"""What the facts of validation are measured by: functions from results to one number a replicate.

Years are calendar years of annual records. Each function names the tables it reads by reading
them; a table, label or scenario that is not there is told by `Missing`. Nothing is fitted.
"""
import numpy as np
import pandas

from .markets import counted_shares, route_shares
from .series import Series, is_stock, values

MEXICO = {"corridor": ("MEX->USA",), "origin": ("MEX",)}
IRREGULAR = ("alone", "smuggler", "smuggler_debt")
VISAS = ("work_visa", "study", "family", "seasonal")
CHOSEN = (*VISAS, "right_of_entry", "visit", "asylum", *IRREGULAR)
WITHOUT_RIGHT = ("irregular", "detained")
WORKING_AGES = ("15-24", "25-34", "35-49", "50-64")
FOUND = 2.0  # deaths for each recorded one, as in borders.csv; assumed, range 1.5 to 3


class Missing(Exception):
    """What the results do not hold; the message names it."""


def counted(results, table, scenario, first, last, differing=(), **select):
    """[replicate] Events of the years first to last, or the mean state at their ends."""
    if table not in results.dataset:
        raise Missing(f"the table `{table}`")
    if scenario not in results.scenarios:
        raise Missing(f"the scenario `{scenario}`")
    for axis, labels in select.items():
        absent = set(labels) - set(results.dataset[axis].values) if axis in results.dataset[table].dims else {axis}
        if absent:
            raise Missing(f"{', '.join(map(repr, sorted(absent)))} in `{table}`")
    series = Series(table, table, select, differing)
    years = np.round(results.years()).astype(int) - 1
    chosen = (years >= first) & (years <= last)
    if not chosen.any():
        raise Missing(f"the years {first} to {last}")
    cells = values(results, series, scenario).values[:, chosen]
    return cells.mean(axis=1) if is_stock(results, series) else cells.sum(axis=1)


def ratio(above, below):
    """[replicate] above / below, as the ratio of their means spread to first order.

    The mean over replicates is the ratio of the means, which few events bias less than the mean
    of ratios; the spread is that of `rumbo compare`. Not a number where there is nothing below.
    """
    above, below = np.broadcast_arrays(np.asarray(above, dtype=float), np.asarray(below, dtype=float))
    centre = below.mean()
    if centre == 0:
        return np.full(below.shape, np.nan)
    found = above.mean() / centre
    return found + (above - found * below) / centre


def change(measure, results, scenario, baseline="baseline"):
    """[replicate] A measure in a scenario over the same in the baseline, less 1."""
    return ratio(measure(results, scenario), measure(results, baseline)) - 1


def border(table, first, last, **select):
    """The measure that counts a table in years, for `change`."""
    return lambda results, scenario: counted(results, table, scenario, first, last, **select)


def journeys(results, scenario, first, last, retry):
    """[replicate] Journeys of Mexicans that reached the border: attempts less those that followed an apprehension."""
    tries, caught = (counted(results, table, scenario, first, last, **MEXICO) for table in ("attempts", "apprehensions"))
    return tries - retry * caught


def eventual_entry(results, scenario, first, last, retry):
    """[replicate] Share of journeys that end inside."""
    return ratio(counted(results, "entries", scenario, first, last, **MEXICO), journeys(results, scenario, first, last, retry))


def apprehensions_per_trip(results, scenario, first, last, retry):
    """[replicate] Apprehensions in one journey."""
    caught = counted(results, "apprehensions", scenario, first, last, **MEXICO)
    return ratio(caught, journeys(results, scenario, first, last, retry))


def apprehension_per_attempt(results, scenario, first, last):
    """[replicate] Share of attempts apprehended."""
    tries, caught = (counted(results, table, scenario, first, last, **MEXICO) for table in ("attempts", "apprehensions"))
    return ratio(caught, tries)


def caught_again(results, scenario, first, last):
    """[replicate] Share of apprehensions that are not the first of their journey."""
    events, persons = (counted(results, table, scenario, first, last, **MEXICO)
                       for table in ("apprehensions", "persons_apprehended"))
    return 1 - ratio(persons, events)


def route_share(results, scenario, route, year):
    """[replicate] Share of a route in the apprehensions of a year."""
    here = counted(results, "apprehensions_by_route", scenario, year, year, route=(route,))
    return ratio(here, counted(results, "apprehensions_by_route", scenario, year, year))


def route_error(results, data, first, last, scenario="baseline"):
    """[replicate] Root mean square of simulated less recorded shares of the routes, out of sample."""
    if "apprehensions_by_route" not in results.dataset:
        raise Missing("the table `apprehensions_by_route`")
    simulated = route_shares(results, scenario)
    years = np.round(results.years()).astype(int) - 1
    rows = [row for row in counted_shares(data / "route_shares.csv").itertuples() if first <= row.fiscal_year <= last]
    errors = [simulated[row.route][:, years == row.fiscal_year][:, 0] - row.share
              for row in rows if row.route in simulated and (years == row.fiscal_year).any()]
    if not errors:
        raise Missing("routes of route_shares.csv")
    return np.sqrt(np.mean(np.square(errors), axis=0))


def route_concentration(results, years, scenario="baseline"):
    """[replicate] Herfindahl-Hirschman index of the routes, mean of the years."""
    routes = [str(route) for route in results.dataset.route.values]
    return np.mean([sum(np.square(route_share(results, scenario, route, year)) for route in routes) for year in years], axis=0)


def total_over_own(results, scenario, route, first, last):
    """[replicate] Fall of all entries over the fall of those on one route.

    Entries, not attempts: who is apprehended more often tries more often on the same route.
    """
    def fall(**select):
        after, before = (counted(results, "entries_by_route", name, first, last, **select) for name in (scenario, "baseline"))
        return before - after
    return ratio(fall(), fall(route=(route,)))


def deaths_per_entry(results, scenario, first, last):
    """[replicate] Expected deaths on the routes per entry, which is the risk per crosser where nearly all try until they enter."""
    deaths, entered = (counted(results, table, scenario, first, last) for table in ("deaths_expected_by_route", "entries_by_route"))
    return ratio(deaths, entered)


def recorded_deaths(results, first, last):
    """[replicate] Recorded deaths per apprehension on the routes; in older files, one of `FOUND` is taken for recorded."""
    if "recorded_deaths_by_route" in results.dataset:
        deaths = counted(results, "recorded_deaths_by_route", "baseline", first, last)
    else:
        deaths = counted(results, "deaths_expected_by_route", "baseline", first, last) / FOUND
    return ratio(deaths, counted(results, "apprehensions_by_route", "baseline", first, last))


def returns_of_irregular(results, scenario, first, last):
    """[replicate] Mexicans who go home from anywhere over those in the USA without a right to stay."""
    returned = counted(results, "moves_by_channel", scenario, first, last, origin=("MEX",), destination=("MEX",), channel=("return",))
    return ratio(returned, without_right(results, scenario, first, last, origin=("MEX",)))


def held(results, axis, labels):
    """Those of the labels that the results have: older files know fewer channels and statuses."""
    return tuple(label for label in labels if axis in results.dataset and label in results.dataset[axis].values) or labels


def entries_by(results, scenario, channels, first, last, **select):
    """[replicate] Moves by some channels."""
    return counted(results, "moves_by_channel", scenario, first, last, channel=held(results, "channel", channels), **select)


def without_right(results, scenario, first, last, place="USA", **select):
    """[replicate] Mean stock at a place of those without a right to stay."""
    return counted(results, "stock", scenario, first, last, residence=(place,), status=held(results, "status", WITHOUT_RIGHT), **select)


def substitution(results, scenario, year):
    """[replicate] Elasticity of irregular entries to entries by visa, into the USA, in one year."""
    changes = [change(lambda r, s, way=way: entries_by(r, s, way, year, year, destination=("USA",)), results, scenario)
               for way in (IRREGULAR, VISAS)]
    return ratio(*changes)


def emigrants(results, scenario, origin, first, last):
    """[replicate] All who leave by a way of their own choice."""
    return entries_by(results, scenario, CHOSEN, first, last, origin=(origin,))


def unauthorised(results, scenario, origin, first, last):
    """[replicate] Irregular entries, and permissions to stay that ran out."""
    expired = counted(results, "status_changes", scenario, first, last, origin=(origin,), status_change=("expired",))
    return entries_by(results, scenario, IRREGULAR, first, last, origin=(origin,)) + expired


def wage_gap(results, year, place="USA", skill="low"):
    """[replicate] Share of the wage that immigrants without a right to stay lack beside those with one."""
    pay = [counted(results, "wage", "baseline", year, year, residence=(place,), skill=(skill,), status_group=(group,))
           for group in ("irregular", "regular")]
    return 1 - ratio(*pay)


def abuse_in_a_year(results, first, last, place="USA"):
    """[replicate] Share of workers without a right to stay who were abused at some time of a year, at most once."""
    select = {"residence": (place,), "status": ("irregular",)}
    new = counted(results, "abuse_new", "baseline", first, last, **select) / (last - first + 1)
    new = new + counted(results, "abused", "baseline", first - 1, last - 1, **select)
    ages = [age for age in WORKING_AGES if age in results.dataset.age_group.values]
    people = counted(results, "stock", "baseline", first, last, age_group=ages, **select)
    work = np.mean([counted(results, "irregular_employment", "baseline", first, last, residence=(place,), skill=(skill,))
                    for skill in ("low", "middle")], axis=0)
    return ratio(new, people * work)


def overstays(results, first, last, place="USA"):
    """[replicate] Share of overstays among all who newly lack a right to stay."""
    expired = counted(results, "status_changes", "baseline", first, last, residence=(place,), status_change=("expired",))
    entered = entries_by(results, "baseline", IRREGULAR, first, last, destination=(place,))
    return ratio(expired, expired + entered)


def take_up(results, scenario, first, last, stock_year, place="USA"):
    """[replicate] Newly regularized over those without a right to stay at the end of the year of the cut-off."""
    more = [counted(results, "status_changes", name, first, last, residence=(place,), status_change=("regularized",))
            for name in (scenario, "baseline")]
    return ratio(more[0] - more[1], without_right(results, "baseline", stock_year, stock_year, place))


def season(results, high, low):
    """[replicate] Apprehensions of one month of the year over those of another, all years together."""
    if results is None:
        raise Missing("a run of season.toml")
    months = pandas.DatetimeIndex(results.dataset.time.values).month
    cells = values(results, Series("", "apprehensions_by_route"), results.scenarios[0]).values
    return ratio(cells[:, months == high].sum(axis=1), cells[:, months == low].sum(axis=1))
