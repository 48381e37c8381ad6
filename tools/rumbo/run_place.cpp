// See run_place.hpp.
#include "tools/rumbo/run_place.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/ensemble/parting_files.hpp"
#include "engine/output/file_kind.hpp"
#include "engine/output/identity.hpp"
#include "engine/output/writer.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;
using fs::file_type;

constexpr size_t longest_name = 200;  // of 255 bytes that file systems give, with endings

fs::path previous_of(fs::path path) {
  path += ".prev";
  return path;
}

fs::path unfinished(fs::path path) {
  path += ".tmp";
  return path;
}

/// Our files of scenarios that parted, finished or not.
std::vector<fs::path> parting_files(const fs::path& result, bool are_finished) {
  std::vector<fs::path> found = parting_files_there(parting_name(result));
  std::erase_if(found,
                [&](const fs::path& path) { return (path.extension() != ".tmp") != are_finished; });
  return found;
}

/// Our finished files beside the result, but the parts; and unfinished ones that a kill leaves.
std::vector<fs::path> finished_beside(const fs::path& result) {
  std::vector<fs::path> files = parting_files(result, true);
  files.push_back(checkpoint_file(result));
  files.push_back(previous_of(checkpoint_file(result)));
  return files;
}
std::vector<fs::path> unfinished_beside(const fs::path& result) {
  std::vector<fs::path> files = parting_files(result, false);
  files.push_back(unfinished(checkpoint_file(result)));
  files.push_back(unfinished(result));
  return files;
}

/// Sentences of refusal end with what can be done.
[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
  throw RunError(path.string() + ": " + why);
}

void refuse_foreign_files(const fs::path& result) {
  const FileKind there = kind_of_file(result);
  if (there == FileKind::foreign || there == FileKind::checkpoint)
    refuse(result, "is there and is no result of rumbo; give another --name or -o");
  for (const auto& path : finished_beside(result)) {
    const FileKind kind = kind_of_file(path);
    if (kind == FileKind::foreign || kind == FileKind::results)
      refuse(path, "is there and is no checkpoint of rumbo; give another --name or -o");
  }
  for (const auto& path : unfinished_beside(result))
    if (kind_of_file(path) == FileKind::foreign)
      refuse(path, "is there and is no file of rumbo; give another --name or -o");
  const fs::path parts = parts_folder(result);
  const file_type type = fs::symlink_status(parts).type();
  if (type == file_type::symlink)
    refuse(parts, "is a link, and files would be removed where it leads; remove the link");
  if (type != file_type::not_found && type != file_type::directory)
    refuse(parts, "is a file, not the folder for parts; give another --name or -o");
}

void remove_unfinished(const fs::path& result) {
  std::error_code ignored;
  for (const auto& path : unfinished_beside(result)) fs::remove(path, ignored);
}

void remove_left_overs(const fs::path& result) {
  discard_parts(parts_folder(result));
  std::error_code ignored;
  fs::remove(parts_folder(result), ignored);  // stays if it holds something else
  for (const auto& path : finished_beside(result)) fs::remove(path, ignored);
  remove_unfinished(result);
}

/// What an earlier run left, and the identity its parts give; an empty path if there is nothing.
/// The identity of a checkpoint is looked at when it is resumed from.
struct Begun {
  fs::path path;
  std::string identity;  ///< "" = not known
};

Begun look_for_begun(const fs::path& result) {
  Begun begun;
  for (const auto& part : parts_in(parts_folder(result))) {
    begun.path = parts_folder(result);
    begun.identity = root_text(part, identity_attribute).value_or("");
    if (!begun.identity.empty()) return begun;
  }
  for (const auto& checkpoint : finished_beside(result))
    if (begun.path.empty() && kind_of_file(checkpoint) != FileKind::missing)
      begun.path = checkpoint;
  return begun;
}

[[noreturn]] void refuse_another_run(const fs::path& path, const std::string& found,
                                     const std::string& wanted) {
  refuse(path, "is of another run; different: " + identity_difference(found, wanted) +
                   "; give another --name, or --overwrite to start anew");
}

/// The identity of the result that is there, which is complete.
std::string identity_there(const fs::path& result) {
  const auto found = root_text(result, identity_attribute);
  if (!found || root_text(result, "run_status") != "complete")
    refuse(result,
           "is there, and does not say of which run it is (damaged, or of an older "
           "program); give another --name, or --overwrite to replace it");
  return *found;
}

}  // namespace

std::string plain_name(const std::string& found, const std::string& where) {
  std::string name = found;
  while (name.ends_with(".h5")) name.resize(name.size() - 3);
  const auto is_bad = [](char c) {
    return c == '/' || c == '\0' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  };
  std::string shown = found;
  for (char& c : shown)
    if (is_bad(c) && c != '/') c = '?';
  const auto refused = [&](const std::string& expected) {
    return InputError(fmt::format("{}: found '{}'; expected {}", where, shown, expected));
  };
  if (name.empty() || name == "." || name == "..") throw refused("a name for the result file");
  if (name.find('/') != std::string::npos)
    throw refused("a name without '/'; the folder is given with -o");
  if (std::any_of(name.begin(), name.end(), is_bad))
    throw refused("a name without control characters");
  if (name.size() > longest_name) throw refused(fmt::format("at most {} bytes", longest_name));
  for (const std::string ending : {".checkpoint", ".parts", ".lock", ".parting"})
    if (name.ends_with(ending))
      throw refused("a name that does not end in " + ending + ", as files of a run do");
  return name;
}

void make_output_folder(const fs::path& folder) {
  if (folder.empty()) throw InputError("-o: found ''; expected a folder");
  std::error_code error;
  const bool is_link = fs::symlink_status(folder, error).type() == file_type::symlink;
  const file_type type = fs::status(folder, error).type();
  if (is_link && type == file_type::not_found)
    refuse(folder, "is a link that leads nowhere; expected a folder for results");
  if (type != file_type::not_found && type != file_type::none && type != file_type::directory)
    refuse(folder, "is a file; expected a folder for results");
  fs::create_directories(folder, error);
  if (error) throw RunError("cannot make the folder " + folder.string() + ": " + error.message());
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    fail_by_system("write into the folder " + folder.string());
}

fs::path parts_folder(const fs::path& result) {
  return fs::path(result).replace_extension(".parts");
}

fs::path checkpoint_file(const fs::path& result) {
  return fs::path(result).replace_extension(".checkpoint.h5");
}

fs::path parting_name(const fs::path& result) {
  return fs::path(result).replace_extension(".parting");
}

RunStart prepare_place(const fs::path& result, const RunIntent& intent) {
  refuse_foreign_files(result);
  const Begun begun = look_for_begun(result);
  const bool is_left = !begun.path.empty();
  const bool may_replace = intent.overwrite && (is_left || !intent.resume);
  if (fs::exists(result) && !may_replace) {
    const std::string there = identity_there(result);
    const bool is_same = there == intent.identity;
    if (!is_same && !intent.overwrite) refuse_another_run(result, there, intent.identity);
    if (is_same && begun.identity == intent.identity) remove_left_overs(result);
    if (is_same) return RunStart::is_there;
  }
  if (intent.resume) {
    if (!begun.identity.empty() && begun.identity != intent.identity)
      refuse_another_run(begun.path, begun.identity, intent.identity);
    remove_unfinished(result);
    return RunStart::go_on;
  }
  if (!intent.overwrite && is_left)
    refuse(begun.path,
           "is left of a run that was stopped; --resume goes on, --overwrite starts anew");
  remove_left_overs(result);
  return RunStart::begin;
}

}  // namespace rumbo
