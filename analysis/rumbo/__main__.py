"""Figures and tables from a result file: python3 -m rumbo plot|corridors RESULT --data FOLDER."""
import argparse
import sys
from pathlib import Path

from . import (ResultsError, corridors, market_report, open_results, plot_effect_over_time, plot_fee_against_effort,
               plot_morris, plot_policy_effect, plot_responses, plot_route_shares, plot_stock_by_corridor, plot_tornado,
               plot_victims, read_indices, series, sweep)

EXAMPLES = """examples:
  python3 -m rumbo plot out/quota.h5 --data scenarios/americas -o out/figures
  python3 -m rumbo plot out/quota.h5 -o out/figures --baseline baseline
  python3 -m rumbo corridors out/baseline.h5 --data scenarios/americas
  python3 -m rumbo sensitivity out/quota-sweep.h5 --indices out/indices.csv -o out/figures"""


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


def market_figures(results, data, folder, baseline):
    """Draws what the results hold of markets; yields the files written."""
    tables = results.dataset
    if "smuggler_fee" in tables and "MEX->USA" in tables.corridor.values:
        path = folder / "fee_and_effort.png"
        plot_fee_against_effort(results, path)
        yield path
    if data is not None and "apprehensions_by_route" in tables and (data / "route_shares.csv").exists():
        path = folder / "route_shares.png"
        plot_route_shares(results, data / "route_shares.csv", path, scenario=baseline)
        yield path
    if "victims_new" in tables:
        path = folder / "victims.png"
        plot_victims(results, path, scenario=baseline)
        yield path


def draw(options):
    """Writes the figures and says where."""
    results = opened(options)
    written = [path for of_kind in (figures, market_figures)
               for path in of_kind(results, options.data, options.output, options.baseline)]
    for path in written:
        print(path)
    if not written:
        print("nothing to draw: give --data for stocks, or results with two scenarios and two replicates",
              file=sys.stderr)
    return 0 if written else 1


def tabulate(options):
    """Prints the tables of stocks."""
    print(corridors.report(opened(options), options.data, options.baseline, options.count))
    return 0


def report_markets(options):
    """Prints the tables of the market of passages."""
    print(market_report.report(opened(options), options.data, options.baseline, options.since))
    return 0


def draw_sweep(options):
    """Writes the figures of a sweep and says where."""
    results, indices = opened(options), read_indices(options.indices)
    method = sweep.best_method(indices)
    ranks = indices[indices.method == method].groupby("parameter")["rank"].mean()
    strongest = list(ranks.sort_values(kind="stable").index[:sweep.MOST_PANELS])
    plot_tornado(indices, options.output / "tornado.png", method)
    print(options.output / "tornado.png")
    if method == "morris":
        plot_morris(indices, options.output / "morris.png")
        print(options.output / "morris.png")
    named = {one.name: one for one in series.HEADLINES}
    if options.series not in [None, *named]:
        options.refuse(f"no series '{options.series}'; expected one of {', '.join(named)}")
    plot_responses(results, named.get(options.series), options.output / "responses.png", options.baseline,
                   parameters=strongest)
    print(options.output / "responses.png")
    return 0


def opened(options):
    """The result file of the command line; a scenario that it lacks is bad use."""
    results = open_results(options.result)
    if options.baseline not in [None, *results.scenarios]:
        options.refuse(f"no scenario '{options.baseline}' in the results; expected one of "
                       f"{', '.join(results.scenarios)}")
    return results


def parser_of_all():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python3 -m rumbo", description=__doc__, epilog=EXAMPLES,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name, text, run):
        added = commands.add_parser(name, help=text, description=text, epilog=EXAMPLES,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
        added.add_argument("result", type=Path, help="result file")
        added.set_defaults(run=run, refuse=parser.error)
        return added

    plot = command("plot", "figures of one result file", draw)
    plot.add_argument("--data", type=Path, help="folder with stock.csv (counted stocks) and places.csv")
    plot.add_argument("--baseline", help="scenario to compare with (default: the first)")
    plot.add_argument("-o", "--output", type=Path, default=Path("."), help="folder for the figures")
    table = command("corridors", "Markdown tables of simulated stocks beside those counted", tabulate)
    table.add_argument("--data", type=Path, required=True, help="folder with stock.csv and places.csv")
    table.add_argument("--scenario", dest="baseline", help="scenario to show (default: the first)")
    table.add_argument("--count", type=int, default=10, help="corridors in the table (default: %(default)s)")
    market = command("markets", "Markdown tables of smugglers, debts and routes between Mexico and the USA", report_markets)
    market.add_argument("--data", type=Path, required=True, help="folder with route_shares.csv")
    market.add_argument("--baseline", help="scenario to compare with (default: the first)")
    market.add_argument("--since", type=int, default=2001, help="first year that counts (default: %(default)s)")
    swept = command("sensitivity", "figures of a sweep: what matters, and how results follow parameters", draw_sweep)
    swept.add_argument("--indices", type=Path, required=True, help="what rumbo sensitivity -o FILE.csv wrote")
    swept.add_argument("--series", help="headline series of the curves (default: the first that the file holds)")
    swept.add_argument("--scenario", dest="baseline", help="scenario of the curves (default: the first)")
    swept.add_argument("-o", "--output", type=Path, default=Path("."), help="folder for the figures")
    return parser


def main(arguments=None):
    """Exit status: 0 done, 1 failed, 2 bad use."""
    options = parser_of_all().parse_args(arguments)
    try:
        return options.run(options)
    except (ResultsError, ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
