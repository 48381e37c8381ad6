// What made-up input is fed to: it is accepted, or refused with an InputError or a RunError.
//
// Anything else (another exception, a broken promise, a sanitizer, a hang) is a finding. The same
// functions serve the fuzzers (entry.cpp) and the tests that replay the corpus.
#pragma once
#include <cstdint>
#include <span>
#include <stdexcept>

namespace rumbo::fuzz {

using Bytes = std::span<const uint8_t>;

/// What no user should meet: an error without a sentence, or accepted input that does not add up.
class Finding : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// A scenario in TOML beside the tutorial's, checked, shown and planned.
void scenario(Bytes input);

/// A name of a table, the end of the line, and the bytes that stand for the tutorial's table of
/// that name; what is accepted runs two months and is audited.
void table(Bytes input);

/// Changes to a result file of the tutorial (see hdf5_edits.hpp); described, read and compared.
void results(Bytes input);

/// Changes to a checkpoint of the tutorial; what is accepted runs two months.
void checkpoint(Bytes input);

}  // namespace rumbo::fuzz
