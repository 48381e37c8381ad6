#!/usr/bin/env python3
"""Writes the tables of two invented countries, Norte and Sur, into this folder.

Nothing here was measured: every figure is a round number or a formula below, so that each can be
followed by hand. Change one and run it again: /usr/bin/python3 scenarios/tutorial/make_tables.py
"""
import csv
from pathlib import Path

FOLDER = Path(__file__).parent
PLACES = {  # steep: how fast the population thins out with age
    "NORTE": dict(persons=2_000_000, wage=24_000, growth=0.01, births=1.8, school=12, price=1.0, steep=0.010),
    "SUR": dict(persons=3_000_000, wage=8_000, growth=0.02, births=3.0, school=7, price=0.5, steep=0.030),
}
YEARS = range(1990, 2021)
AGES = range(0, 105, 5)


def write(name, header, rows):
    """One table: a header with units, then rows."""
    with open(FOLDER / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def age_shares(steep):
    """Shares of a population by groups of five years: fewer with age, few above 70."""
    weights = [(1 - steep) ** age * max(0.0, 1 - (age / 95) ** 4) for age in AGES]
    return [weight / sum(weights) for weight in weights]


def death_rate(age, sex):
    """Deaths a person-year: newborns, a floor, and a Gompertz curve that ends at 0.4."""
    newborn = 0.02 if age == 0 else 0.0
    ageing = 0.00005 * 1.095 ** age * (1.2 if sex == "male" else 1.0)
    return newborn + 0.0005 + min(0.4, ageing)


def main():
    write("places", "place,name,kind,region,child_citizenship",
          [("NORTE", "Norte (invented)", "inside", "invented", "soil"),
           ("SUR", "Sur (invented)", "inside", "invented", "soil")])
    write("population", "place,year,age_start_years,male_persons,female_persons",
          [(place, year, age, n, n) for place, p in PLACES.items() for year in (2000, 2010)
           for age, share in zip(AGES, age_shares(p["steep"]))
           for n in [round(p["persons"] * share / 2)]])
    write("mortality", "place,period_start_year,age_start_years,male_per_person_year,female_per_person_year",
          [(place, period, age, f"{death_rate(age, 'male'):.5f}", f"{death_rate(age, 'female'):.5f}")
           for place in PLACES for period in range(1990, 2020, 5) for age in [0, 1, *AGES[1:]]])
    write("fertility", "place,period_start_year,total_fertility_births_per_woman,sex_ratio_at_birth,"
          "share_15_19,share_20_24,share_25_29,share_30_34,share_35_39,share_40_44,share_45_49",
          [(place, period, p["births"], 1.05, 0.13, 0.25, 0.25, 0.19, 0.12, 0.05, 0.01)
           for place, p in PLACES.items() for period in range(1990, 2020, 5)])
    write("economy", "place,year,wage_usd_ppp2020_per_year,price_level_usa1,unemployment_share,"
          "employment_share_15_64,school_years_25plus,labour_share",
          [(place, year, round(p["wage"] * (1 + p["growth"]) ** (year - 2000)), p["price"], 0.06, 0.65,
            p["school"], 0.6) for place, p in PLACES.items() for year in YEARS])
    write("institutions", "place,year,homicides_per_100k,conflict_deaths_per_100k,liberal_democracy_0_1",
          [(place, year, 3 if place == "NORTE" else 12, 0, 0.8 if place == "NORTE" else 0.5)
           for place in PLACES for year in YEARS])
    write("corridors", "origin,destination,distance_km,contiguous_01,common_language_01,colonial_link_01,"
          "visit_visa_required_01",
          [("SUR", "NORTE", 1000, 1, 1, 0, 1), ("NORTE", "SUR", 1000, 1, 1, 0, 0)])
    write("borders", "from_place,to_place,mode,days,money_cost_usd2020,smuggler_fee_usd2020,"
          "apprehension_per_attempt,death_per_attempt,retry_share",
          [("SUR", "NORTE", "land", 3, 200, 2000, 0.3, 0.0005, 0.8)])
    write("stock", "origin,destination,year,male_persons,female_persons",
          [("SUR", "NORTE", 2000, 60_000, 60_000), ("NORTE", "SUR", 2000, 2_000, 2_000)])
    write("irregular_share", "origin,destination,low,central,high", [("SUR", "NORTE", 0.2, 0.4, 0.6)])
    write("visas", "origin,destination,channel,from_year,to_year,places_per_year",
          [("SUR", "NORTE", channel, 1990, 2020, places)
           for channel, places in (("work", 1000), ("family", 3000), ("study", 300))])
    write("remittance_cost", "sender,receiver,year,cost_share_of_200usd", [("NORTE", "SUR", 2000, 0.1)])
    # Nothing changes here, and nobody comes from outside: tables without rows.
    write("entry_rights", "origin,destination,right,from,to", [])
    write("enforcement", "place,year,enforcement_index", [])
    write("reservoir_flows", "origin,destination,period_start_year,arrivals_persons_per_year,return_rate_per_year", [])
    write("departures_to_reservoir", "origin,period_start_year,departures_share_per_year", [])


if __name__ == "__main__":
    main()
