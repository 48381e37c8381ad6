"""What every table maker needs: the places, reading, filling, writing.

Promises that a table is written with sorted rows, without an index, and with
the same bytes when the sources are the same. Knows no table in particular.
"""

from pathlib import Path

import numpy as np
import pandas as pd

INSIDE = (
    "ABW ARG ATG BHS BLZ BOL BRA BRB CAN CHL COL CRI CUB CUW DMA DOM ECU GLP GRD GTM GUF GUY "
    "HND HTI JAM KNA LCA MEX MTQ NIC PAN PER PRI PRY SLV SUR TTO URY USA VCT VEN VIR"
).split()
OUTSIDE = "ESP FRA GBR ITA JPN NLD PRT".split()
RESERVOIRS = ["OAM", "ROW"]
LIVING = sorted(INSIDE + OUTSIDE)
PLACES = sorted(LIVING + RESERVOIRS)

YEARS = list(range(1990, 2021))
STOCK_YEARS = [1990, 1995, 2000, 2005, 2010]
POPULATION_YEARS = [1980, 1985] + STOCK_YEARS
PERIODS = [1990, 1995, 2000, 2005, 2010, 2015]

# Below 90,000 people, so absent from the World Population Prospects: the age
# structure and vital rates of the nearest larger island of the same islands.
SMALL_ISLAND_DONOR = {"DMA": "LCA", "KNA": "ATG"}

# Whose laws, visas and politics a territory shares.
METROPOLE = {"PRI": "USA", "VIR": "USA", "GUF": "FRA", "GLP": "FRA", "MTQ": "FRA", "ABW": "NLD", "CUW": "NLD"}

# US consumer prices, CPI-U, annual average, 1982-84 = 100 (Bureau of Labor Statistics).
CPI_U = {
    1990: 130.7, 1991: 136.2, 1992: 140.3, 1993: 144.5, 1994: 148.2, 1995: 152.4, 1996: 156.9,
    1997: 160.5, 1998: 163.0, 1999: 166.6, 2000: 172.2, 2001: 177.1, 2002: 179.9, 2003: 184.0,
    2004: 188.9, 2005: 195.3, 2006: 201.6, 2007: 207.342, 2008: 215.303, 2009: 214.537,
    2010: 218.056, 2014: 236.736, 2015: 237.017, 2016: 240.007, 2017: 245.120, 2020: 258.811,
    2021: 270.970,
}


def to_usd2020(year):
    """Factor from USD of a year to USD of 2020."""
    return CPI_U[2020] / CPI_U[year]


def read(source_folder, name):
    """One extract of a source; empty cells are missing, the code NA does not occur."""
    return pd.read_csv(Path(source_folder) / name)


def write(folder, name, frame, keys):
    """Write a table sorted by its keys; a repeated key is a mistake of ours."""
    repeated = frame.duplicated(keys)
    if repeated.any():
        raise ValueError(f"{name}: {repeated.sum()} repeated keys, first {frame.loc[repeated, keys].iloc[0].tolist()}")
    path = Path(folder) / name
    frame.sort_values(keys, kind="stable").to_csv(path, index=False, lineterminator="\n")
    if '"' in path.read_text(encoding="utf-8"):
        raise ValueError(f"{name}: a text holds a comma or a quote")


def load(folder, name):
    """A table already written; text columns keep empty cells as empty text."""
    frame = pd.read_csv(Path(folder) / name, keep_default_na=False, na_values={})
    for column in frame.columns:
        try:
            frame[column] = pd.to_numeric(frame[column].replace("", np.nan))
        except (ValueError, TypeError):
            pass
    for mark in ("filled", "source"):
        if mark in frame:
            frame[mark] = frame[mark].fillna("").astype(str)
    return frame


def by_place_and_year(frame, column, years=YEARS):
    """[year, place] table of one column of a country-year extract."""
    wide = frame.pivot_table(index="year", columns="iso3", values=column, aggfunc="first")
    return wide.reindex(index=years, columns=LIVING)


def fill_in_time(wide):
    """Linear inside a series, its first and last value carried outside.

    returns the filled table and a table of rule names: '' measured,
    'interpolated', 'carried', or 'missing' where a place has no value at all
    """
    inside = wide.interpolate(limit_area="inside")
    full = inside.ffill().bfill()
    rule = pd.DataFrame("missing", index=wide.index, columns=wide.columns)
    rule = rule.mask(full.notna(), "carried").mask(inside.notna(), "interpolated").mask(wide.notna(), "")
    return full, rule


def take_from(values, rule, place, donor, name=None):
    """Fill the missing years of a place with those of a donor, and mark them."""
    missing = values[place].isna()
    values.loc[missing, place] = values.loc[missing, donor]
    rule.loc[missing, place] = name or f"of_{donor}"


def marks(rules, place, year):
    """Compact mark of a row, such as 'wage:gdp_growth;schooling:of_TTO'; rules is {column: table}."""
    return ";".join(f"{column}:{table.at[year, place]}" for column, table in rules.items() if table.at[year, place])
