"""Wages, prices, work and schooling by place and year; crime, conflict and democracy.

A level of income is never filled by a regional mean: that would pay a Haitian
the wage of the Bahamas. Shares (labour share, unemployment) may be.
"""

import numpy as np
import pandas as pd

from . import common
from .common import INSIDE, LIVING, METROPOLE, STOCK_YEARS, YEARS

# Years in which the Penn World Table is used where it is not credible throughout: Venezuela breaks down
# with hyperinflation; El Salvador's price level falls from 1.6 times the USA's (1990) to half of it (2011),
# and its output per worker rises threefold with it, which no other series shows.
PWT_YEARS_USED = {"VEN": (1990, 2013), "SLV": (2011, 2019)}

# Wage of a French overseas department as a share of France's; no income series is in the sources.
OVERSEAS_FRANCE_WAGE_SHARE = {"GLP": 0.65, "MTQ": 0.70, "GUF": 0.55}

# Where no series of GDP per head exists: whose growth stands in.
GROWTH_DONOR = {"CUW": "ABW", "GLP": "FRA", "MTQ": "FRA", "GUF": "FRA"}

# Places without schooling and human capital, and whose they take: the nearest in income
# of the same islands, or of the shared citizenship.
SCHOOLING_DONOR = {
    "ABW": "BHS", "CUW": "BHS", "DMA": "LCA", "GLP": "BRB", "GRD": "LCA", "GUF": "SUR", "KNA": "ATG",
    "MTQ": "BRB", "PRI": "TTO", "VCT": "LCA", "VIR": "TTO",
}

# Prices of places without any: the metropole's.
PRICE_DONOR = {"PRI": "USA", "VIR": "USA", "GLP": "FRA", "MTQ": "FRA", "GUF": "FRA", "CUW": "ABW"}

# Homicides of places without any record.
HOMICIDE_DONOR = {"GLP": "BRB", "MTQ": "BRB", "GUF": "SUR"}


def economy(source):
    """The economy table: one row a living place and year 1990 to 2020."""
    extract = common.read(source, "economy_country_year.csv")
    regions = region_of(source)
    values, rules = {}, {}
    values["labour_share"], rules["labour_share"] = labour_share(extract, regions)
    values["school_years_25plus"], rules["schooling"] = school_years(extract)
    values["human_capital_index"], rules["human_capital"] = human_capital(extract, values["school_years_25plus"])
    values["wage_usd_ppp2020_per_year"], rules["wage"] = wages(extract, values)
    values["price_level_usa1"], rules["price"] = price_levels(extract)
    values["unemployment_share"], rules["unemployment"] = unemployment(extract, regions)
    values["employment_share_15_64"], rules["employment"] = employment_share(source, extract, regions)
    return long_table(values, rules)


def region_of(source):
    """{place: region} for regional means."""
    countries = common.read(source, "countries.csv")
    return dict(zip(countries.iso3, countries.region))


def regional_mean(values, rule, regions):
    """Fill what is missing by the mean of the places of the region in that year."""
    means = values.T.groupby(regions).mean().T
    for place in values.columns[values.isna().any()]:
        missing = values[place].isna()
        values.loc[missing, place] = means.loc[missing, regions[place]]
        rule.loc[missing, place] = "region"


def labour_share(extract, regions):
    """Share of labour in output; carried in time, then the regional mean."""
    share, rule = common.fill_in_time(common.by_place_and_year(extract, "pwt_labour_share"))
    regional_mean(share, rule, regions)
    return share, rule


def school_years(extract):
    """Mean years of school of women and men of 25 and more; after 2009 the place's own last decade's trend."""
    mean = extract[["mean_years_school_men_25plus", "mean_years_school_women_25plus"]].mean(axis=1, skipna=False)
    measured = common.by_place_and_year(extract.assign(years=mean), "years")
    inside = measured.interpolate(limit_area="inside")
    years, rule = common.fill_in_time(measured)
    for place in LIVING:
        last = inside[place].last_valid_index()
        if last is None:
            continue
        slope = (inside.at[last, place] - inside.at[last - 10, place]) / 10
        for year in range(last + 1, YEARS[-1] + 1):
            years.at[year, place] = inside.at[last, place] + slope * (year - last)
            rule.at[year, place] = "trend"
    index = common.by_place_and_year(extract, "pwt_human_capital_index")
    for place in LIVING:
        if years[place].isna().all() and index[place].notna().any():
            years[place] = schooling_from_index(index[place].ffill().bfill())
            rule[place] = "from_human_capital"
    for place, donor in SCHOOLING_DONOR.items():
        common.take_from(years, rule, place, donor)
    return years, rule


# Returns to a year of school in the Penn World Table's human capital index: years 1-4, 5-8, above.
RETURNS = (0.134, 0.101, 0.068)


