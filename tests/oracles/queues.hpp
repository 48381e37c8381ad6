// Queues and stocks that fill and empty: closed forms, for tests of what the model computes.
#pragma once
#include <algorithm>
#include <cmath>

namespace rumbo::oracle {

/// Waiting after some months when more (or fewer) come than are served; at least 0.
inline double backlog_after(double backlog, double come, double served, double months) {
  return std::max(0.0, backlog + (come - served) * months);
}

/// Chance of an applicant in a lottery.
inline double admission_chance(double places, double applicants) {
  return applicants > places ? places / applicants : 1.0;
}

/// Mean number of decisions that a claim takes whose refusals are appealed with a probability, at
/// most so many times, and the probability that it is recognized in the end.
struct ClaimCourse {
  double decisions = 0, recognized = 0;
};
inline ClaimCourse course_of_claim(double recognition, double appeal, int most_appeals) {
  ClaimCourse course;
  for (int k = 0; k <= most_appeals; ++k) {
    const double asks = std::pow((1 - recognition) * appeal, k);
    course.decisions += asks;
    course.recognized += asks * recognition;
  }
  return course;
}

/// A stock after a time of constant inflow and a constant hazard of leaving, exact.
inline double stock_after(double stock, double inflow, double hazard, double time) {
  const double left = std::exp(-hazard * time);
  return stock * left + (hazard > 0 ? inflow * (1 - left) / hazard : inflow * time);
}

/// The same in the long run; counted at the ends of months by the second, where who comes can leave
/// from the next month on.
inline double steady_stock(double inflow, double hazard) {
  return inflow / hazard;
}
inline double steady_stock_at_month_end(double inflow, double hazard) {
  return inflow / (1 - std::exp(-hazard));
}

/// Relative change of a stock when control cuts inflow by one share and exits by another.
/// source  steady state; [Massey, Durand and Pren 2016] for the phenomenon
inline double backfire(double inflow_cut, double exit_cut) {
  return (1 - inflow_cut) / (1 - exit_cut) - 1;
}

}  // namespace rumbo::oracle
