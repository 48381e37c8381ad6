"""What to do with result files: open them, plot stocks beside data, what policies changed, markets, sweeps."""
from .effect import plot_effect_over_time, plot_policy_effect
from .histories import panel, spells
from .markets import plot_fee_against_effort, plot_route_shares, plot_victims, route_share_error
from .open import Results, ResultsError, open_results
from .stock import plot_stock_by_corridor
from .sweep import plot_morris, plot_responses, plot_tornado, read_indices
from .wellbeing import recidivism, survey, vulnerability, welfare

__all__ = ["Results", "ResultsError", "open_results", "panel", "plot_effect_over_time", "plot_fee_against_effort",
           "plot_morris", "plot_policy_effect", "plot_responses", "plot_route_shares", "plot_stock_by_corridor",
           "plot_tornado", "plot_victims", "read_indices", "recidivism", "route_share_error", "spells", "survey",
           "vulnerability", "welfare"]
