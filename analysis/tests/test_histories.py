"""The panel as a data frame."""
import h5py
import numpy as np
import pandas
import pytest

import made_up
import rumbo

EVENTS = ["traced", "year_end", "moved", "died"]
# person, order, days, event, departure, destination (indices; -1 = none)
ROWS = [(0, 0, 0, 0, 0, -1), (0, 1, 366, 2, 0, 1), (0, 2, 700, 3, 1, -1), (1, 0, 0, 0, 1, -1), (1, 1, 335, 1, 1, -1)]


@pytest.fixture(scope="module")
def with_panel(tmp_path_factory):
    path = tmp_path_factory.mktemp("panel") / "results.h5"
    made_up.write_results(path, replicates=1)
    with h5py.File(path, "a") as file:
        texts = h5py.string_dtype()
        for name, labels in (("event", EVENTS), ("departure", made_up.PLACES)):
            file.create_dataset(name, data=np.array(labels, dtype=object), dtype=texts).make_scale(name)
        group = file.create_group("panel")
        group.attrs["event_group"] = "one row an event"
        columns = dict(zip(["person", "order", "month", "event_index", "departure_index", "destination_index"],
                           np.array(ROWS, dtype="i4").T))
        columns |= {name: np.zeros(len(ROWS), "i4") for name in ("scenario_index", "replicate_index", "status_index")}
        columns["amount"] = np.linspace(0, 1, len(ROWS))
        for name, values in columns.items():
            group[name] = values
    made_up.append_digest(path)
    return path


def test_labels_dates_and_what_is_missing(with_panel):
    frame = rumbo.panel(with_panel)
    assert list(frame["event"]) == ["traced", "moved", "died", "traced", "year_end"]
    assert frame["month"].iloc[1] == pandas.Timestamp("2001-01-01")
    assert frame["destination"].isna().sum() == 4 and frame["destination"].iloc[1] == "USA"
    assert frame["scenario"].iloc[0] == "baseline" and frame["amount"].iloc[-1] == 1


def test_spells_begin_where_somebody_moves_and_end_with_what_follows(with_panel):
    spells = rumbo.spells(rumbo.panel(with_panel))
    assert list(spells["place"]) == ["MEX", "USA", "USA"]
    days = (spells["end"] - spells["begin"]).dt.days
    assert list(days) == [366, 334, 335]


def test_a_file_without_a_panel_says_how_to_get_one(sample):
    with pytest.raises(rumbo.ResultsError, match=r"\[output\] panel = N"):
        rumbo.panel(sample[0])
