"""Claims of asylum, decisions a year, and the share of the decided who are recognised.

Only claims of people born in the inside places. The USA counts cases before its
asylum officers and persons before its courts: cases become persons here, so that
the two can be added. Decisions are claims less what the pending grew by.
"""

import pandas as pd

from . import common
from .common import INSIDE, LIVING

COUNTED = range(2000, 2011)          # years of the claims; those before and after are carried
PERSONS_PER_CASE = 1.5               # DATA of the source: USA, about 1.5 persons a case
USUAL_CLAIMS = 100                   # mean claims a year of a place that gets rows by year
LEAST_DECISIONS = 20                 # persons a year that any authority can decide, assumed
NEW_COUNT_OF_PENDING = {("USA", 2010)}   # the pending are no longer those of courts and officers together

# USA before 2000, assumed: few officers before the reform of January 1995, when the pending reached
# some hundred thousands; claims and decisions of 1990 and 1995, held to the next row.
USA_BEFORE = {1990: (80000, 30000), 1995: (70000, 50000)}

# Recognition, assumed by period: origin: (1990-1999, 2011-2020). `derived` replaces the first decade of 2000.
USUAL_RECOGNITION = 0.10
ASSUMED_RECOGNITION = {
    "COL": (0.30, 0.40), "CUB": (0.80, 0.60), "GTM": (0.05, 0.15), "HND": (0.05, 0.15), "HTI": (0.15, 0.10),
    "MEX": (0.03, 0.05), "NIC": (0.15, 0.30), "PER": (0.25, 0.05), "SLV": (0.05, 0.15), "VEN": (0.10, 0.50),
}
DERIVED_FROM = ("CAN", "CRI", "ECU", "USA")  # places whose refugees and pending are both counted by origin
DERIVED_YEARS = range(2001, 2006)            # from 2006 the USA and in 2007 Canada count their refugees anew
LEAST_DECIDED = 2000                         # decisions that a derived share needs
USUAL_RANGE = (0.02, 0.90)                   # a share outside it measures other ways in and out of the count


def asylum(source):
    """Rows of the places that matter by year, one row for each other; a row holds until the next of its place."""
    claimed = persons_claiming(source).groupby(["asylum_iso3", "year"]).persons.sum()
    pending = counts_of(source, "asylum_seekers_persons").groupby(["asylum_iso3", "year"]).persons.sum()
    rows = []
    for place in LIVING:
        counted = pd.Series({year: claimed.get((place, year), 0.0) for year in COUNTED})
        if counted.mean() < USUAL_CLAIMS:
            rows.append(row_of(place, 1990, counted.mean(), 2 * counted.mean(), "claims:mean;decisions:assumed"))
            continue
        claims = counted.mask(counted == 0).interpolate()  # none at all between years of many: not reported
        of_place = pending.get(place, pd.Series(dtype=float))
        rows += rows_before(place, claims) + rows_by_year(place, claims, of_place, counted == 0)
    return pd.DataFrame(rows)


def row_of(place, year, claims, decisions, mark):
    """A row; rounded to persons."""
    return {"destination": place, "year": year, "claims": round(claims),
            "decisions_capacity": round(max(LEAST_DECISIONS, decisions)), "filled": mark}


def rows_before(place, claims):
    """The years before claims are counted."""
    if place == "USA":
        return [row_of(place, year, *pair, "claims:assumed;decisions:assumed") for year, pair in USA_BEFORE.items()]
    early = claims.loc[2000:2002].mean()
    return [row_of(place, 1990, early, early, "claims:carried;decisions:as_claims")]


def rows_by_year(place, claims, pending, silent):
    """Decisions are claims less the growth of the pending, where both ends of it are counted; mean of three years."""
    decided = {year: claims[year] - (pending[year] - pending[year - 1]) for year in COUNTED
               if pending.get(year, 0) > 0 and pending.get(year - 1, 0) > 0 and (place, year) not in NEW_COUNT_OF_PENDING}
    capacity = pd.Series({year: decided.get(year, claims[year]) for year in COUNTED})
    capacity = capacity.rolling(3, center=True, min_periods=1).mean()
    rows = []
    for year in COUNTED:
        marks = ["claims:interpolated"] * silent[year] + ["decisions:as_claims"] * (year not in decided)
        rows.append(row_of(place, year, claims[year], capacity[year], ";".join(marks)))
    return rows


def persons_claiming(source):
    """Claims in persons: origin, place of asylum, year, persons; courts of the USA filled where they did not report."""
    table = common.read(source, "unhcr_asylum_applications.csv")
    table = table[table.orig_iso3.isin(INSIDE) & table.asylum_iso3.isin(LIVING)].copy()
    cases = table.unit_P_persons_C_cases == "C"
    table["persons"] = table.asylum_applications * cases.map({True: PERSONS_PER_CASE, False: 1.0})
    courts = table[(table.asylum_iso3 == "USA") & ~cases]
    silent = [(2007, (2006, 2008)), (2010, (2009,))]  # 2000 and 2001 are given in one count
    for year, near in silent:
        filled = courts[courts.year.isin(near)].groupby("orig_iso3").persons.sum() / len(near)
        more = pd.DataFrame({"year": year, "orig_iso3": filled.index, "asylum_iso3": "USA", "persons": filled.values})
        table = pd.concat([table, more], ignore_index=True)
    return table[["orig_iso3", "asylum_iso3", "year", "persons"]]


def counts_of(source, column):
    """One count of the stock at the end of years: origin, place of asylum, year, persons."""
    table = common.read(source, "unhcr_displaced_stock.csv")
    table = table[table.orig_iso3.isin(INSIDE)]
    return table.rename(columns={column: "persons"})[["orig_iso3", "asylum_iso3", "year", "persons"]]


def recognition(source):
    """Share of the decided who are recognised, by origin and period."""
    found = derived(source)
    rows = []
    for origin in INSIDE:
        early, late = ASSUMED_RECOGNITION.get(origin, (USUAL_RECOGNITION, USUAL_RECOGNITION))
        middle, mark = (found[origin], "derived") if origin in found else ((early + late) / 2, "assumed")
        for first, last, share, rule in ((1990, 1999, early, "assumed"), (2000, 2010, middle, mark), (2011, 2020, late, "assumed")):
            rows.append({"origin": origin, "from_year": first, "to_year": last,
                         "recognition_share": round(share, 2), "source": rule})
    return pd.DataFrame(rows)


def derived(source):
    """Growth of the refugees over the decisions, of the origins for which it can be a share."""
    def changes(table):
        """Change of the sum over the places and the years, by origin."""
        table = table[table.asylum_iso3.isin(DERIVED_FROM)]
        ends = table[table.year.isin((DERIVED_YEARS[0] - 1, DERIVED_YEARS[-1]))]
        wide = ends.pivot_table(index="orig_iso3", columns="year", values="persons", aggfunc="sum").fillna(0.0)
        return wide[DERIVED_YEARS[-1]] - wide[DERIVED_YEARS[0] - 1]

    claims = persons_claiming(source)
    claims = claims[claims.asylum_iso3.isin(DERIVED_FROM) & claims.year.isin(DERIVED_YEARS)]
    decided = claims.groupby("orig_iso3").persons.sum().sub(changes(counts_of(source, "asylum_seekers_persons")), fill_value=0)
    share = (changes(counts_of(source, "refugees_persons")) / decided)[decided >= LEAST_DECIDED]
    return share[share.between(*USUAL_RANGE)].round(2).to_dict()
