"""The page of facts: what is known of migration, beside what the model makes of it untouched.

A fact has a band that the mean over replicates must lie in. Its bounds are those of the list
(fact_list.py), set before any run; nothing here moves them.
"""
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional

import numpy as np

from .effect import mean_interval
from .fact_measures import Missing

# form: (how a figure is written, what it is multiplied by)
FORMS = {"share": ("{:.3f}", 1.0), "ratio": ("{:.2f}", 1.0), "per_ten_thousand": ("{:.1f}", 1e4),
         "percent": ("{:+.1f}%", 100.0), "percent_fine": ("{:+.2f}%", 100.0)}


@dataclass(frozen=True)
class Run:
    """What is judged: the results, those of the season by month (or none), the folder of the tables."""

    results: object
    season: object
    data: Path


@dataclass(frozen=True)
class Fact:
    """A claim that the model can fail.

    number     of the list of ten, or "2nd" of the second tier
    seen       target and whose it is, as text
    low, high  the band, in the measure's own unit (a share, a ratio)
    form       how figures are written, a key of FORMS
    measure    Run -> [replicate], or nothing
    needs      what is to be added before it can be measured, if there is no measure
    note       what the measure does not say
    """

    number: str
    name: str
    seen: str
    low: float = -np.inf
    high: float = np.inf
    form: str = "share"
    measure: Optional[Callable] = None
    needs: str = ""
    note: str = ""


@dataclass(frozen=True)
class Finding:
    """What a run says of a fact: mean and half width over replicates, or what is missing."""

    fact: Fact
    middle: float = np.nan
    reach: float = np.nan
    missing: str = ""

    @property
    def verdict(self):
        """pass, fail, or not measured; with "?" where the interval holds a bound of the band."""
        if self.missing:
            return "not measured"
        fact = self.fact
        inside = fact.low <= self.middle <= fact.high
        unsure = any(abs(self.middle - bound) < self.reach for bound in (fact.low, fact.high))
        return ("pass" if inside else "fail") + ("?" if unsure else "")


def find(fact, run):
    """The finding of one fact."""
    if fact.measure is None:
        return Finding(fact, missing=f"needs {fact.needs}")
    try:
        measured = np.asarray(fact.measure(run), dtype=float)
    except Missing as absent:
        return Finding(fact, missing=f"needs {absent}")
    measured = measured[np.isfinite(measured)]
    if len(measured) == 0:
        return Finding(fact, missing="needs a larger scale: it happens in no replicate")
    if len(measured) == 1:
        return Finding(fact, measured[0], np.nan)
    return Finding(fact, *mean_interval(measured))


def written(value, form):
    """A figure in its form."""
    text, factor = FORMS[form]
    return text.format(factor * value)


def band(fact):
    """The band as text."""
    low, high = (written(bound, fact.form) if np.isfinite(bound) else "" for bound in (fact.low, fact.high))
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}"


def row(finding):
    """A line of Markdown."""
    fact = finding.fact
    if finding.missing:
        cells = ["", f"not measured: {finding.missing}", ""]
    else:
        ends = "" if np.isnan(finding.reach) else " ({} to {})".format(
            *(written(finding.middle + side * finding.reach, fact.form) for side in (-1, 1)))
        cells = [band(fact), written(finding.middle, fact.form) + ends, finding.verdict]
    name = fact.name + (f" ({fact.note})" if fact.note else "")
    return f"| {fact.number} | {name} | {fact.seen} | " + " | ".join(cells) + " |"


def table(findings):
    """Lines of Markdown."""
    return ["| # | fact | seen | accepted | simulated | |", "|---|---|---|--:|--:|---|", *(row(finding) for finding in findings)]


def count(findings):
    """A sentence: how many passed, failed, and were not measured."""
    verdicts = [finding.verdict.rstrip("?") for finding in findings]
    unsure = sum(finding.verdict.endswith("?") for finding in findings)
    return (f"{verdicts.count('pass')} pass, {verdicts.count('fail')} fail, {verdicts.count('not measured')} are not measured; "
            f"{unsure} of these verdicts ({'?'}) may turn with more replicates.")


def page(findings, scale, replicates, commit):
    """docs/facts.md; commit says which program ran."""
    return "\n".join([
        "# Facts that the model should reproduce",
        f"Written by `tools/facts` for commit {commit}: {replicates} paired replicates at scale {scale}, "
        "scenarios of `scenarios/validation/` against the baseline; in brackets the 90% interval over the replicates.",
        "",
        "The model is shown as it is, untouched by tuning on these facts: bounds are those of the literature with a tolerance agreed "
        "before any run, and neither they nor a parameter was moved to meet them. Some measures were made clearer after the first "
        "look: the abused of a year are all of them and not new cases only, routes are judged by entries and not by attempts, which "
        "repeat tries swell, and ratios are of means. One mechanism was changed "
        "because a sign came out wrong, that of closing visas (fact 7): the refused now turn to their next choice "
        "([decision 14](decisions/14-next-choices.md)); its size was not fitted. The interval is chance at these "
        "parameters, most of which are assumed; a pass is no proof and a fail is a place to look. "
        "Some facts are inputs in part, and say so.",
        "",
        count(findings),
        "",
        *table(findings), ""])
