"""Assertions on the tables of shocks and of asylum.

Part of check.py; needs no source.
"""

from .common import INSIDE, LIVING

COLUMNS = {
    "shocks.csv": "place kind start end severity displaced_share half_life_months source",
    "asylum.csv": "destination year claims decisions_capacity filled",
    "recognition.csv": "origin from_year to_year recognition_share source",
}
KINDS = {"disaster", "political", "economic", "violence"}
SUDDEN = 12                                # months that a disaster acts at full force, at most
PERIODS = [(1990, 1999), (2000, 2010), (2011, 2020)]
DISPLACED_COLOMBIA = (2.5e6, 3.5e6)        # UNHCR, end of 2006: 3.0 million


def check_shocks(tables, report, tools):
    """All of them; tools has expect_grid and expect_range of check.py."""
    check_named_shocks(tables, report, tools)
    check_claims(tables, report, tools)
    table = tables["recognition.csv"]
    tools.expect_range(report, "recognition.csv", table, "recognition_share", 0.01, 0.95)
    for origin in INSIDE:
        periods = sorted(table[table.origin == origin][["from_year", "to_year"]].itertuples(index=False, name=None))
        report.expect(periods == PERIODS, f"recognition.csv: periods of {origin} are {periods}")
    report.expect(set(table.origin) == set(INSIDE), "recognition.csv: unknown origin")


def months(text):
    """Months since year 0 of a text YYYY-MM."""
    year, month = text.split("-")
    return 12 * int(year) + int(month) - 1


def check_named_shocks(tables, report, tools):
    """Known places and kinds, dates in order, no two of a kind at once, shares of each figure marked."""
    table = tables["shocks.csv"]
    report.expect(set(table.place) <= set(INSIDE), f"shocks.csv: places {set(table.place) - set(INSIDE)}")
    report.expect(set(table.kind) <= KINDS, f"shocks.csv: kinds {set(table.kind) - KINDS}")
    for column, low, high in (("severity", 0.05, 1), ("displaced_share", 0, 0.3), ("half_life_months", 1, 60)):
        tools.expect_range(report, "shocks.csv", table, column, low, high)
    for row in table.itertuples():
        name = f"shocks.csv: {row.place} {row.start}"
        report.expect("1990-01" <= row.start <= row.end <= "2020-12", f"{name}: dates")
        report.expect(row.kind != "disaster" or months(row.end) - months(row.start) < SUDDEN, f"{name}: too long for a disaster")
        marks = [mark.split(":")[0] for mark in row.source.split(";")]
        report.expect(marks == ["severity", "displaced", "half_life"], f"{name}: source {row.source}")
    for (place, kind), rows in table.groupby(["place", "kind"]):
        spans = sorted(zip(rows.start, rows.end))
        report.expect(all(a[1] < b[0] for a, b in zip(spans, spans[1:])), f"shocks.csv: {place} has two of {kind} at once")
    people = tables["population.csv"]
    people = people[(people.place == "COL") & (people.year == 2005)][["male_persons", "female_persons"]].sum().sum()
    displaced = people * table[(table.place == "COL") & (table.kind == "violence")].displaced_share.sum()
    low, high = DISPLACED_COLOMBIA
    report.expect(low < displaced < high, f"shocks.csv: {displaced:.0f} displaced in Colombia")


def check_claims(tables, report, tools):
    """Every living place from 1990 on; more decided than nobody."""
    table = tables["asylum.csv"]
    report.expect(set(table[table.year == 1990].destination) == set(LIVING), "asylum.csv: a living place has no row of 1990")
    tools.expect_range(report, "asylum.csv", table, "claims", 0, 2e5)
    tools.expect_range(report, "asylum.csv", table, "decisions_capacity", 10, 2e5)
    usa = table[(table.destination == "USA") & (table.year.between(2001, 2009))]
    report.expect(usa.decisions_capacity.sum() > 1.5 * usa.claims.sum(), "asylum.csv: the pending of the USA did not fall")


def summary(tables):
    """Lines of the figures that a reader asks for first."""
    claims = tables["asylum.csv"]
    usa = claims[(claims.destination == "USA") & (claims.year >= 2000)]
    return [f"asylum: {usa.claims.sum() / 1e3:.0f} thousand claims in the USA 2000 to 2010 and {usa.decisions_capacity.sum() / 1e3:.0f} thousand decided; "
            f"{len(tables['shocks.csv'])} named shocks"]
