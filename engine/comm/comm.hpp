// Ranks: the one door to other processes of the same run.
//
// Everything that several ranks must agree on goes through here; serial.cpp is
// the whole of it for one rank. May include: base; the only room with MPI.
#pragma once
#include <cstdint>
#include <span>

namespace rumbo {

/// This process's number among the ranks, from 0; rank 0 writes files.
int rank();
int n_ranks();

/// Sums each cell over all ranks, in place, on every rank.
void sum_over_ranks(std::span<int64_t> cells);
/// The largest of a number over all ranks (a signal seen by one rank stops all).
int64_t max_over_ranks(int64_t number);

}  // namespace rumbo
