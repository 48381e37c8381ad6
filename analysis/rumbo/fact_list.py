"""The ten facts of validation and the second tier, each with its band and its measure.

Bounds are those of the literature with the tolerance agreed before any run. Where a measure is
only near what was measured in the world, its note says how.
"""
import numpy as np

from . import fact_gravity as gravity
from . import fact_measures as m
from .facts import Fact

OLD, SINCE, LATE = (1995, 2004), (2002, 2010), (2004, 2010)
RETRY_OLD, RETRY_NEW = 0.95, 0.35


def _gravity(run):
    return gravity.pairs(run.results, run.data, 2000, 2001, 2010)


def _change(table, scenario, years, **select):
    return lambda run: m.change(m.border(table, *years, **select), run.results, scenario)


def _simon(scenario, measure):
    return lambda run: m.change(lambda r, s: measure(r, s, "JAM", 2001, 2010), run.results, scenario)


def _simon_rows():
    """Three cuts of a model of Jamaica: what it found for all emigrants and for irregular entries."""
    rows = (("family_cut", "family visas closed", (-0.32, 0.24)), ("low_skill_cut", "work visas closed", (-0.21, 0.14)),
            ("skilled_cut", "study visas closed", (0.0, 0.0)))
    for scenario, text, seen in rows:
        for value, name, measure in zip(seen, ("emigration", "irregular entries"), (m.emigrants, m.unauthorised)):
            yield Fact("7", f"Jamaica, {text}: {name}", f"{100 * value:+.0f}% [Simon and others 2018]", value - 0.06, value + 0.06, "percent",
                       _simon(scenario, measure), note="the size of the cut is assumed")


CROSSING = (
    Fact("1", "old regime: journeys that end inside", "at least .95", 0.93, 1.0, "share",
         lambda run: m.eventual_entry(run.results, "baseline", *OLD, RETRY_OLD)),
    Fact("1", "old regime: apprehensions per journey", ".54 to .65", 0.49, 0.70, "share",
         lambda run: m.apprehensions_per_trip(run.results, "baseline", *OLD, RETRY_OLD)),
    Fact("1", "old regime: apprehensions that are not the first", ".4 (caught once, twice, more: .6, .24, .16)", 0.35, 0.45, "share",
         lambda run: m.caught_again(run.results, "baseline", *OLD), note="within a journey"),
    Fact("2", "modern regime: apprehensions per attempt", ".55 to .85 (2016)", 0.55, 0.85, "share",
         lambda run: m.apprehension_per_attempt(run.results, "consequences", *SINCE), note="an input: says that the regime is reached"),
    Fact("2", "modern regime: journeys that end inside", ".18 to .61", 0.18, 0.61, "share",
         lambda run: m.eventual_entry(run.results, "consequences", *SINCE, RETRY_NEW)),
    Fact("2", "modern regime: recidivism over the old one", "falls", 0.0, 1.0, "ratio",
         lambda run: m.ratio(m.caught_again(run.results, "consequences", *SINCE), m.caught_again(run.results, "baseline", *OLD)),
         note="within a journey"),
    Fact("2", "no sanction: recidivism over that with one", "2 to 5 (7% to 27% seen)", 2.0, 5.0, "ratio",
         lambda run: m.ratio(m.caught_again(run.results, "expulsion", *SINCE), m.caught_again(run.results, "consequences", *SINCE)),
         note="within a journey"),
)

