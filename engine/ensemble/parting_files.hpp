// Files through which scenarios part from the first where memory holds one run.
//
// May include: base, run, output.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/run/simulation.hpp"

namespace rumbo {

/// One file for each replicate and month in which scenarios part: NAME.rNNNN.MONTH.h5.
class PartingFiles {
 public:
  /// name      path without the end; "" = there are none
  /// identity  of the run that writes them, see identity.hpp
  PartingFiles(std::filesystem::path name, std::string identity)
      : name_(std::move(name)), identity_(std::move(identity)) {}

  bool are_used() const { return !name_.empty(); }
  std::filesystem::path path_of(uint32_t replicate, Month month) const;
  bool is_there(uint32_t replicate, Month month) const;
  /// throws RunError if it cannot be written
  void save(Simulation& trunk, uint32_t replicate, Month month) const;
  /// Lets a run that is at its start go on from the file.
  /// returns  whether it does; if not, `warn` was told why and the run was left as it is
  /// throws   RunError if the file is of another run, or says what cannot be
  bool load(Simulation& branch, uint32_t replicate, Month month,
            const std::function<void(const std::string&)>& warn) const;
  void remove(uint32_t replicate, Month month) const;

 private:
  std::filesystem::path name_;
  std::string identity_;
};

/// The files there under a name, whole, damaged or unfinished.
std::vector<std::filesystem::path> parting_files_there(const std::filesystem::path& name);

}  // namespace rumbo
