// Columns: one contiguous run of memory for all slots, on huge pages where the
// system gives them, zero until touched. May include: base.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "engine/base/archive.hpp"

namespace rumbo {

/// Address space for `bytes`, backed by memory only where it is touched.
class Reservation {
 public:
  Reservation() = default;
  /// throws RunError if the system refuses
  explicit Reservation(size_t bytes);
  ~Reservation();
  Reservation(Reservation&& other) noexcept;
  Reservation& operator=(Reservation&& other) noexcept;
  Reservation(const Reservation&) = delete;
  Reservation& operator=(const Reservation&) = delete;

  std::byte* data() const { return data_; }
  size_t bytes() const { return bytes_; }

 private:
  std::byte* data_ = nullptr;
  size_t bytes_ = 0;
};

/// Elements of a column that lie side by side.
struct ColumnRange {
  uint32_t owner = 0;  ///< in digests, see ArchivePiece
  size_t first = 0;
  size_t count = 0;
};
/// Calls what it is given with each range, in order; the same ones at every call.
using ColumnRanges = std::function<void(const std::function<void(const ColumnRange&)>&)>;

/// What all columns have in common, for copying, saving and digesting.
class ColumnBase {
 public:
  virtual ~ColumnBase() = default;
  /// A copy that has the first `count` values of this one, and zeros elsewhere.
  virtual std::unique_ptr<ColumnBase> clone(size_t count) const = 0;
  virtual void visit(Archive& archive, const ColumnRanges& ranges) = 0;
  /// Whether nothing but zeros stands there.
  virtual bool is_zero(const ColumnRange& range) const = 0;
  virtual size_t bytes_per_slot() const = 0;
  const std::string& name() const { return name_; }

 protected:
  explicit ColumnBase(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

/// The unsigned integer as wide as T, as which a column of words with accessors is archived.
template <class T>
struct UnsignedOf {
  using type = std::conditional_t<
      sizeof(T) == 1, uint8_t,
      std::conditional_t<sizeof(T) == 2, uint16_t,
                         std::conditional_t<sizeof(T) == 4, uint32_t, uint64_t>>>;
  static_assert(sizeof(type) == sizeof(T));
};

/// A value of type T for every slot.
template <class T>
class Column final : public ColumnBase {
 public:
  Column(std::string name, size_t capacity)
      : ColumnBase(std::move(name)), memory_(capacity * sizeof(T)) {}

  T* data() { return reinterpret_cast<T*>(memory_.data()); }
  const T* data() const { return reinterpret_cast<const T*>(memory_.data()); }
  T& operator[](size_t slot) { return data()[slot]; }
  const T& operator[](size_t slot) const { return data()[slot]; }

  std::unique_ptr<ColumnBase> clone(size_t count) const override {
    auto copy = std::make_unique<Column<T>>(name_, memory_.bytes() / sizeof(T));
    std::memcpy(copy->data(), data(), count * sizeof(T));
    return copy;
  }
  void visit(Archive& archive, const ColumnRanges& ranges) override {
    using Number =
        std::conditional_t<std::is_arithmetic_v<T>, std::type_identity<T>, UnsignedOf<T>>;
    archive.pieces("people/" + name_, element_type<typename Number::type>(),
                   [&](const auto& visit_one) {
                     ranges([&](const ColumnRange& range) {
                       visit_one(ArchivePiece{range.owner, data() + range.first, range.count});
                     });
                   });
  }
  bool is_zero(const ColumnRange& range) const override {
    const std::byte* bytes = memory_.data() + range.first * sizeof(T);
    return std::all_of(bytes, bytes + range.count * sizeof(T),
                       [](std::byte b) { return b == std::byte{0}; });
  }
  size_t bytes_per_slot() const override { return sizeof(T); }

 private:
  Reservation memory_;
};

}  // namespace rumbo
