"""Victims of trafficking that the authorities detected, and convictions; for validation only.

Counts of what police and courts saw: they measure law and effort as much as crime.
"""

import numpy as np
import pandas as pd

from . import common
from .common import LIVING

VICTIMS = "Detected trafficking victims"
CONVICTED = "Persons convicted"


def detected(source):
    """One row for each place and year that reported victims or convictions; counts below five are empty and marked."""
    counts = common.read(source, "trafficking_unodc_glotip.csv")
    counts = counts[(counts.dimension == "Total") & (counts.category == "Total") & counts.iso3.isin(LIVING)]
    cells = counts.set_index(["iso3", "year", "indicator", "sex", "age"])
    if not cells.index.is_unique:
        raise ValueError("trafficking_unodc_glotip.csv: a total is given twice")
    wanted = counts[counts.indicator.isin([VICTIMS, CONVICTED]) & (counts.sex == "Total") & (counts.age == "Total")]
    rows = [row_of(cells, place, year) for place, year in sorted(set(zip(wanted.iso3, wanted.year)))]
    table = pd.DataFrame(rows)
    for column in ("victims_detected", "convicted"):
        table[column] = table[column].astype("Int64")
    return table


def row_of(cells, place, year):
    """The row of a place and a year."""
    def count(indicator, sex="Total", age="Total"):
        key = place, year, indicator, sex, age
        return (cells.at[key, "count_persons"], cells.at[key, "count_censored_below5_01"] == 1) if key in cells.index else (np.nan, False)

    victims, few_victims = count(VICTIMS)
    convicted, few_convicted = count(CONVICTED)
    marks = ["UNODC GLOTIP"] + ["victims below 5"] * few_victims + ["convicted below 5"] * few_convicted
    return {"place": place, "year": year, "victims_detected": victims,
            "female_share": share(count(VICTIMS, sex="Female"), count(VICTIMS, sex="Male")),
            "minor_share": share(count(VICTIMS, age="0 to 17 years"), count(VICTIMS, age="18 years or over")),
            "convicted": convicted, "source": "; ".join(marks)}


def share(part, rest):
    """Share of a part among those whose sex or age is known; missing if either count is."""
    total = part[0] + rest[0]
    return round(part[0] / total, 2) if total > 0 else np.nan
