"""Opening results and taking series out of them."""
import numpy as np
import pytest

import made_up
import rumbo
from rumbo import series as headline
from rumbo.open import quantile_band


def test_labels_and_years_come_from_the_file(sample):
    results = rumbo.open_results(sample[0])
    assert results.scenarios == ["baseline", "quota", "border"]
    assert results.replicates == [0, 1, 2, 3]
    assert np.allclose(results.years(), np.arange(2001, 2012), atol=0.01)


def test_a_series_sums_the_cells_it_names(sample):
    results = rumbo.open_results(sample[0])
    stock = results.dataset["stock"].sel(scenario="quota").values
    abroad = ~np.eye(len(made_up.PLACES), dtype=bool)
    expected = stock[:, :, abroad].sum(axis=(2, 3, 4, 5))
    irregular = stock[:, :, abroad][..., 3, :, :].sum(axis=(2, 3, 4))
    by_name = {series.name: series for series in headline.present(results)}
    assert np.array_equal(headline.values(results, by_name["Foreign-born"], "quota"), expected)
    assert np.array_equal(headline.values(results, by_name["Foreign-born, irregular"], "quota"), irregular)
    moves = results.dataset["moves_by_channel"].sel(scenario="quota").values
    alone_or_smuggled = moves[..., 2:4, :].sum(axis=(2, 3, 4, 5))
    assert np.array_equal(headline.values(results, by_name["Irregular entries"], "quota"), alone_or_smuggled)


def test_series_without_their_table_or_labels_are_left_out(sample):
    names = [series.name for series in headline.present(rumbo.open_results(sample[0]))]
    assert "Returns" in names and "Removals" not in names and "Fees paid to smugglers" not in names


def test_a_band_holds_the_share_it_says():
    low, middle, high = quantile_band(np.arange(101.0)[:, None], level=0.9)
    assert (low[0], middle[0], high[0]) == pytest.approx((5, 50, 95))


def test_what_is_no_complete_result_file_is_refused(tmp_path):
    with pytest.raises(rumbo.ResultsError, match="no such file"):
        rumbo.open_results(tmp_path / "missing.h5")
    (tmp_path / "text.h5").write_text("not HDF5")
    with pytest.raises(rumbo.ResultsError, match="cannot be read"):
        rumbo.open_results(tmp_path / "text.h5")
    made_up.write_results(tmp_path / "half.h5", replicates=1, status="running")
    with pytest.raises(rumbo.ResultsError, match="not completed"):
        rumbo.open_results(tmp_path / "half.h5")
