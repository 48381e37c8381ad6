// See column.hpp.
#include "engine/people/column.hpp"

#include <sys/mman.h>

#include <utility>

#include "engine/base/error.hpp"

namespace rumbo {

Reservation::Reservation(size_t bytes) : bytes_(bytes) {
  if (bytes == 0) return;
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED)
    throw RunError("the system refused " + std::to_string(bytes >> 20) +
                   " MiB of address space; use a smaller --scale");
  // Small columns would waste most of a huge page.
  if (bytes >= size_t{32} << 20) madvise(memory, bytes, MADV_HUGEPAGE);
  data_ = static_cast<std::byte*>(memory);
}

Reservation::~Reservation() {
  if (data_ != nullptr) munmap(data_, bytes_);
}

Reservation::Reservation(Reservation&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}

Reservation& Reservation::operator=(Reservation&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace rumbo
