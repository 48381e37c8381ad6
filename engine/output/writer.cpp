// See writer.hpp.
#include "engine/output/writer.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>

#include "engine/base/error.hpp"

namespace rumbo {

/// The blocks that wait and the thread that writes them.
class ResultsWriter::Queue {
 public:
  Queue(const ResultsHeader& header, const std::filesystem::path& folder)
      : header_(header), folder_(folder), thread_([this] { work(); }) {}
  ~Queue() { stop(); }

  void push(ResultBlock block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return blocks_.size() < capacity || error_; });
    rethrow();
    blocks_.push_back(std::move(block));
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
  static constexpr size_t capacity = 2;

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
      const ResultBlock block = std::move(blocks_.front());
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
  bool write(const ResultBlock& block) {
    try {
      write_part(part_path(folder_, block.scenario, block.replicate), header_, block);
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
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ResultBlock> blocks_;
  bool stopping_ = false;
  bool is_writing_ = false;
  std::exception_ptr error_;
  std::thread thread_;  // last: it uses all of the above
};

ResultsWriter::ResultsWriter(std::filesystem::path path, ResultsHeader header)
    : path_(std::move(path)), folder_(path_), header_(std::move(header)) {
  check_header(header_);
  folder_.replace_extension(".parts");
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw RunError("cannot make the folder " + folder_.string() + ": " + error.message());
  finished_ = rumbo::finished_parts(folder_, header_, &set_aside_);
  queue_ = std::make_unique<Queue>(header_, folder_);
}

ResultsWriter::~ResultsWriter() = default;

void ResultsWriter::discard_parts() {
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    const auto extension = entry.path().extension();
    std::error_code ignored;  // a left-over that stays is written over
    if (extension == ".h5" || extension == ".tmp") std::filesystem::remove(entry.path(), ignored);
  }
  finished_.clear();
}

void ResultsWriter::push(ResultBlock block) {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->push(std::move(block));
}

void ResultsWriter::flush() {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->flush();
}

void ResultsWriter::finish(const std::vector<ResultAttribute>& attributes) {
  RUMBO_REQUIRE(queue_ != nullptr);
  queue_->drain();
  queue_.reset();
  header_.attributes.insert(header_.attributes.end(), attributes.begin(), attributes.end());
  merge_parts(path_, header_, folder_);
  discard_parts();
  std::error_code ignored;  // a folder that holds something else stays
  std::filesystem::remove(folder_, ignored);
}

}  // namespace rumbo