def index_from_schooling(years):
    """Human capital index of so many years of school, as the Penn World Table defines it."""
    first, second, third = RETURNS
    return np.exp(first * np.minimum(years, 4) + second * np.clip(years - 4, 0, 4) + third * np.maximum(years - 8, 0))


def schooling_from_index(index):
    """Years of school that give this index: the inverse of index_from_schooling."""
    grid = np.linspace(0, 20, 2001)
    return np.interp(index, index_from_schooling(grid), grid)


def human_capital(extract, years):
    """Human capital index; from years of school where there is none."""
    index, rule = common.fill_in_time(common.by_place_and_year(extract, "pwt_human_capital_index"))
    for place in LIVING:
        if index[place].isna().all():
            index[place] = index_from_schooling(years[place])
            rule[place] = "from_schooling"
    return index, rule


def without_broken_years(wide):
    """A Penn World Table series without the years that are not credible."""
    wide = wide.copy()
    for place, (first, last) in PWT_YEARS_USED.items():
        wide.loc[[year for year in wide.index if not first <= year <= last], place] = np.nan
    return wide


def gdp_per_head(extract):
    """A series of real GDP per head for each place, each in its own unit: only growth may be read from it."""
    series = common.by_place_and_year(extract, "gdp_pc_ppp_const2021_intl_usd")
    constant = common.by_place_and_year(extract, "gdp_pc_const2015_usd")
    for place in ("CUB", "VEN"):
        series[place] = constant[place]
    series["PRI"] = common.by_place_and_year(extract, "maddison_gdp_pc_2011_usd")["PRI"].ffill()
    series["VIR"] = series["PRI"]
    for place, donor in GROWTH_DONOR.items():
        series[place] = series[donor]
    return series


def wages(extract, values):
    """Yearly wage of a standard worker (human capital index 1), PPP USD of 2020.

    Output per worker x labour share / human capital; where output per worker is
    missing, carried from the nearest year with the growth of GDP per head.
    """
    output = common.by_place_and_year(extract, "pwt_rgdpe_million_2017usd")
    output /= common.by_place_and_year(extract, "pwt_employment_millions")
    output *= common.to_usd2020(2017)
    measured = without_broken_years(output) * values["labour_share"] / values["human_capital_index"]
    wage = measured.copy()
    rule = pd.DataFrame("", index=wage.index, columns=wage.columns)
    growth = gdp_per_head(extract)
    for place in LIVING:
        if measured[place].notna().any():
            carry_with_growth(wage, rule, place, growth)
    wage_by_income(extract, wage, rule, growth)
    for place, share in OVERSEAS_FRANCE_WAGE_SHARE.items():
        wage[place] = wage["FRA"] * share
        rule[place] = f"assumed_{share:.2f}_of_FRA"
    wage["VIR"] = wage["PRI"]
    rule["VIR"] = "of_PRI"
    return wage, rule


def carry_with_growth(wage, rule, place, growth):
    """Extend a place's wages before the first and after the last measured year, and across gaps."""
    known = wage.index[wage[place].notna()]
    for year in wage.index[wage[place].isna()]:
        nearest = min(known, key=lambda other: (abs(other - year), other))
        wage.at[year, place] = wage.at[nearest, place] * growth.at[year, place] / growth.at[nearest, place]
        rule.at[year, place] = f"gdp_growth_{GROWTH_DONOR[place]}" if place in GROWTH_DONOR else "gdp_growth"


def wage_by_income(extract, wage, rule, growth):
    """Cuba and Puerto Rico: Maddison GDP per head x the wage-to-GDP ratio of the neighbour nearest in it.

    The ratio is the neighbour's mean over the years: its yearly swings (oil) are not theirs.
    """
    income = common.by_place_and_year(extract, "maddison_gdp_pc_2011_usd")
    for place in ("CUB", "PRI"):
        donor = nearest_in_income(income, place, [other for other in INSIDE if wage[other].notna().any()])
        wage[place] = income[place] * (wage[donor] / income[donor]).mean()
        rule[place] = f"gdp_ratio_{donor}"
        carry_with_growth(wage, rule, place, growth)


def nearest_in_income(income, place, candidates):
    """The candidate whose GDP per head stayed closest over all years (mean absolute log difference)."""
    def gap(other):
        return np.log(income[other] / income[place]).abs().mean()
    return min((other for other in candidates if income[other].notna().any() and other != place), key=gap)


def price_levels(extract):
    """Price level at market exchange rates relative to the USA in the same year."""
    level = common.by_place_and_year(extract, "pwt_price_level_us2017_1")
    level = level.div(level["USA"], axis=0)
    level, rule = common.fill_in_time(without_broken_years(level))
    for place, donor in PRICE_DONOR.items():
        common.take_from(level, rule, place, donor)
    income = common.by_place_and_year(extract, "maddison_gdp_pc_2011_usd")
    common.take_from(level, rule, "CUB", nearest_in_income(income, "CUB", INSIDE))
    return level, rule


