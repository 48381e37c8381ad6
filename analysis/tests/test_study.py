"""What the studies of tools/ share: how a run is asked for, and what becomes of a failure."""
import pytest

from rumbo import ResultsError, study


@pytest.fixture
def options(tmp_path):
    """Options with a program that writes down what it is asked for."""
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/asked\ntest "$1 $4" != "run fail"\n')
    program.chmod(0o755)
    return study.parser("made_up", "", "", "a minute").parse_args(
        ["--program", str(program), "--replicates", "3", "-o", str(tmp_path / "out")])


def test_a_study_asks_for_all_scenarios_in_one_run(options, tmp_path):
    study.simulate(options, "pair", ["a.toml", "b.toml"], ["x=1", "y=2"])
    assert (tmp_path / "asked").read_text().split() == [
        "run", "a.toml", "b.toml", "--set", "x=1", "--set", "y=2", "--scale", "0.001", "--replicates", "3",
        "--name", "pair", "-o", str(tmp_path / "out"), "--overwrite"]


def test_a_failed_study_says_why_in_one_sentence(options, capsys):
    def fails(_):
        raise ResultsError("out/x.h5: no such file")
    assert study.exit_status(fails, options) == 1
    assert capsys.readouterr().err == "error: out/x.h5: no such file\n"
    assert study.exit_status(lambda o: study.simulate(o, "x", ["a.toml", "b.toml", "fail"]), options) == 1
    assert study.exit_status(lambda o: None, options) == 0
