// The keys that every policy may have, described as other things are. See describe.hpp.
#include "tools/rumbo/describe.hpp"

namespace rumbo {
namespace {

Description key(const char* name, const char* meaning, const char* accepted, const char* absent) {
  return {"key", name, meaning, {{"accepted", accepted}, {"if absent", absent}}};
}

}  // namespace

std::vector<Description> policy_keys() {
  const char* const month = "\"YYYY-MM\"";
  return {
      key("id", "Name by which other files change or switch off this policy.", "text", "refused"),
      key("lever", "What the policy does.", "one of `rumbo list levers`", "refused"),
      key("title", "What it is.", "text", "empty"),
      key("source", "Where it is known from.", "text", "empty"),
      key("start", "First month with it; of a policy that waits, the first month watched.", month,
          "refused; of a policy that waits, the start of the scenario"),
      key("end", "First month without it.", month, "for good"),
      key("when", "What it waits for instead of a date: a series of a table of results.",
          "\"TABLE[LABEL, AXIS=LABEL] > NUMBER in N months\"; also >=, <, <=; without labels the "
          "whole table, without months the month before",
          "it starts by its date"),
      key("min_months", "In force at least so long once its series has passed the level.",
          "1 to 1200", "1"),
      key("max_months",
          "In force at most so long at a time; then the series must have turned once before it "
          "comes back.",
          "1 to 1200", "as long as the series says"),
      key("ramp_months",
          "The change grows in equal monthly steps and is whole in this month of it.", "0 to 1200",
          "0, whole at once"),
      key("intensity", "Share of the change asked for; 0 is the baseline bit for bit.", "0 to 1",
          "1"),
      key("enabled", "Whether it is part of the scenario.", "true or false", "true"),
  };
}

}  // namespace rumbo
