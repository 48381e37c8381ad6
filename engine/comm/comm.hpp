// Ranks: the one door to other processes that share a run.
//
// Everything that several ranks must agree on goes through here. A run is given its Comm; nothing
// of it belongs to the process, so runs may go side by side. May include: base; the only room with
// MPI.
#pragma once
#include <cstdint>
#include <span>

namespace rumbo {

/// What one rank of a run knows of all of them. Every rank has one of its own.
///
/// sum() and max() are collective: all ranks call them in the same order, with as many cells, and
/// all get the same.
class Comm {
 public:
  virtual ~Comm() = default;

  /// This rank's number, from 0.
  virtual int rank() const = 0;
  /// How many ranks share the run, at least 1.
  virtual int n_ranks() const = 0;
  /// Sums each cell over all ranks, in place, on every rank; held at the limits of 64 bits as
  /// saturating_add() does.
  virtual void sum(std::span<int64_t> cells) const = 0;
  /// The largest of a number over all ranks.
  virtual int64_t max(int64_t number) const = 0;

  /// Whether this is the rank that does what is to be done once: it counts what all ranks know
  /// alike, and writes files.
  bool is_first() const { return rank() == 0; }
  /// Whether something holds on any rank.
  bool any(bool holds) const { return max(holds ? 1 : 0) != 0; }
};

/// The Comm of a run that has one rank: what it has is already the sum.
const Comm& one_rank();

}  // namespace rumbo
