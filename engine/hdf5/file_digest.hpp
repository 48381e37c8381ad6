// The digest at the end of every file: sha256 of all bytes before it.
//
// Readers of HDF5 ignore what follows the end of the data, so the file stays an HDF5 file for
// every program; whatever bit of it changes, the digest tells before the library sees a byte.
// A program that adds to the file overwrites the digest. May include: base.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/error.hpp"

namespace rumbo::hdf5 {

/// A file that is torn or whose content is not what was written.
class DamagedFile : public RunError {
 public:
  using RunError::RunError;
};

/// Length of what is appended: "\nrumbo sha256 ", 64 digits, "\n".
inline constexpr size_t digest_line_length = 79;

/// Appends the digest of a closed file.
/// name    of the file in messages
/// throws  RunError if the disk is full or the file cannot be read
void append_digest(const std::filesystem::path& path, const std::string& name);

/// Reads a file once and compares it with its digest.
///
/// returns  the digest, or nothing if the file ends without one
/// throws   RunError if it cannot be read, DamagedFile if its content is not what was written
std::optional<std::string> verify_digest(const std::filesystem::path& path);

/// Renames a file to NAME.damaged, replacing one of that name; returns the new name.
std::filesystem::path set_aside(const std::filesystem::path& path);

}  // namespace rumbo::hdf5
