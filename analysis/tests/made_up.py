"""A made-up result file with the layout of rumbo's, for tests and for looking at figures."""
import hashlib
import pathlib

import netCDF4
import numpy as np

PLACES = ["MEX", "USA", "GTM", "SLV", "HND", "COL", "VEN", "CUB", "BRA", "ARG"]
AXES = {
    "origin": PLACES, "residence": PLACES, "destination": PLACES,
    "status": ["citizen", "permanent", "temporary", "irregular"], "sex": ["female", "male"],
    "age_group": ["0-17", "18-39", "40+"], "channel": ["family", "work_visa", "alone", "smuggler", "return"],
    "corridor": ["GTM->USA", "MEX->USA"], "route": ["laredo", "tucson"], "way_in": ["recruited", "smuggler"],
    "way_out": ["rescue", "escape"],
}
YEARS = range(2000, 2011)


def append_digest(path):
    """Ends a file as rumbo does, with the sha256 of its bytes."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with open(path, "ab") as file:
        file.write(f"\nrumbo sha256 {digest}\n".encode())


def day(year, month=1):
    return (np.datetime64(f"{year}-{month:02}-01") - np.datetime64("2000-01-01")).astype(int)


def aggregation(axes, unit="persons"):
    """What rumbo writes of tables of counts; prices and shares have no sum."""
    return " ".join(f"{axis}: {'sum' if unit == 'persons' else 'none'}" for axis in axes)


def _table(file, name, axes, method, unit):
    variable = file.createVariable(name, "i8", ("scenario", "replicate", "time", *axes), zlib=True, complevel=1)
    variable.setncatts({"long_name": name, "units": unit, "cell_methods": f"time: {method}", "source": "made up",
                        "rumbo_aggregation": aggregation(axes, "persons" if method == "sum" else unit),
                        "table_axes": " ".join(axes), "cell_scale": 1.0})
    return variable


def _coordinates(file, scenarios, replicates):
    labels = {"scenario": scenarios, "bound": ["begin", "end"], **AXES}
    for axis, names in labels.items():
        file.createDimension(axis, len(names))
        file.createVariable(axis, str, (axis,))[:] = np.array(names, dtype=object)
    for axis, numbers in (("replicate", range(replicates)), ("time", [day(year, 12) for year in YEARS])):
        file.createDimension(axis, len(numbers))
        file.createVariable(axis, "i4", (axis,))[:] = np.array(numbers)
    bounds = file.createVariable("time_bounds", "i4", ("time", "bound"))
    bounds[:] = np.array([[day(year), day(year + 1)] for year in YEARS])
    for name in ("time", "time_bounds"):
        file[name].setncatts({"units": "days since 2000-01-01", "calendar": "proleptic_gregorian"})
    file["time"].bounds = "time_bounds"


def _write_markets(file, scenarios, replicates):
    """Effort grows over the years and with the number of the scenario; everything else follows by a rule."""
    run = (np.arange(scenarios)[:, None, None, None] + np.zeros((1, replicates, 1, 1))
           + 0.1 * np.arange(len(YEARS))[:, None] + np.zeros(2))
    rules = {"attempts": (1000 + 0 * run, "sum"), "apprehensions": (300 + 100 * run, "sum"),
             "entries": (600 - 50 * run, "sum"), "border_deaths_expected": (2 + run, "sum"),
             "smuggler_fee": (2000 + 100 * run, "point"), "smuggler_clients": (400 - 50 * run, "sum"),
             "smuggler_clients_on_debt": (40 + 0 * run, "sum"), "debt_taken": (9000 + 0 * run, "sum"),
             "smuggler_profit": (5000 + 100 * run, "sum"), "smugglers_active": (8 + 0 * run, "point"),
             "smuggler_concentration": (1 + 0 * run, "point")}
    for name, (values, method) in rules.items():
        _table(file, name, ("corridor",), method, "made up")[:] = np.round(values).astype(int)
    for name, axis in (("apprehensions_by_route", "route"), ("victims_new", "way_in"), ("victims_out", "way_out")):
        _table(file, name, (axis,), "sum", "persons")[:] = np.round(100 + 50 * run * np.array([0, 1])).astype(int)


def write_results(path, scenarios=("baseline", "quota", "border"), replicates=10, status="complete"):
    """Stocks that grow by corridor and moves by channel; "quota" adds legal moves, others take irregular ones."""
    random = np.random.default_rng(7)
    sizes = random.lognormal(9, 2, (len(PLACES), len(PLACES)))
    with netCDF4.Dataset(path, "w") as file:
        _coordinates(file, list(scenarios), replicates)
        stock = _table(file, "stock", ("origin", "residence", "status", "sex", "age_group"), "point", "persons")
        moves = _table(file, "moves_by_channel", ("origin", "destination", "channel", "sex"), "sum", "persons")
        time = np.arange(len(YEARS))[:, None, None]
        for r in range(replicates):
            noise = 1 + 0.06 * random.standard_normal((1, *sizes.shape))
            for s, name in enumerate(scenarios):
                policy = 1 + (0.0 if s == 0 else 0.004 * s) * time + 0.002 * random.standard_normal() * (s > 0)
                persons = sizes * noise * (1 + 0.05 * time) * policy
                stock[s, r] = np.round(persons[..., None, None, None] * np.full((4, 2, 3), 1 / 24)).astype(int)
                shares = np.array([0.3, 0.2, 0.15, 0.25, 0.1])
                if name == "quota":
                    shares = shares + np.array([0, 0.05, 0, -0.02 + 0.03 * random.standard_normal(), 0])
                elif s > 0:
                    shares = shares + np.array([0, 0, -0.03, 0.01, 0]) + 0.001 * random.standard_normal(5)
                flow = 0.05 * persons[..., None, None] * shares[:, None] * np.full((5, 2), 0.5)
                moves[s, r] = np.round(flow).astype(int)
        _write_markets(file, len(scenarios), replicates)
        file.setncatts({"Conventions": "CF-1.10", "file_kind": "rumbo results 2", "run_status": status})
    append_digest(pathlib.Path(path))
    return sizes
