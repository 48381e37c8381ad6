// One description of a state serves saving, loading and digesting it.
//
// An object lists its arrays once, in visit(Archive&); what the archive does
// with them is its own business. May include: std only.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace rumbo {

/// Type of the elements of an archived array.
enum class ElementType { i8, u8, i16, u16, i32, u32, i64, u64, f64 };

template <class T>
constexpr ElementType element_type() {
  static_assert(std::is_arithmetic_v<T>);
  if constexpr (std::is_floating_point_v<T>) {
    static_assert(sizeof(T) == 8);
    return ElementType::f64;
  } else {
    constexpr int width = sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3;
    return static_cast<ElementType>(2 * width + (std::is_signed_v<T> ? 0 : 1));
  }
}

constexpr size_t element_size(ElementType type) {
  return type == ElementType::f64 ? 8 : size_t{1} << (static_cast<int>(type) / 2);
}

/// Elements of an array, one after the other, that belong to one owner: a community, by its id.
struct ArchivePart {
  uint32_t owner = 0;
  size_t count = 0;
};
using ArchiveParts = std::span<const ArchivePart>;

/// Elements that lie side by side, of an array that lies in several places.
struct ArchivePiece {
  uint32_t owner = 0;  ///< as in ArchivePart
  void* data = nullptr;
  size_t count = 0;
};
/// Calls what it is given with each piece of an array, in order; the same ones at every call. They
/// may be too many to be listed.
using ArchivePieces = std::function<void(const std::function<void(const ArchivePiece&)>&)>;

/// Saves, loads or digests named arrays; names are unique in one state ("people/wealth").
class Archive {
 public:
  virtual ~Archive() = default;

  /// A vector: loading gives it the length it was saved with.
  /// parts  whose the elements are, where they have owners; they cover the array as it is
  template <class T>
  void array(const std::string& name, std::vector<T>& values, ArchiveParts parts = {}) {
    visit_parts(prefix_ + name, element_type<T>(), values.data(), values.size(), parts,
                [&](size_t count) -> void* {
                  values.resize(count);
                  return values.data();
                });
  }
  /// Memory of a fixed length: loading refuses another length (throws RunError). parts as above
  template <class T>
  void fixed(const std::string& name, std::span<T> values, ArchiveParts parts = {}) {
    visit_parts(
        prefix_ + name, element_type<T>(), values.data(), values.size(), parts,
        [&](size_t count) -> void* { return count == values.size() ? values.data() : nullptr; });
  }
  /// The same of memory in several places: one array, the pieces one after the other.
  void pieces(const std::string& name, ElementType type, const ArchivePieces& pieces) {
    visit_pieces(prefix_ + name, type, pieces);
  }
  /// Names from now on begin with this, so that two states can lie in one archive.
  void begin_names_with(std::string prefix) { prefix_ = std::move(prefix); }
  /// Whether the arrays come from a file. Their owner then checks what they say before it uses it:
  /// lengths, indices, links.
  virtual bool is_loading() const { return false; }
  /// Whether what belongs to owners is added up over them, wherever it lies: what says no more than
  /// where it lies is then left out.
  virtual bool adds_up_parts() const { return false; }
  /// When loading, refuses what an array says unless `holds`.
  ///
  /// what    completes the sentence "array 'NAME' ...", as in "names a place that does not exist"
  /// throws  RunError with the file and the array
  void require(bool holds, const std::string& name, const char* what) const {
    if (!holds && is_loading()) refuse(prefix_ + name, what);
  }
  /// One number.
  template <class T>
  void value(const std::string& name, T& number) {
    fixed(name, std::span<T>(&number, 1));
  }

 protected:
  /// data, count  the array as it is (save, digest); place  memory for `count` elements (load),
  /// nullptr if that length does not fit.
  virtual void visit(const std::string& name, ElementType type, const void* data, size_t count,
                     const std::function<void*(size_t)>& place) = 0;
  /// The same of an array whose elements have owners, if `parts` are given.
  virtual void visit_parts(const std::string& name, ElementType type, const void* data,
                           size_t count, ArchiveParts parts,
                           const std::function<void*(size_t)>& place);
  /// An array in several places. As it stands here, through a copy of all of it.
  virtual void visit_pieces(const std::string& name, ElementType type, const ArchivePieces& pieces);
  /// Elements of all pieces.
  static size_t count_elements(const ArchivePieces& pieces);
  /// Throws RunError: the array NAME of this archive WHAT. Called only when loading.
  [[noreturn]] virtual void refuse(const std::string& name, const std::string& what) const;

 private:
  std::string prefix_;
};

}  // namespace rumbo
