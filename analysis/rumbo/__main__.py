"""Figures from a result file: python3 -m rumbo plot RESULT --data FOLDER -o DIR."""
import argparse
import sys
from pathlib import Path

from . import ResultsError, open_results, plot_effect_over_time, plot_policy_effect, plot_stock_by_corridor

EXAMPLES = """examples:
  python3 -m rumbo plot out/quota.h5 --data scenarios/americas -o out/figures
  python3 -m rumbo plot out/quota.h5 -o out/figures --baseline baseline"""


def figures(results, data, folder, baseline):
    """Draws what the results allow; yields the files written."""
    if data is not None and "stock" in results.dataset:
        path = folder / "stock_by_corridor.png"
        plot_stock_by_corridor(results, data / "stock.csv", path=path, scenario=baseline)
        yield path
    if len(results.scenarios) > 1 and len(results.replicates) > 1:
        for name, plot in (("policy_effect", plot_policy_effect), ("effect_over_time", plot_effect_over_time)):
            path = folder / f"{name}.png"
            plot(results, path, baseline=baseline)
            yield path


def main(arguments=None):
    """Exit status: 0 done, 1 failed, 2 bad use."""
    parser = argparse.ArgumentParser(prog="python3 -m rumbo", description=__doc__, epilog=EXAMPLES,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    plot = commands.add_parser("plot", help="figures of one result file", epilog=EXAMPLES,
                               formatter_class=argparse.RawDescriptionHelpFormatter)
    plot.add_argument("result", type=Path, help="result file")
    plot.add_argument("--data", type=Path, help="folder with stock.csv (counted stocks) and places.csv")
    plot.add_argument("--baseline", help="scenario to compare with (default: the first)")
    plot.add_argument("-o", "--output", type=Path, default=Path("."), help="folder for the figures")
    options = parser.parse_args(arguments)
    try:
        results = open_results(options.result)
        if options.baseline not in [None, *results.scenarios]:
            parser.error(f"no scenario '{options.baseline}' in the results; expected one of {', '.join(results.scenarios)}")
        written = list(figures(results, options.data, options.output, options.baseline))
    except (ResultsError, ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(path)
    if not written:
        print("nothing to draw: give --data for stocks, or results with two scenarios and two replicates",
              file=sys.stderr)
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
