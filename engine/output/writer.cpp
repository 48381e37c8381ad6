// See writer.hpp.
#include "engine/output/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>
#include <regex>
#include <system_error>
#include <thread>

#include "engine/base/error.hpp"
#include "engine/output/file_kind.hpp"

namespace rumbo {

namespace {

using std::filesystem::file_type;

/// Refuses what may not serve as our own folder: a file, and what a link leads to.
void require_no_other(const std::filesystem::path& folder) {
  std::error_code ignored;
  const file_type found = std::filesystem::symlink_status(folder, ignored).type();
  if (found == file_type::symlink)
    throw RunError("cannot keep parts in " + folder.string() +
                   ": it is a link, and files would be removed where it leads; remove the link");
  if (found != file_type::not_found && found != file_type::directory)
    throw RunError("cannot keep parts in " + folder.string() + ": it is a file, not a folder");
}

void make_folder(const std::filesystem::path& folder) {
  require_no_other(folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw RunError("cannot make the folder " + folder.string() + ": " + error.message());
}

}  // namespace

/// The blocks that wait and the thread that writes them.
class ResultsWriter::Queue {
 public:
  Queue(const ResultsHeader& header, const std::filesystem::path& folder, size_t capacity)
      : header_(header), folder_(folder), capacity_(capacity), thread_(begin_thread()) {}
  ~Queue() { stop(); }

  void push(ResultBlock block, PartFacts facts) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return blocks_.size() < capacity_ || error_; });
    rethrow();
    blocks_.push_back({std::move(block), std::move(facts)});
    changed_.notify_all();
  }

  /// Waits until what was pushed is written; throws what went wrong.
  void flush() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return (blocks_.empty() && !is_writing_) || error_; });
    rethrow();
  }

  /// The same, and ends the thread.
  void drain() {
    stop();
    rethrow();
  }

 private:
  std::thread begin_thread() {
    try {
      return std::thread([this] { work(); });
    } catch (const std::system_error& error) {
      throw RunError("cannot begin the thread that writes results: " + error.code().message() +
                     "; the user or the job may have too many threads");
    }
  }

  struct Waiting {
    ResultBlock block;
    PartFacts facts;
  };

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  void work() {
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !blocks_.empty() || stopping_; });
      if (blocks_.empty()) return;
      const Waiting block = std::move(blocks_.front());
      blocks_.pop_front();
      is_writing_ = true;
      changed_.notify_all();
      lock.unlock();
      if (!write(block)) return;
      lock.lock();
      is_writing_ = false;
      changed_.notify_all();
    }
  }

  /// False after an error, which the next push() or drain() throws.
  bool write(const Waiting& waiting) {
    const ResultBlock& block = waiting.block;
    try {
      // Not before: a run that is refused leaves nothing. Nor again: parts would be lost with it.
      if (!has_folder_) make_folder(folder_);
      has_folder_ = true;
      write_part(part_path(folder_, block.scenario, block.replicate), header_, block,
                 waiting.facts);
      return true;
    } catch (...) {
      const std::lock_guard lock(mutex_);
      error_ = std::current_exception();
      changed_.notify_all();
      return false;
    }
  }

  const ResultsHeader header_;
  const std::filesystem::path folder_;
  const size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> blocks_;
  bool stopping_ = false;
  bool is_writing_ = false;
  bool has_folder_ = false;  // of the thread alone
  std::exception_ptr error_;
  std::thread thread_;  // last: it uses all of the above
};

namespace {

/// "s0001-r000002.h5", as part_path() makes it, or "shard-all-000003.h5", as shard_name() does;
/// perhaps with the ending of an unfinished one.
bool is_name_of_part(const std::string& name) {
  static const std::regex pattern(
      "(s[0-9]{4,}-r[0-9]{6,}|shard-[A-Za-z0-9-]+-[0-9]{6,})\\.h5(\\.tmp)?");
  return std::regex_match(name, pattern);
}

/// What a sweep notes beside its shards.
bool is_name_of_note(const std::string& name) {
  static const std::regex pattern("failed-[A-Za-z0-9-]+\\.jsonl|sweep\\.json");
  return std::regex_match(name, pattern);
}

/// A link goes as a link; of files only those that hold what we write.
bool may_be_removed(const std::filesystem::path& path) {
  if (is_name_of_note(path.filename().string())) {
    std::error_code ignored;
    const file_type type = std::filesystem::symlink_status(path, ignored).type();
    return type == file_type::regular || type == file_type::symlink;
  }
  if (!is_name_of_part(path.filename().string())) return false;
  const FileKind kind = kind_of_file(path);
  return kind == FileKind::link || kind == FileKind::results || kind == FileKind::torn;
}

/// {"s0r0": "..."} of the parts that know the digest of their final state; "" if none does.
std::string digests_of(const ResultsHeader& header, const std::filesystem::path& folder) {
  nlohmann::json digests;
  for (uint32_t scenario = 0; scenario < header.scenarios.size(); ++scenario)
    for (const uint32_t replicate : header.replicates) {
      const auto part = part_path(folder, scenario, replicate);
      if (!std::filesystem::exists(part)) continue;  // the merge says which one is missing
      const std::string digest = facts_of_part(part).state_digest;
      if (!digest.empty()) digests[fmt::format("s{}r{}", scenario, replicate)] = digest;
    }
  return digests.empty() ? "" : digests.dump();
}

}  // namespace

ResultsWriter::ResultsWriter(std::filesystem::path path, ResultsHeader header, size_t most_waiting)
    : path_(std::move(path)), folder_(path_), header_(std::move(header)) {
  check_header(header_);
  folder_.replace_extension(".parts");
  require_no_other(folder_);
  finished_ = rumbo::finished_parts(folder_, header_, &set_aside_);
  queue_ = std::make_unique<Queue>(header_, folder_, most_waiting);
}

ResultsWriter::~ResultsWriter() = default;

void ResultsWriter::discard_parts() {
  rumbo::discard_parts(folder_);
  finished_.clear();
}

double ResultsWriter::seconds_of_parts() const {
  double most = 0;
  for (const auto& [scenario, replicate] : finished_)
    most = std::max(most, facts_of_part(part_path(folder_, scenario, replicate)).seconds);
  return most;
}

void ResultsWriter::push(ResultBlock block, PartFacts facts) {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->push(std::move(block), std::move(facts));
}

void ResultsWriter::flush() {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->flush();
}

bool ResultsWriter::finish(const std::vector<ResultAttribute>& attributes,
                           const std::function<bool()>& must_stop) {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->drain();
  queue_.reset();
  ResultsHeader header = header_;
  header.attributes.insert(header.attributes.end(), attributes.begin(), attributes.end());
  if (const auto digests = digests_of(header, folder_); !digests.empty())
    header.attributes.push_back({"state_digests", digests});
  if (!merge_parts(path_, header, folder_, must_stop)) return false;
  discard_parts();
  std::error_code ignored;  // a folder that holds something else stays
  std::filesystem::remove(folder_, ignored);
  return true;
}

void discard_parts(const std::filesystem::path& folder) {
  std::error_code ignored;  // a left-over that stays is written over
  if (std::filesystem::symlink_status(folder, ignored).type() != file_type::directory) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (may_be_removed(entry.path())) std::filesystem::remove(entry.path(), ignored);
}

std::vector<std::filesystem::path> parts_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code none;
  if (std::filesystem::symlink_status(folder, none).type() != file_type::directory) return found;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.path().extension() == ".h5" && may_be_removed(entry.path()))
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace rumbo
