// A scenario file with the files it extends, read and merged. May include: base.
#pragma once
#include <string>

#include "engine/scenario/document.hpp"

namespace rumbo {

inline constexpr size_t most_files = 1000;         ///< that one scenario may be made of
inline constexpr size_t most_files_in_a_row = 64;  ///< each extending the next

/// Reads a file and what it extends and merges them; notes what is wrong and goes on.
DocumentParts read_with_extended(const std::string& path);

/// A path written at a place in a file, seen from the working folder.
std::string path_beside(const SourceLocation& where, const std::string& path);

/// "; did you mean 'baseline.toml'?" from what stands where `path` was looked for, or "".
std::string nearest_file(const std::string& path);

}  // namespace rumbo