ROUTES = (
    Fact("3", "shares of routes out of sample, 2000 to 2010: error", "at most .08", 0.0, 0.08, "share",
         lambda run: m.route_error(run.results, run.data, 2000, 2010)),
    Fact("3", "concentration of the routes", ".20 to .28 (2000 to 2010)", 0.20, 0.28, "share",
         lambda run: m.route_concentration(run.results, (2000, 2005, 2010))),
    Fact("3", "Yuma, share in 2008 over 2005", "11.8% to 1.2%: falls by half at least", 0.0, 0.5, "ratio",
         lambda run: m.ratio(m.route_share(run.results, "baseline", "yuma", 2008), m.route_share(run.results, "baseline", "yuma", 2005)),
         note="agents as recorded, without the fence"),
    Fact("3", "effort tripled at one route: its share after 3 years", "falls by half at least", -1.0, -0.5, "percent",
         lambda run: m.change(lambda r, s: m.route_share(r, s, "yuma", 2003), run.results, "surge")),
    Fact("3", "the same: entries on its neighbours", "rise", 0.0, np.inf, "percent",
         _change("entries_by_route", "surge", (2002, 2004), route=("tucson", "el_centro"))),
    Fact("3", "the same: fall of all entries over its own", "less than 1", -np.inf, 1.0, "ratio",
         lambda run: m.total_over_own(run.results, "surge", "yuma", 2002, 2004)),
    Fact("4", "fence: entries where it stands", "-27% [Feigenberg 2020]", -0.34, -0.20, "percent",
         _change("entries_by_route", "fence", (2002, 2005), route=("tucson",)),
         note="by route, where the study has towns of origin; the effort a fence is worth is assumed"),
    Fact("4", "fence: migration from next to it", "-15%, within 7 points", needs="origins below the country, by their distance to a route"),
)

FEES = (
    Fact("5", "fee at three times the effort", "+17% to +30%; +10% to +60% accepted", 0.10, 0.60, "percent",
         _change("smuggler_fee", "enforcement_triple", LATE, corridor=("MEX->USA",))),
    Fact("5", "of the rise of all costs, the share of longer routes", "half at least",
         needs="a table of days and money spent on the way, by route"),
    Fact("6", "half as much effort again: entries of Mexicans", "fall", -1.0, 0.0, "percent",
         _change("entries", "enforcement_half_more", SINCE, **m.MEXICO)),
    Fact("6", "the same: returns per resident without a right to stay", "fall: they stay longer", -1.0, 0.0, "percent",
         lambda run: m.change(lambda r, s: m.returns_of_irregular(r, s, *SINCE), run.results, "enforcement_half_more"),
         note="all returns of Mexicans over those without a right to stay"),
    Fact("6", "the same: years lived in the USA without a right to stay", "-7% [Lessem 2018]", -0.12, 0.0, "percent",
         lambda run: m.change(lambda r, s: m.without_right(r, s, *SINCE, origin=("MEX",)), run.results, "enforcement_half_more")),
    Fact("7", "visas cut by a tenth: irregular entries to entries by visa", "elasticity -.3 [Clemens 2024]", -0.4, -0.2, "ratio",
         lambda run: m.substitution(run.results, "legal_tenth_less", 2001), note="first year"),
)

TIES = (
    Fact("8", "log flows explained by log diasporas alone", "at least .60 (.71 seen)", 0.5, 1.0, "share",
         lambda run: gravity.explained(*_gravity(run)[1:])),
    Fact("8", "elasticity of flows to diasporas", ".4 to 1.0", 0.4, 1.0, "ratio",
         lambda run: gravity.elasticity(*_gravity(run)), note="beside distance, origin and destination"),
    Fact("8", "schooling of movers with and without network", "falls with it",
         needs="a table of moves by schooling, and a run without ties"),
    Fact("9", "wage that lacking a right to stay costs", ".14 to .24", 0.14, 0.24, "share",
         lambda run: m.wage_gap(run.results, 2000), note="an input"),
    Fact("9", "wage gain of the regularized", "+6%, 0 to 12", 0.0, 0.12, "percent",
         lambda run: m.ratio(1.0, 1 - m.wage_gap(run.results, 2000)) - 1, note="the whole gap: the model knows no slow catching up"),
    Fact("9", "regularization: employment of the unschooled", "changes by .15% at most", -0.0015, 0.0015, "percent_fine",
         _change("employment", "regularization", (2002, 2005), residence=("USA",), skill=("low",)), note="natives and others together"),
    Fact("9", "regularization: entries after 36 months", "change by less than 5%", -0.05, 0.05, "percent",
         lambda run: m.change(lambda r, s: m.entries_by(r, s, m.IRREGULAR, *LATE, destination=("USA",)), run.results, "regularization")),
)

