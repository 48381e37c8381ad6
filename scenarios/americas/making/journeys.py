"""The way to the border: legs through other places, and the path of each crossing.

A land leg A-B is entering B from A and travelling through it to its far border; a sea
leg is the voyage to the shore of B. The last border of a path is not a leg: it is in
borders.csv and routes.csv. Where the destination is reached by sea, the last leg is
that very crossing and repeats its apprehension and death, to be counted once.
All probabilities are per person and leg.
"""

import heapq

import pandas as pd

from . import common
from .borders import MAINLAND, tens

COLUMNS = ("mode", "days", "cost_usd2020", "violence_probability", "extortion_probability", "stranding_probability",
           "forced_return_probability", "death_probability", "source")

# Any violence on the way from northern Central America through Mexico: 68 % of 467 asked [MSF 2017].
# Its hazard is split: a tenth before Mexico, the rest in Mexico (assumed).
VIOLENCE_TO_THE_NORTH = 0.68
SHARE_BEFORE_MEXICO = 0.10
# Held by Mexico's migration institute in 2011: 66,000, of about 171,000 entries that the authorities guess (press, 2012).
RETURN_MEXICO = 0.40

# Land legs with a character of their own: days, cost, violence, extortion, stranding, forced return, death: all assumed,
# but that 141 are known to have died in the Darien in 2022 (IOM, Missing Migrants) among about 248,000; twice that.
LEGS = {
    ("COL", "PAN"): (6, 150, 0.30, 0.30, 0.03, 0.10, 0.00100),
    ("PAN", "CRI"): (1, 40, 0.02, 0.05, 0.01, 0.03, 0.00002),
    ("CRI", "NIC"): (1, 40, 0.02, 0.15, 0.01, 0.05, 0.00002),
    ("NIC", "HND"): (1, 40, 0.05, 0.20, 0.01, 0.01, 0.00002),
    ("ECU", "COL"): (2, 60, 0.05, 0.10, 0.02, 0.02, 0.00005),
    ("VEN", "COL"): (2, 60, 0.05, 0.20, 0.02, 0.02, 0.00005),
}
LEG_SOURCES = {("COL", "PAN"): "death IOM Missing Migrants 2022 times 2; rest assumed"}
INTO_GUATEMALA = (1, 40, 0.30, 0.02, 0.02, 0.00005)       # from HND, SLV: all but violence, assumed
THROUGH_MEXICO = (0.40, 0.05, 0.00050)                    # extortion or kidnapping, stranding, death, assumed
ELSEWHERE = (0.02, 0.05, 0.01, 0.02, 0.00002)             # other land legs, assumed
AT_SEA = (0.05, 0.05, 0.02)                               # violence, extortion, stranding, assumed
# The boat from Ecuador: eight days, and 250,000 departures in four years as officials guess (New York Times, June 2004);
# 600 stopped off Guatemala in the first months of 2004 (Inter Press Service, May 2004); rest assumed.
BOAT = ("ECU", "GTM")
BOAT_VALUES = ("sea", 8, 1200, 0.10, 0.10, 0.02, 0.03, 0.00150,
               "days NYT 2004; return IPS 2004 over departures NYT 2004; rest assumed")
BOAT_ORIGINS = ("ECU", "PER")      # where the boat was the usual way of the years to 2010

# Neighbours without a road between them that people travel.
NO_ROAD = {frozenset(pair) for pair in (("BRA", "COL"), ("BRA", "PER"), ("BRA", "SUR"), ("COL", "PER"), ("GUY", "VEN"), ("BLZ", "HND"))}
BY_THE_ISLANDS = {("HTI", "USA"): "HTI-BHS;BHS-USA"}


def roads(corridor_table):
    """{place: {neighbour: km between capitals}} of the mainland, without the land border of the USA."""
    graph = {}
    for row in corridor_table[corridor_table.contiguous_01 == 1].itertuples():
        pair = {row.origin, row.destination}
        if pair <= MAINLAND - {"USA", "CAN"} and frozenset(pair) not in NO_ROAD:
            graph.setdefault(row.origin, {})[row.destination] = row.distance_km
    return graph


def shortest(graph, origin, destination):
    """Places from origin to destination by the fewest km; the first in the alphabet where two are equal."""
    heap, done = [(0, [origin])], set()
    while heap:
        so_far, way = heapq.heappop(heap)
        if way[-1] == destination:
            return way
        if way[-1] in done:
            continue
        done.add(way[-1])
        for neighbour, distance in graph.get(way[-1], {}).items():
            if neighbour not in done:
                heapq.heappush(heap, (so_far + distance, way + [neighbour]))
    raise ValueError(f"no way by land from {origin} to {destination}")


