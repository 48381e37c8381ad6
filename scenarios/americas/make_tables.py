#!/usr/bin/python3
"""Make the compact tables of the Americas from the extracts of the sources.

    make_tables.py SOURCE_FOLDER     read the extracts there, write the tables here, check them
    make_tables.py --check           only check the tables that are here

The extracts, their institutions and licences, and every rule named in a `filled`
or `source` column are in SOURCES.md. The same extracts give the same bytes.
history.toml and SOURCES.md are written by hand. Needs Python 3.11, pandas, numpy.
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from making import asylum, borders, check, common, corridors, economy, irregular, journeys, money, people, rights, routes, shocks, trafficking  # noqa: E402

HERE = Path(__file__).resolve().parent


def make(source, folder):
    """Write every table into the folder."""
    declared = corridors.declared(source)
    corridor_table = corridors.corridors(source)
    border_table = borders.borders(source, corridor_table)
    place_year = ["place", "year"]
    pair = ["origin", "destination"]
    for name, table, keys in (
        ("places.csv", people.places(source), ["place"]),
        ("population.csv", people.population(source), place_year + ["age_start_years"]),
        ("mortality.csv", people.mortality(source), ["place", "period_start_year", "age_start_years"]),
        ("fertility.csv", people.fertility(source), ["place", "period_start_year"]),
        ("economy.csv", economy.economy(source), place_year),
        ("institutions.csv", economy.institutions(source), place_year),
        ("corridors.csv", corridor_table, pair),
        ("stock.csv", corridors.stock(source), pair + ["year"]),
        ("reservoir_flows.csv", corridors.reservoir_flows(source), pair + ["period_start_year"]),
        ("departures_to_reservoir.csv", corridors.departures_to_reservoir(source), ["origin", "period_start_year"]),
        ("entry_rights.csv", rights.entry_rights(declared), pair + ["right", "from"]),
        ("irregular_share.csv", irregular.irregular_share(source, declared), pair),
        ("visas.csv", irregular.visas(source, declared), pair + ["channel", "from_year"]),
        ("borders.csv", border_table, ["from_place", "to_place"]),
        ("enforcement.csv", borders.enforcement(source), place_year),
        ("remittance_cost.csv", money.remittance_cost(source, declared), ["sender", "receiver", "year"]),
        ("remittances_total.csv", money.remittances_total(source), place_year),
        ("us_border.csv", borders.us_border(source), ["year"]),
        ("routes.csv", routes.routes(source), ["route"]),
        ("route_effort.csv", routes.route_effort(source), ["route", "year"]),
        ("route_shares.csv", routes.route_shares(source), ["route", "fiscal_year"]),
        ("season.csv", routes.season(source), ["month"]),
        ("transit.csv", journeys.transit(border_table, corridor_table), ["from_place", "to_place"]),
        ("paths.csv", journeys.paths(border_table, corridor_table), pair),
        ("shocks.csv", shocks.shocks(source), ["place", "start"]),
        ("asylum.csv", asylum.asylum(source), ["destination", "year"]),
        ("recognition.csv", asylum.recognition(source), ["origin", "from_year"]),
        ("trafficking_detected.csv", trafficking.detected(source), place_year),
    ):
        if "filled" in table and list(table)[-1] != "filled":
            table = table[[column for column in table if column != "filled"] + ["filled"]]
        common.write(folder, name, table, keys)
        print(f"{name:30} {len(table):6} rows")


def main():
    """Command line: 0 done, 1 a check failed, 2 bad use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, help="folder of the source extracts")
    parser.add_argument("--check", action="store_true", help="only check the tables already written")
    arguments = parser.parse_args()
    if not arguments.check:
        if arguments.source is None or not arguments.source.is_dir():
            parser.error(f"{arguments.source}: not a folder of source extracts")
        make(arguments.source, HERE)
    wrong = check.check(HERE)
    print("\n".join(check.summary(HERE)))
    for text in wrong:
        print(text, file=sys.stderr)
    print(f"check: {len(wrong)} failures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
