// See rationing.hpp.
#include "engine/tally/rationing.hpp"

#include <array>

namespace rumbo {
namespace {

constexpr int n_bytes = 12;

bool has_prefix(const RationKey& key, const std::array<uint8_t, n_bytes>& prefix, int length) {
  for (int i = 0; i < length; ++i)
    if (key.byte(i) != prefix[static_cast<size_t>(i)]) return false;
  return true;
}

RationKey key_of(const std::array<uint8_t, n_bytes>& bytes) {
  RationKey key;
  for (int i = 0; i < 8; ++i) key.high = key.high << 8 | bytes[static_cast<size_t>(i)];
  for (int i = 8; i < n_bytes; ++i) key.low = key.low << 8 | bytes[static_cast<size_t>(i)];
  return key;
}

}  // namespace

RationCut ration(std::span<const RationRequest> requests, int64_t capacity, const Comm& comm) {
  RationCut cut;
  for (const auto& request : requests) cut.asked += request.weight;
  comm.sum({&cut.asked, 1});
  if (cut.asked <= capacity) {
    cut.grants_all = true;
    cut.granted = cut.asked;
    return cut;
  }
  std::array<uint8_t, n_bytes> prefix{};
  for (int length = 0; length < n_bytes; ++length) {
    std::array<int64_t, 256> histogram{};
    for (const auto& request : requests)
      if (has_prefix(request.key, prefix, length))
        histogram[request.key.byte(length)] += request.weight;
    comm.sum(histogram);
    size_t bin = 0;
    while (cut.granted + histogram[bin] <= capacity) cut.granted += histogram[bin++];
    prefix[static_cast<size_t>(length)] = static_cast<uint8_t>(bin);
  }
  cut.first_refused = key_of(prefix);
  return cut;
}

}  // namespace rumbo
