"""Places, population, mortality and fertility."""

import pandas as pd

from . import common
from .common import INSIDE, LIVING, OUTSIDE, PERIODS, POPULATION_YEARS, SMALL_ISLAND_DONOR

# Names and languages as we write them where the extract is clumsy.
NAMES = {"USA": "United States", "VIR": "United States Virgin Islands", "OAM": "Other American territories",
         "ROW": "Rest of the world"}
LANGUAGES = {"BOL": ("Spanish", "Quechua"), "HTI": ("Haitian Creole", "French"), "PRI": ("Spanish", "English"),
             "ABW": ("Papiamento", "Dutch"), "CUW": ("Papiamento", "Dutch"), "DMA": ("English", "")}

# Citizenship of a child born in the place to foreign parents, the rule that ruled most of 1990 to 2020.
# soil: every child (save of diplomats); descent: only with a parent who is a citizen;
# neither: by birth only if a parent is settled or domiciled there.
CHILD_CITIZENSHIP = {
    "ARG": ("soil", "Law 346 of 1869 art. 1"),
    "ATG": ("soil", "Constitution 1981"),
    "ABW": ("descent", "Netherlands Nationality Act 1984"),
    "BHS": ("descent", "Constitution 1973 art. 6-7"),
    "BLZ": ("soil", "Constitution 1981"),
    "BOL": ("soil", "Constitution 1967 art. 36; Constitution 2009 art. 141"),
    "BRA": ("soil", "Constitution 1988 art. 12"),
    "BRB": ("soil", "Constitution 1966"),
    "CAN": ("soil", "Citizenship Act 1977 s. 3"),
    "CHL": ("soil", "Constitution 1980 art. 10 (save children of foreigners in transit)"),
    "COL": ("neither", "Constitution 1991 art. 96 (a parent domiciled in Colombia)"),
    "CRI": ("soil", "Constitution 1949 art. 13 (on registration)"),
    "CUB": ("soil", "Constitution 1976 art. 29"),
    "CUW": ("descent", "Netherlands Nationality Act 1984"),
    "DMA": ("soil", "Constitution 1978"),
    "DOM": ("soil", "Constitution 1966 art. 11; from 2010 not the children of irregular residents (Constitution 2010 art. 18)"),
    "ECU": ("soil", "Constitution 1998 art. 7; Constitution 2008 art. 7"),
    "ESP": ("descent", "Civil Code art. 17"),
    "FRA": ("descent", "Civil Code (citizen at birth only if a parent was born in France)"),
    "GBR": ("neither", "British Nationality Act 1981 s. 1 (a parent settled)"),
    "GLP": ("descent", "French Civil Code"),
    "GRD": ("soil", "Constitution 1973"),
    "GTM": ("soil", "Constitution 1985 art. 144"),
    "GUF": ("descent", "French Civil Code"),
    "GUY": ("soil", "Constitution 1980 art. 43"),
    "HND": ("soil", "Constitution 1982 art. 23"),
    "HTI": ("descent", "Constitution 1987 art. 11"),
    "ITA": ("descent", "Law 91 of 1992"),
    "JAM": ("soil", "Constitution 1962"),
    "JPN": ("descent", "Nationality Act 1950 art. 2"),
    "KNA": ("soil", "Constitution 1983"),
    "LCA": ("soil", "Constitution 1978"),
    "MEX": ("soil", "Constitution 1917 art. 30"),
    "MTQ": ("descent", "French Civil Code"),
    "NIC": ("soil", "Constitution 1987 art. 16"),
    "NLD": ("descent", "Netherlands Nationality Act 1984"),
    "PAN": ("soil", "Constitution 1972 art. 9"),
    "PER": ("soil", "Constitution 1993 art. 52"),
    "PRI": ("soil", "US Code title 8 section 1402"),
    "PRT": ("descent", "Law 37 of 1981 (by birth only after years of residence of a parent)"),
    "PRY": ("soil", "Constitution 1992 art. 146"),
    "SLV": ("soil", "Constitution 1983 art. 90"),
    "SUR": ("descent", "assumed"),
    "TTO": ("soil", "Constitution 1976 s. 17"),
    "URY": ("soil", "Constitution 1967 art. 74"),
    "USA": ("soil", "Constitution amendment XIV"),
    "VCT": ("soil", "Constitution 1979"),
    "VEN": ("soil", "Constitution 1961 art. 35; Constitution 1999 art. 32"),
    "VIR": ("soil", "US Code title 8 section 1406"),
    "OAM": ("descent", "assumed"),
    "ROW": ("descent", "assumed"),
}


