"""What to do with result files: open them, plot stocks beside data, plot what policies changed, plot markets."""
from .effect import plot_effect_over_time, plot_policy_effect
from .histories import panel, spells
from .markets import plot_fee_against_effort, plot_route_shares, plot_victims, route_share_error
from .open import Results, ResultsError, open_results
from .stock import plot_stock_by_corridor
from .wellbeing import recidivism, survey, vulnerability, welfare

__all__ = ["Results", "ResultsError", "open_results", "panel", "plot_effect_over_time", "plot_fee_against_effort",
           "plot_policy_effect", "plot_route_shares", "plot_stock_by_corridor", "plot_victims", "recidivism",
           "route_share_error", "spells", "survey", "vulnerability", "welfare"]
