// Tells the thread sanitizer what the tasks of oneTBB wait for, which it cannot see inside a
// library that was built without it. Does nothing in other builds.
//
// With these notes a race between two pieces of a loop, or between a loop and what comes after,
// is still found. May include: nothing.
#pragma once
#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#endif

namespace rumbo {

/// What comes before a loop, its pieces, and what comes after it.
class RaceNotes {
 public:
  /// One piece, whether it ends or throws: what it threw is seen after the loop.
  class Piece {
   public:
    explicit Piece(const RaceNotes& notes) : notes_(notes) { notes.begin_piece(); }
    ~Piece() { notes_.end_piece(); }
    Piece(const Piece&) = delete;
    Piece& operator=(const Piece&) = delete;

   private:
    const RaceNotes& notes_;
  };

#if defined(__SANITIZE_THREAD__)
  RaceNotes() {
    __tsan_release(&begun_);
  }
  ~RaceNotes() {
    __tsan_acquire(&ended_);
  }

 private:
  void begin_piece() const {
    __tsan_acquire(&begun_);
  }
  void end_piece() const {
    __tsan_release(&ended_);
  }
  mutable char begun_ = 0, ended_ = 0;
#else

 private:
  void begin_piece() const {}
  void end_piece() const {}
#endif
};

}  // namespace rumbo
