"""The named shocks: disasters, wars, political closures and economic crises, dated by month.

What each shock is and when is from public knowledge. Its size is measured where an
extract measures it (conflict deaths, the fall of output, the displaced that UNHCR
counts) and assumed elsewhere; `source` says which for each of the three figures.
"""

import pandas as pd

from . import common

DEATHS_OF_A_FULL_SHOCK = 6.0   # conflict deaths per 100,000 a year, mean of the years; assumed yardstick
FALL_OF_A_FULL_SHOCK = 0.30    # fall of output per head; assumed yardstick
HALF_LIFE = {"disaster": 6, "economic": 12, "political": 12, "violence": 24}  # months after the end, assumed

# place, kind, start, end, severity, displaced share; DEATHS, OUTPUT and COUNTED are read from the extracts.
DEATHS, OUTPUT, COUNTED = "conflict_deaths", "output_fall", "unhcr_displaced"
NAMED = [
    ("HND", "disaster", "1998-10", "1998-12", 0.8, 0.10),        # hurricane Mitch, here and the next three
    ("NIC", "disaster", "1998-10", "1998-12", 0.5, 0.06),
    ("GTM", "disaster", "1998-10", "1998-12", 0.2, 0.01),
    ("SLV", "disaster", "1998-10", "1998-12", 0.2, 0.01),
    ("SLV", "disaster", "2001-01", "2001-04", 0.7, 0.10),        # earthquakes of January and February
    ("HTI", "disaster", "2010-01", "2010-06", 1.0, 0.15),        # earthquake
    ("MEX", "economic", "1995-01", "1995-12", OUTPUT, 0.0),      # devaluation of December 1994
    ("ECU", "economic", "1999-01", "2000-12", OUTPUT, 0.0),      # bank holiday, then the dollar
    ("ARG", "economic", "2001-01", "2002-12", OUTPUT, 0.0),      # end of convertibility
    ("VEN", "economic", "2015-01", "2020-12", OUTPUT, 0.0),      # collapse; not over when the tables end
    ("HTI", "political", "1991-09", "1994-10", 0.6, 0.04),       # coup to the return of the president
    ("CUB", "political", "1994-08", "1994-09", 0.5, 0.0),        # the weeks in which rafts could leave
    ("NIC", "political", "2018-04", "2018-12", 0.4, 0.0),        # protests put down
    ("COL", "violence", "1995-01", "2006-12", DEATHS, COUNTED),  # guerrillas and paramilitaries
    ("GTM", "violence", "1990-01", "1996-12", DEATHS, COUNTED),  # last years of the civil war
    ("SLV", "violence", "1990-01", "1992-01", DEATHS, 0.01),     # the same, to the peace of Chapultepec
    ("PER", "violence", "1990-01", "1992-12", DEATHS, 0.01),     # Shining Path, to the capture of its head
]


def shocks(source):
    """One row for each shock of a place."""
    conflict = common.read(source, "institutions_conflict_country_year.csv")
    conflict = conflict.set_index(["iso3", "year"]).ucdp_conflict_deaths_per_100k
    output = common.read(source, "economy_country_year.csv").set_index(["iso3", "year"]).gdp_pc_const2015_usd
    rows = []
    for place, kind, start, end, severity, displaced in NAMED:
        marks = [f"severity:{severity if isinstance(severity, str) else 'assumed'}",
                 f"displaced:{displaced if isinstance(displaced, str) else 'assumed'}", "half_life:assumed"]
        if severity == DEATHS:
            severity = mean_deaths(conflict, place, start, end) / DEATHS_OF_A_FULL_SHOCK
        elif severity == OUTPUT:
            severity = fall(output, place, start, end) / FALL_OF_A_FULL_SHOCK
        if displaced == COUNTED:
            displaced = counted_displaced(source, place, start, end)
        rows.append({"place": place, "kind": kind, "start": start, "end": end,
                     "severity": round(min(1.0, severity), 2), "displaced_share": round(displaced, 4),
                     "half_life_months": HALF_LIFE[kind], "source": ";".join(marks)})
    return pd.DataFrame(rows)


def years_of(start, end):
    """The calendar years in which the shock fills at least half of the months."""
    first = int(start[:4]) + (int(start[5:]) > 7)
    last = int(end[:4]) - (int(end[5:]) < 6)
    return range(first, last + 1)


def mean_deaths(conflict, place, start, end):
    """Conflict deaths per 100,000 a year, mean of the years of the shock."""
    return sum(conflict.get((place, year), 0.0) for year in years_of(start, end)) / len(years_of(start, end))


def fall(output, place, start, end):
    """Share by which output per head fell from the year before to the lowest year of the shock."""
    before = output[place, int(start[:4]) - 1]
    return 1 - min(output[place, year] for year in years_of(start, end)) / before


def counted_displaced(source, place, start, end):
    """Most displaced inside the place that UNHCR counted at the end of a year, over its people of the last census year."""
    counts = common.read(source, "unhcr_displaced_stock.csv")
    counts = counts[(counts.orig_iso3 == place) & counts.year.isin(years_of(start, end))]
    people = common.read(source, "population_age_sex.csv")
    people = people[(people.iso3 == place) & (people.year == int(end[:4]) // 5 * 5)]
    persons = 1000 * (people.male_thousands + people.female_thousands).sum()
    return counts.groupby("year").idps_persons.sum().max() / persons
