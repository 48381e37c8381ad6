"""Shares out of components, and small groups that are not shown."""
import types

import numpy as np
import pytest
import xarray

import rumbo


def results(**tables):
    """Tables with one scenario, replicate and time; values over the axes that follow."""
    arrays = {}
    for name, (axes, values) in tables.items():
        labels = {"scenario": ["baseline"], "replicate": [0], "time": [0], **axes}
        arrays[name] = xarray.DataArray(np.array(values)[None, None, None], dims=list(labels), coords=labels)
    return types.SimpleNamespace(dataset=xarray.Dataset(arrays, attrs={"scale": 0.01}))


def test_vulnerability_is_the_mean_of_its_components():
    axes = {"residence": ["USA", "BLZ"], "component": ["persons", "irregular", "indebted", "minor_alone", "no_kin", "held"],
            "sex": ["female"], "age_group": ["0-14"]}
    persons = np.array([[10000, 5000, 1000, 0, 4000, 0], [900, 900, 0, 0, 0, 0]])[:, :, None, None]
    shares, index = rumbo.vulnerability(results(vulnerability=(axes, persons)), "baseline")
    assert shares.sel(residence="USA", component="irregular").item() == 0.5
    assert index.sel(residence="USA").item() == pytest.approx(0.2)
    assert np.isnan(index.sel(residence="BLZ").item())  # nine simulated persons


def test_survey_welfare_and_recidivism_are_shares_of_their_whole():
    made = results(survey=({"residence": ["MEX"], "answer": ["asked", "was_abroad"]}, [[2000, 500]]),
                   welfare=({"residence": ["MEX"], "skill": ["low"], "welfare_part": ["persons", "income"]}, [[[1000, 7000.0]]]),
                   recidivism=({"corridor": ["MEX->USA", "X->Y"], "apprehended": ["first", "again"]}, [[60, 40], [0, 0]]))
    assert rumbo.survey(made, "baseline").sel(answer="was_abroad").item() == 0.25
    assert rumbo.welfare(made, "baseline").sel(welfare_part="income").item() == 7
    assert rumbo.recidivism(made, "baseline").sel(corridor="MEX->USA").item() == 0.4
    assert np.isnan(rumbo.recidivism(made, "baseline").sel(corridor="X->Y").item())