def unemployment(extract, regions):
    """Share of the labour force of 15 and more without work."""
    share, rule = common.fill_in_time(common.by_place_and_year(extract, "unemployment_15plus_percent") / 100)
    regional_mean(share, rule, regions)
    return share, rule


def employment_share(source, extract, regions):
    """Persons employed per person of 15 to 64.

    Employment per head (Penn World Table) over the share of people aged 15 to 64
    (World Population Prospects, held at its 2010 value afterwards).
    """
    per_head = (common.by_place_and_year(extract, "pwt_employment_millions")
                / common.by_place_and_year(extract, "pwt_population_millions"))
    share, rule = common.fill_in_time(per_head / working_age_share(source))
    regional_mean(share, rule, regions)
    return share.clip(upper=0.95), rule


def working_age_share(source):
    """[year, place] share of the people aged 15 to 64, linear between the years given."""
    people = common.read(source, "population_age_sex.csv")
    people["persons"] = people.male_thousands + people.female_thousands
    people["age"] = people.age_group.str.extract(r"^(\d+)")[0].astype(int)
    people["of_age"] = people.persons.where(people.age.between(15, 60), 0.0)
    sums = people[people.year.isin(STOCK_YEARS)].groupby(["year", "iso3"])[["of_age", "persons"]].sum()
    share = (sums.of_age / sums.persons).unstack().reindex(YEARS).interpolate().ffill()
    for place, donor in common.SMALL_ISLAND_DONOR.items():
        share[place] = share[donor]
    return share.reindex(columns=LIVING)


DIGITS = {"wage_usd_ppp2020_per_year": -1, "price_level_usa1": 3, "unemployment_share": 4, "employment_share_15_64": 3,
          "human_capital_index": 3, "school_years_25plus": 2, "labour_share": 3,
          "homicides_per_100k": 2, "conflict_deaths_per_100k": 3, "liberal_democracy_0_1": 3}


def long_table(values, rules):
    """One row a place and year; columns in the order the loader expects."""
    order = [name for name in DIGITS if name in values]
    table = pd.DataFrame({name: values[name].stack() for name in order}).rename_axis(["year", "place"]).reset_index()
    for name in order:
        table[name] = table[name].round(DIGITS[name])
    if "wage_usd_ppp2020_per_year" in table:
        table["wage_usd_ppp2020_per_year"] = table["wage_usd_ppp2020_per_year"].astype(int)
    table["filled"] = [common.marks(rules, place, year) for place, year in zip(table.place, table.year)]
    return table[["place", "year"] + order + ["filled"]]


def institutions(source):
    """Homicides, deaths in conflict and liberal democracy by living place and year."""
    extract = common.read(source, "institutions_conflict_country_year.csv")
    values, rules = {}, {}
    homicides, rule = common.fill_in_time(common.by_place_and_year(extract, "homicides_per_100k_unodc_who"))
    for place, donor in HOMICIDE_DONOR.items():
        common.take_from(homicides, rule, place, donor)
    values["homicides_per_100k"], rules["homicides"] = homicides, rule
    deaths, rule = common.fill_in_time(common.by_place_and_year(extract, "ucdp_conflict_deaths_per_100k"))
    for place, donor in METROPOLE.items():
        # A territory has not its metropole's war: none is recorded there.
        deaths[place] = 0.0
        rule[place] = "territory_none"
    values["conflict_deaths_per_100k"], rules["conflict"] = deaths, rule
    values["liberal_democracy_0_1"], rules["democracy"] = democracy(extract)
    return long_table(values, rules)


def democracy(extract):
    """V-Dem's liberal democracy; small states from Freedom House by a straight line, territories from the metropole."""
    index, rule = common.fill_in_time(common.by_place_and_year(extract, "vdem_liberal_democracy_0_1"))
    rights = (common.by_place_and_year(extract, "fh_political_rights_1best_7worst")
              + common.by_place_and_year(extract, "fh_civil_liberties_1best_7worst"))
    rights = rights.interpolate().ffill().bfill()
    both = index.notna() & rights.notna()
    slope, constant = np.polyfit(rights.where(both).stack(), index.where(both).stack(), 1)
    for place in LIVING:
        if index[place].isna().all() and place not in METROPOLE and rights[place].notna().all():
            index[place] = (constant + slope * rights[place]).clip(0, 1)
            rule[place] = "from_freedom_house"
    for place, donor in METROPOLE.items():
        common.take_from(index, rule, place, donor)
    return index, rule