def as_text(places):
    """'A-B;B-C' of [A, B, C]."""
    return ";".join(f"{here}-{there}" for here, there in zip(places, places[1:]))


def paths(border_table, corridor_table):
    """The usual path of each crossing whose ends are not neighbours, and another where there is one."""
    graph = roads(corridor_table)
    neighbours = set(map(tuple, corridor_table.loc[corridor_table.contiguous_01 == 1, ["origin", "destination"]].itertuples(index=False)))
    rows = []
    for row in border_table.itertuples():
        origin, destination = row.from_place, row.to_place
        if row.mode == "land" and (origin, destination) in neighbours:
            continue
        if row.mode == "sea":
            legs, other, mark = f"{origin}-{destination}", BY_THE_ISLANDS.get((origin, destination), ""), "by sea"
        else:
            legs, other, mark = by_land(graph, origin, destination)
        rows.append({"origin": origin, "destination": destination, "legs": legs, "other_legs": other, "source": mark})
    return pd.DataFrame(rows)


def by_land(graph, origin, destination):
    """Usual legs, other legs and source of an overland path; the last border is no leg."""
    way = shortest(graph, origin, "MEX" if destination == "USA" else destination)
    legs = as_text(way if destination == "USA" else way[:-1])
    if "COL-PAN" not in legs:
        return legs, "", "assumed shortest by road"
    onward = ["GTM", "MEX"] if destination == "USA" else ["GTM"]
    boat = as_text(shortest(graph, origin, BOAT[0]) + onward)
    if origin in BOAT_ORIGINS:
        basis = "NYT 2004" if origin == BOAT[0] else "assumed"
        return boat, legs, f"usual boat from Ecuador {basis}; other assumed shortest by road"
    return legs, boat, "assumed shortest by road; other boat from Ecuador"


def transit(border_table, corridor_table):
    """One row for each leg that a path uses."""
    path_table = paths(border_table, corridor_table)
    used = sorted({leg for text in [*path_table.legs, *path_table.other_legs] for leg in text.split(";") if leg})
    crossings = border_table.set_index(["from_place", "to_place"])
    distance = corridor_table.set_index(["origin", "destination"]).distance_km
    rows = []
    for leg in used:
        key = tuple(leg.split("-"))
        rows.append({"from_place": key[0], "to_place": key[1], **dict(zip(COLUMNS, values(key, crossings, distance)))})
    table = pd.DataFrame(rows)
    table["death_probability"] = table.death_probability.map("{:.5f}".format)   # no exponents in the file
    return table


def values(key, crossings, distance):
    """The columns of one leg after its places."""
    if key == BOAT:
        return BOAT_VALUES
    if key in crossings.index and crossings.at[key, "mode"] == "sea":
        row = crossings.loc[key]
        return ("sea", row.days, row.money_cost_usd2020, *AT_SEA, row.apprehension_per_attempt, float(row.death_per_attempt),
                "crossing itself: return and death are those of borders.csv; assumed")
    safe = 1 - VIOLENCE_TO_THE_NORTH
    if key[1] == "MEX":
        # What the whole way from Guatemala takes beyond the way of a Mexican.
        days, money = (crossings.at[("GTM", "USA"), name] - crossings.at[("MEX", "USA"), name] for name in ("days", "money_cost_usd2020"))
        extortion, stranding, death = THROUGH_MEXICO
        return ("land", days, money, round(1 - safe ** (1 - SHARE_BEFORE_MEXICO), 3), extortion, stranding, RETURN_MEXICO, death,
                "days and cost borders.csv; violence [MSF 2017] split; return INM 2011; rest assumed")
    if key in (("HND", "GTM"), ("SLV", "GTM")):
        days, money, *rest = INTO_GUATEMALA
        return "land", days, money, round(1 - safe ** SHARE_BEFORE_MEXICO, 3), *rest, "violence [MSF 2017] split; rest assumed"
    if key in LEGS:
        return "land", *LEGS[key], LEG_SOURCES.get(key, "assumed")
    return "land", 1 + round(distance[key] / 400), 20 + tens(0.04 * distance[key]), *ELSEWHERE, "assumed distance rule"