HARM = (
    Fact("10", "workers without a right to stay abused within a year", ".09 to .175 (half of .18 to .35 ever)", 0.09, 0.175, "share",
         lambda run: m.abuse_in_a_year(run.results, *LATE), note="set on these figures"),
    Fact("10", "workers without a right to stay ever abused", ".18 to .35", needs="a table of residents ever abused"),
    Fact("10", "held and exploited in the population, per 10,000", "at most 50", 0.0, 0.005, "per_ten_thousand",
         lambda run: m.ratio(*(m.counted(run.results, table, "baseline", *LATE) for table in ("victims_held", "population"))),
         note="the level is assumed"),
    Fact("10", "victims among migrants over victims among others", "at least 2", needs="`victims_held` by place of birth or status"),
    Fact("10", "held by smugglers over held at work", "1 to 4 or 5", 0.15, 0.30, "ratio",
         lambda run: m.ratio(*(m.counted(run.results, "victims_new", "baseline", *LATE, way_in=ways)
                               for ways in (("smuggler",), ("recruited", "deceived", "debt")))),
         note="victims of trafficking, where the surveys count all violations"),
    Fact("10", "recorded deaths per 10,000 apprehensions", "3 to 6.5", 3e-4, 6.5e-4, "per_ten_thousand",
         lambda run: m.recorded_deaths(run.results, *OLD), note="if one death of two is recorded; the level is an input"),
    Fact("10", "pushed to the desert: deaths per entry", "1.5 times at least", 1.5, np.inf, "ratio",
         lambda run: 1 + m.change(lambda r, s: m.deaths_per_entry(r, s, *SINCE), run.results, "towns")),
)

SECOND = (
    Fact("2nd", "6 homicides over 6 years: moves of children", "+3.7, within 1.5 [Clemens 2017]",
         needs="apprehensions by age, and a run with one homicide a year more"),
    Fact("2nd", "apprehensions, March over December", "3.1, 2 to 4", 2.0, 4.0, "ratio", lambda run: m.season(run.season, 3, 12),
         note="an input"),
    Fact("2nd", "migrants of the 1980s and 1990s with more than one trip", ".59, within .10", needs="a count of trips by person"),
    Fact("2nd", "overstays among the newly irregular, 2009 and 2010", ".62, within .10", 0.52, 0.72, "share",
         lambda run: m.overstays(run.results, 2009, 2010), note="years of few crossings; the figure is of 2016 and 2017"),
    Fact("2nd", "emigration and income at home, poor origins", "elasticity +.35 or +.74, contested",
         needs="runs with other incomes at home, with and without the limit of wealth"),
    Fact("2nd", "value of life recovered from choices", ".28 to .54 million USD",
         needs="runs with other risks and other costs of a crossing"),
    Fact("2nd", "take-up of a regularization", ".64, within .10", 0.54, 0.74, "share",
         lambda run: m.take_up(run.results, "regularization", 2001, 2002, 1999), note="an input; of the stock of 1999, some of whom left"),
    Fact("2nd", "fines on employers: residents without a right to stay", "-17%, within 6 points (Arizona)", -0.23, -0.11, "percent",
         lambda run: m.change(lambda r, s: m.without_right(r, s, 2003, 2003), run.results, "employer_sanctions"),
         note="a whole country, where the law was of one state; the fine is assumed"),
)

FACTS = (*CROSSING, *ROUTES, *FEES, *_simon_rows(), *TIES, *HARM, *SECOND)
