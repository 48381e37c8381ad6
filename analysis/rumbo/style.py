"""One look for all figures: colours that the colour-blind tell apart, letters that can be read."""
import matplotlib

matplotlib.use("Agg")  # draws to files; needs no screen
import matplotlib.pyplot as plt
from matplotlib.ticker import FuncFormatter, MaxNLocator

# [Okabe and Ito 2008], Color Universal Design: black and yellow left out (text; too pale for lines).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
HEAD = 0.45  # inches kept for the title
FOOT = 0.35  # and for a legend of one line
LEGEND_COLUMNS = 4
INK = "#222222"
GREY = "#767676"

plt.rcParams.update({
    "font.size": 10, "axes.titlesize": 10.5, "axes.titleweight": "bold", "axes.titlelocation": "left",
    "axes.labelsize": 10, "xtick.labelsize": 9, "ytick.labelsize": 9, "legend.fontsize": 10,
    "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": GREY,
    "xtick.color": INK, "ytick.color": INK, "text.color": INK, "axes.labelcolor": INK,
    "axes.grid": True, "axes.grid.axis": "y", "grid.color": "#e4e4e4", "grid.linewidth": 0.8,
    "axes.axisbelow": True, "figure.dpi": 150, "savefig.dpi": 150, "savefig.facecolor": "white",
})


def short_number(value, _position=None):
    """12,300,000 -> "12.3 M", 2,500 -> "2.5 k"."""
    for size, letter in ((1e9, " bn"), (1e6, " M"), (1e3, " k")):
        if abs(value) >= size:
            return f"{value / size:.3g}{letter}".replace("-", "−")
    return f"{value:.3g}".replace("-", "−")


def years_below(axis):
    """Whole years at even steps."""
    axis.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True, steps=[1, 2, 5, 10]))


NUMBERS = FuncFormatter(short_number)
CHANGES = FuncFormatter(lambda value, _position: f"{value:+g}".replace("-", "−") if value else "0")


def panels(count, title, columns=3, height=2.5, foot=FOOT):
    """A figure with its title and `count` axes in rows of `columns`; empty places are removed."""
    columns = min(columns, count)
    rows = -(-count // columns)
    inches = (max(7.5, 3.5 * columns), height * rows + HEAD + foot)
    figure, grid = plt.subplots(rows, columns, figsize=inches, squeeze=False, layout="constrained")
    figure.get_layout_engine().set(rect=(0.005, foot / inches[1], 0.99, 1 - (HEAD + foot) / inches[1]),
                                   h_pad=0.1, w_pad=0.07)
    figure.text(0.01, 1 - 0.12 / inches[1], title, fontsize=12, va="top")
    axes = list(grid.flat)
    for spare in axes[count:]:
        spare.remove()
    return figure, axes[:count]


def foot_for(labels):
    """Inches that the legend of so many labels needs."""
    return FOOT + 0.2 * ((labels - 1) // LEGEND_COLUMNS)


def legend_below(figure, axis):
    """One legend for all panels, at the foot of the figure."""
    handles, labels = axis.get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncol=min(LEGEND_COLUMNS, len(labels)), frameon=False,
                  bbox_to_anchor=(0.5, 0))


def save(figure, path):
    """Write the figure if a path is given, making its folder; returns the figure."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path)
        plt.close(figure)
    return figure