def places(source):
    """The 51 places, with the capital as the point of the map."""
    rows = []
    for row in common.read(source, "countries.csv").itertuples():
        code = row.iso3
        kind = "inside" if code in INSIDE else "outside" if code in OUTSIDE else "reservoir"
        first, second = LANGUAGES.get(code, (row.official_language_1, row.official_language_2))
        rule, law = CHILD_CITIZENSHIP[code]
        rows.append({
            "place": code, "name": NAMES.get(code, row.name), "kind": kind, "region": row.region,
            "capital_latitude_deg": round(row.capital_lat_deg, 2), "capital_longitude_deg": round(row.capital_lon_deg, 2),
            "language_1": first, "language_2": second,
            "child_citizenship": rule, "child_citizenship_source": law,
        })
    return pd.DataFrame(rows)


def population(source):
    """Persons by place, year, age and sex; two small islands from a neighbour's ages and a total of their own."""
    people = common.read(source, "population_age_sex.csv")
    people = people[people.iso3.isin(INSIDE) & people.year.isin(POPULATION_YEARS)]
    table = pd.DataFrame({
        "place": people.iso3, "year": people.year,
        "age_start_years": people.age_group.str.extract(r"^(\d+)")[0].astype(int),
        "male_persons": (people.male_thousands * 1000).round().astype(int),
        "female_persons": (people.female_thousands * 1000).round().astype(int),
        "filled": "",
    })
    totals = common.read(source, "economy_country_year.csv").set_index(["iso3", "year"]).pwt_population_millions * 1e6
    return pd.concat([table] + [small_island(table, totals, place, donor) for place, donor in SMALL_ISLAND_DONOR.items()])


def small_island(table, totals, place, donor):
    """The donor's ages and sexes scaled to the island's own total (Penn World Table)."""
    island = table[table.place == donor].copy()
    for year, rows in island.groupby("year"):
        scale = totals[place, year] / (rows.male_persons.sum() + rows.female_persons.sum())
        island.loc[rows.index, ["male_persons", "female_persons"]] = (
            (rows[["male_persons", "female_persons"]] * scale).round().astype(int))
    return island.assign(place=place, filled=f"ages:of_{donor};total:pwt")


def with_small_islands(table):
    """Append the small islands with the rates of their neighbours, marked."""
    table = table.assign(filled="")
    copies = [table[table.place == donor].assign(place=place, filled=f"of_{donor}")
              for place, donor in SMALL_ISLAND_DONOR.items()]
    return pd.concat([table] + copies)


def mortality(source):
    """Deaths per person-year by age and sex, as published."""
    rates = common.read(source, "mortality_rates_age_sex.csv")
    rates = rates[rates.iso3.isin(LIVING) & rates.period_start_year.isin(PERIODS)]
    return with_small_islands(pd.DataFrame({
        "place": rates.iso3, "period_start_year": rates.period_start_year, "age_start_years": rates.age_start_years,
        "male_per_person_year": rates.mx_male_per_person_year.round(7),
        "female_per_person_year": rates.mx_female_per_person_year.round(7),
    }))


def fertility(source):
    """Births per woman and how they spread over the mother's age; shares add to exactly 1 after rounding."""
    rates = common.read(source, "fertility_life_expectancy.csv")
    rates = rates[rates.iso3.isin(LIVING) & rates.period_start_year.isin(PERIODS)]
    table = pd.DataFrame({
        "place": rates.iso3, "period_start_year": rates.period_start_year,
        "total_fertility_births_per_woman": rates.total_fertility_births_per_woman.round(3),
        "sex_ratio_at_birth": rates.sex_ratio_at_birth_males_per_female.round(3),
    })
    columns = [name for name in rates.columns if name.startswith("asfr_share_percent_")]
    shares = rates[columns].div(rates[columns].sum(axis=1), axis=0).round(5)
    shares[columns[2]] = (shares[columns[2]] + 1 - shares.sum(axis=1)).round(5)
    for name in columns:
        table["share_" + name.removeprefix("asfr_share_percent_")] = shares[name]
    return with_small_islands(table)
