// The thread that writes results while the runs go on.
//
// Finished blocks are handed over, not copied; when as many wait as may, the giver
// waits. An error on the thread surfaces at the giver's next call.
// May include: base, tally, hdf5.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/output/results.hpp"

namespace rumbo {

/// Collects the blocks of an ensemble in PATH.parts/ and merges them into PATH at the end.
///
/// An interruption leaves the parts, never a torn PATH; an older PATH stays whole until finish().
class ResultsWriter {
 public:
  /// Starts the thread; the parts folder is made with the first part. Throws RunError (header; a
  /// file or a link where the folder should be).
  /// most_waiting  blocks that may wait to be written; >= 1
  ResultsWriter(std::filesystem::path path, ResultsHeader header, size_t most_waiting = 2);
  /// Waits for what is being written and leaves the parts; call finish() to get the file.
  ~ResultsWriter();
  ResultsWriter(const ResultsWriter&) = delete;
  ResultsWriter& operator=(const ResultsWriter&) = delete;

  /// The parts that are there from an earlier, interrupted run of the same scenarios, as
  /// (scenario index, replicate number): what a resumed run may skip. Ask before the first push.
  const std::vector<std::pair<uint32_t, uint32_t>>& finished_parts() const { return finished_; }

  /// A sentence for each part that was damaged and therefore renamed.
  const std::vector<std::string>& set_aside() const { return set_aside_; }

  /// Removes every part of an earlier run: for a run that is not resumed.
  void discard_parts();

  /// Wall time of the run until the last of the finished parts was done; 0 without any.
  double seconds_of_parts() const;

  /// Hands over a block, from any thread; waits while as many wait as may. Throws RunError of an
  /// earlier block.
  void push(ResultBlock block, PartFacts facts = {});

  /// Waits until all that was pushed lies on disk. Throws RunError of an earlier block.
  void flush();

  /// Waits for the queue, merges, renames, removes the parts.
  ///
  /// attributes  added to the header's (wall_seconds, for one, is known only now), and
  ///             state_digests (JSON, by "s0r0") if the parts have any
  /// must_stop   as in merge_parts()
  /// returns     false if it had to stop: the parts stay, and another writer can finish
  /// throws      RunError of an earlier block or of the merge; the parts stay then
  bool finish(const std::vector<ResultAttribute>& attributes = {},
              const std::function<bool()>& must_stop = {});

  /// PATH.parts
  const std::filesystem::path& folder() const { return folder_; }

 private:
  class Queue;
  std::filesystem::path path_;
  std::filesystem::path folder_;
  ResultsHeader header_;
  std::vector<std::pair<uint32_t, uint32_t>> finished_;
  std::vector<std::string> set_aside_;
  std::unique_ptr<Queue> queue_;
};

/// Removes the parts in a folder: files of their names that hold what a part holds, and links of
/// their names, never what a link leads to. Nothing if the folder is missing or a link.
void discard_parts(const std::filesystem::path& folder);
/// The parts in a folder, whatever run they are of.
std::vector<std::filesystem::path> parts_in(const std::filesystem::path& folder);

}  // namespace rumbo
