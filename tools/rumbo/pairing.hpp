// Whether two runs were made to be paired: equal in all but what is compared.
//
// May include: output.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/output/results.hpp"

namespace rumbo {

/// What a file says of one scenario in it.
struct PairingFacts {
  std::string path;   ///< of the file, for sentences
  std::string title;  ///< of the scenario
  /// "seed", "scale", "first month", "record times", "program", each as text
  std::vector<std::pair<std::string, std::string>> run;
  std::string record;  ///< as pairing_record() wrote it; "" in files of older programs
  /// First month in which it differs from the first scenario of its file; nothing if it never
  /// does or the file does not say.
  std::optional<Month> first_difference;
  bool says_difference = false;
};

PairingFacts pairing_facts(const std::filesystem::path& path, const ResultsHeader& header,
                           size_t scenario);

/// All that keeps two runs from being paired, a phrase each: "the seed is 1 in a.h5 and 2 in b.h5",
/// "decision.weight_wage is 0.08 in a.h5 and 0.12 in b.h5". Runs of one file are always paired.
std::vector<std::string> differences_between(const PairingFacts& a, const PairingFacts& b);

}  // namespace rumbo
