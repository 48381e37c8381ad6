// Where a run's files go, and what lies there already: nothing of it is lost unasked.
//
// Files of a run named NAME in a folder: NAME.h5 (the result), NAME.parts/ (finished parts),
// NAME.checkpoint.h5 and .prev, NAME.parting.rNNNN.MONTH.h5, NAME.lock. May include: output.
#pragma once
#include <filesystem>
#include <string>

namespace rumbo {

/// The name of a result without ".h5". throws InputError unless it is a plain file name
///
/// found  what was asked for
/// where  for the sentence: "--name"
std::string plain_name(const std::string& found, const std::string& where);

/// Makes the folder. throws RunError, one sentence, if files cannot be made in it
void make_output_folder(const std::filesystem::path& folder);

/// What the command line says about files that are there.
struct RunIntent {
  bool resume = false;
  bool overwrite = false;
  std::string identity;  ///< of the run; results, parts and checkpoints carry theirs
};

enum class RunStart {
  begin,     ///< nothing is there, or it was asked to be replaced (and is gone, but the result)
  go_on,     ///< from parts or a checkpoint, or nothing was begun yet
  is_there,  ///< the very result is there, complete
};

/// Decides how a run begins and clears the way. The name must be locked.
///
/// result  FOLDER/NAME.h5
/// throws  RunError, one sentence, if something would be lost that was not asked to be replaced, or
///         belongs to someone else; nothing is touched then
RunStart prepare_place(const std::filesystem::path& result, const RunIntent& intent);

/// NAME.parts and NAME.checkpoint.h5 of FOLDER/NAME.h5
std::filesystem::path parts_folder(const std::filesystem::path& result);
std::filesystem::path checkpoint_file(const std::filesystem::path& result);
/// What the names of files begin with through which scenarios part: NAME.parting
std::filesystem::path parting_name(const std::filesystem::path& result);

/// The attribute that results and parts carry their run's identity in.
inline constexpr const char* identity_attribute = "run_identity";

}  // namespace rumbo
