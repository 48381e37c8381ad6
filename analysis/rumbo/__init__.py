"""What to do with result files: open them, plot stocks beside data, plot what policies changed."""
from .effect import plot_effect_over_time, plot_policy_effect
from .open import Results, ResultsError, open_results
from .stock import plot_stock_by_corridor

__all__ = ["Results", "ResultsError", "open_results", "plot_effect_over_time", "plot_policy_effect",
           "plot_stock_by_corridor"]
