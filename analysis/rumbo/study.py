"""What the studies of tools/ have in common: options, runs of several scenarios, one sentence on failure."""
import argparse
import subprocess
import sys
from pathlib import Path

from .open import ResultsError

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
BASELINE = SCENARIOS / "americas/baseline.toml"


def parser(name, description, examples, replicate_takes):
    """The command line of a study whose results go to out/NAME.

    replicate_takes  time of a replicate on two cores at the default scale, in words
    """
    made = argparse.ArgumentParser(description=description, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--program", type=Path, default=ROOT / "build/release/tools/rumbo", help="default: %(default)s")
    made.add_argument("--scale", default="0.001", help="persons simulated per real person (default: %(default)s)")
    made.add_argument("--replicates", default="12", help=f"default: %(default)s; about {replicate_takes} each on two cores")
    made.add_argument("-o", "--output", type=Path, default=ROOT / "out" / name, help="default: %(default)s")
    made.add_argument("--no-run", action="store_true", help="only print from the results in OUTPUT")
    return made


def simulate(options, name, scenarios, settings=()):
    """Runs scenario files under common random numbers into OUTPUT/NAME.h5; settings are NAME=VALUE."""
    parts = [part for setting in settings for part in ("--set", setting)]
    subprocess.run([options.program, "run", *scenarios, *parts, "--scale", options.scale, "--replicates", options.replicates,
                    "--name", name, "-o", options.output, "--overwrite"], check=True, stdout=sys.stderr)


def exit_status(study, options):
    """Carries a study out: 0 done, 1 failed, with one sentence why."""
    try:
        study(options)
    except (ResultsError, OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0
