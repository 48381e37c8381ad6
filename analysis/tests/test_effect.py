"""Paired effects against closed forms of Student's t."""
import math

import numpy as np
import pytest

import rumbo
from rumbo import effect
from rumbo import series as headline


def test_interval_of_three_equals_the_closed_form():
    # {1, 2, 3}: standard error 1 / sqrt(3); t with 2 degrees: (2p - 1) / sqrt(2 p (1 - p)), p = 0.95.
    middle, reach = effect.mean_interval(np.array([1.0, 2.0, 3.0]))
    assert middle == pytest.approx(2)
    assert reach == pytest.approx(0.9 / math.sqrt(2 * 0.95 * 0.05) / math.sqrt(3))
    with pytest.raises(ValueError, match="at least 2"):
        effect.mean_interval(np.array([1.0]))


def test_relative_effect_is_a_ratio_of_means():
    # Differences 1, 3 on 9, 11: R = 0.2, residuals -0.8, 0.8, standard error 0.8 / 10; t with 1 degree.
    change, reach = effect.relative_effect(np.array([1.0, 3.0]), np.array([9.0, 11.0]))
    assert change == pytest.approx(20)
    assert reach == pytest.approx(8 * math.tan(math.pi * 0.45))
    assert effect.relative_effect(np.array([1.0, 3.0]), np.zeros(2)) is None


def test_effects_are_paired_by_replicate(sample):
    results = rumbo.open_results(sample[0])
    series = headline.present(results)[0]
    difference = effect.effects(results, series, "quota")
    assert sorted(difference) == ["baseline", "border"]
    assert np.array_equal(difference["border"],
                          headline.values(results, series, "border").values
                          - headline.values(results, series, "quota").values)
    assert np.array_equal(effect.at_end(results, series, difference["border"]), difference["border"][:, -1])


def test_effects_count_from_the_first_difference_that_the_file_says(sample):
    results = rumbo.open_results(sample[0])
    assert effect.first_record(results, "quota", "baseline") == 0  # an older file
    texts = ['{"first_difference": null}', '{"first_difference": "2003-05"}', '{"first_difference": "2005-01"}']
    results.dataset["scenario_pairing"] = ("scenario", texts)
    assert effect.first_record(results, "quota", "baseline") == 3  # records of 2000, 2001, ...
    assert effect.first_record(results, "border", "baseline") == 5
    assert effect.first_record(results, "border", "quota") == 3
    moves = headline.present(results)[2]
    values = headline.values(results, moves, "quota").values
    assert np.array_equal(effect.at_end(results, moves, values, 3), values[:, 3:].sum(axis=1))
