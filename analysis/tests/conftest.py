"""Fixtures: made-up results and counted stocks to go with them."""
import pandas
import pytest

import made_up


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """(path of results, path of counted stocks, sizes of the corridors in 2000)."""
    folder = tmp_path_factory.mktemp("made_up")
    sizes = made_up.write_results(folder / "results.h5", replicates=4)
    rows = [(origin, residence, year, int(sizes[i, j] / 2), int(sizes[i, j] / 2))
            for i, origin in enumerate(made_up.PLACES) for j, residence in enumerate(made_up.PLACES) if i != j
            for year in (1990, 2000, 2005, 2010)]
    columns = ["origin", "destination", "year", "male_persons", "female_persons"]
    pandas.DataFrame(rows, columns=columns).to_csv(folder / "stock.csv", index=False)
    return folder / "results.h5", folder / "stock.csv", sizes
