// See parting_files.hpp.
#include "engine/ensemble/parting_files.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/identity.hpp"

namespace rumbo {

namespace fs = std::filesystem;

fs::path PartingFiles::path_of(uint32_t replicate, Month month) const {
  char number[16];
  std::snprintf(number, sizeof number, ".r%04u.", replicate);
  return name_.string() + number + month.text() + ".h5";
}

bool PartingFiles::is_there(uint32_t replicate, Month month) const {
  return are_used() && fs::exists(path_of(replicate, month));
}

void PartingFiles::save(Simulation& trunk, uint32_t replicate, Month month) const {
  SaveArchive archive(path_of(replicate, month));
  archive.text("identity", identity_);
  trunk.visit(archive);
  archive.commit();
}

bool PartingFiles::load(Simulation& branch, uint32_t replicate, Month month,
                        const std::function<void(const std::string&)>& warn) const {
  std::unique_ptr<LoadArchive> archive;
  try {
    archive = std::make_unique<LoadArchive>(path_of(replicate, month));
  } catch (const DamagedCheckpoint& error) {
    if (warn) warn(std::string(error.what()) + "; the scenario is run from its start");
    return false;
  }
  const std::string difference = identity_difference(archive->text("identity"), identity_);
  if (!difference.empty())
    throw RunError(archive->path().string() + ": is of another run; different: " + difference);
  branch.visit(*archive);
  archive->finish();
  return true;
}

void PartingFiles::remove(uint32_t replicate, Month month) const {
  std::error_code ignored;
  const fs::path path = path_of(replicate, month);
  for (const char* end : {"", ".prev", ".tmp"}) fs::remove(path.string() + end, ignored);
}

namespace {

/// "0003.2010-01.h5", with or without what a checkpoint adds.
bool is_number_and_month(std::string_view text) {
  const auto is_digits = [](std::string_view part) {
    return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  const size_t point = text.find('.');
  if (point == text.npos || point < 4 || !is_digits(text.substr(0, point))) return false;
  text.remove_prefix(point + 1);
  if (text.size() < 10 || !is_digits(text.substr(0, 4)) || text[4] != '-') return false;
  const std::string_view end = text.substr(7);
  return is_digits(text.substr(5, 2)) && (end == ".h5" || end == ".h5.prev" || end == ".h5.tmp");
}

}  // namespace

std::vector<fs::path> parting_files_there(const fs::path& name) {
  std::vector<fs::path> found;
  std::error_code error;
  const std::string begin = name.filename().string() + ".r";
  const fs::path folder = name.has_parent_path() ? name.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string file = entry.path().filename().string();
    if (file.starts_with(begin) && is_number_and_month(std::string_view(file).substr(begin.size())))
      found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace rumbo
