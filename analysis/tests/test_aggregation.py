"""Cells are put together as their table says, and what has no sum is refused."""
from pathlib import Path

import numpy as np
import pytest
import xarray

from rumbo import Results, ResultsError, aggregation
from rumbo import series as headline

PLACES, SKILLS = ["MEX", "USA"], ["low", "high"]


def made(units="1", method="point", said=None, table="hostility"):
    """Two replicates, one record; table by place and skill, and persons by sex and place."""
    words = {"cell_methods": f"time: {method}", "units": units}
    if said:
        words["rumbo_aggregation"] = said
    cells = np.array([[1.0, 2.0], [3.0, 4.0]])
    people = np.array([[1, 10], [3, 30]])
    shape = (1, 2, 1)
    return Results(xarray.Dataset(
        {table: (("scenario", "replicate", "time", "residence", "skill"), np.broadcast_to(cells, (*shape, 2, 2)), words),
         "people": (("scenario", "replicate", "time", "sex", "residence"), np.broadcast_to(people, (*shape, 2, 2)),
                    {"cell_methods": "time: point", "units": "persons"})},
        {"scenario": ["baseline"], "replicate": [0, 1], "residence": PLACES, "skill": SKILLS, "sex": ["female", "male"]}),
        Path("made_up.h5"))


def values(results, **select):
    return headline.values(results, headline.Series("x", "hostility", select), "baseline").values


def test_a_share_is_never_summed():
    # A plain sum of all shares would be 10.
    for said in (None, "time: last residence: none skill: none"):
        with pytest.raises(ResultsError, match="no sum or mean over residence, skill"):
            values(made(said=said))
    assert values(made(), residence=("USA",), skill=("low",)).tolist() == [[3], [3]]


def test_means_are_weighted_by_the_table_they_name():
    results = made(said="time: last residence: mean(people) skill: none")
    # 4 persons in MEX and 40 in the USA: (4 x 2 + 40 x 4) / 44.
    assert values(results, skill=("high",)) == pytest.approx((4 * 2 + 40 * 4) / 44)
    with pytest.raises(ResultsError, match="over skill"):
        values(results)
    # By hand for all replicates at once, as `wellbeing` does.
    run = results.dataset["hostility"].sel(scenario="baseline", skill="low")
    assert aggregation.over(results, run, ["residence"]).values == pytest.approx((4 * 1 + 40 * 3) / 44)
    missing = made(said="time: last residence: mean(nobody) skill: none")
    with pytest.raises(ResultsError, match="weighted by 'nobody', which is not in the file"):
        values(missing, skill=("low",))


def test_the_worst_of_several_is_the_maximum():
    assert values(made(said="time: last residence: maximum skill: maximum")).tolist() == [[4], [4]]


def test_what_a_file_does_not_say_has_no_sum():
    for unit, method in (("persons", "point"), ("2020 USD", "sum"), ("persons", "sum")):
        with pytest.raises(ResultsError, match="no sum or mean over residence, skill"):
            values(made(unit, method))
