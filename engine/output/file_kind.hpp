// What a file is, without trusting its name: for code that is about to remove or replace it.
//
// May include: base, hdf5.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace rumbo {

enum class FileKind {
  missing,
  link,        ///< a symbolic link, wherever it leads
  results,     ///< a result file or a part, complete
  checkpoint,  ///< a checkpoint
  torn,        ///< begins as HDF5 does, or is empty, and is damaged or not complete
  foreign      ///< anything else: a folder, a text, a file that may not be read
};

FileKind kind_of_file(const std::filesystem::path& path);

/// A text attribute of the root of an HDF5 file; nothing if it has none or cannot be opened.
std::optional<std::string> root_text(const std::filesystem::path& path, const std::string& name);

}  // namespace rumbo
