// Groups and datasets of an HDF5 file: create, open, write, read.
//
// Layouts follow what netCDF-4 readers need: creation order tracked, texts in
// UTF-8, attributes of one number, dimension scales. May include: base.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/hdf5/handle.hpp"

namespace rumbo::hdf5 {

using Shape = std::vector<uint64_t>;

/// How a dataset lies in the file.
struct Layout {
  Shape chunk;              ///< empty = contiguous; else one length an axis
  bool compressed = false;  ///< shuffle, deflate 1 and fletcher32; needs chunks
  bool growing = false;     ///< unlimited first axis; needs chunks
};

/// What groups and datasets share: a name in the file and attributes.
class Node {
 public:
  /// "FILE: /name", for messages.
  const std::string& name() const { return name_; }
  int64_t id() const { return handle_.id(); }

  void set_attribute(const std::string& name, const std::string& text);
  void set_attribute(const std::string& name, const char* text) {
    set_attribute(name, std::string(text));
  }
  void set_attribute(const std::string& name, int64_t number);
  void set_attribute(const std::string& name, int32_t number);
  void set_attribute(const std::string& name, double number);

  std::vector<std::string> attribute_names() const;
  bool has_attribute(const std::string& name) const;
  /// Nothing if it is absent or not one text. Throws RunError if it is not UTF-8 or longer than
  /// the file.
  std::optional<std::string> text_attribute(const std::string& name) const;
  /// Nothing if it is absent or not one number.
  std::optional<double> number_attribute(const std::string& name) const;

 protected:
  Node(Handle handle, std::string name) : handle_(std::move(handle)), name_(std::move(name)) {}
  void write_number(const std::string& name, ElementType type, const void* number);

  Handle handle_;
  std::string name_;
};

/// An array of numbers of one type.
class Dataset : public Node {
 public:
  Dataset(Handle handle, std::string name) : Node(std::move(handle), std::move(name)) {}

  Shape shape() const;
  /// Throws RunError if the product of the shape is over 64 bits.
  uint64_t size() const;
  /// Refuses a dataset that does not hold what its shape promises: elements in another file, a
  /// block that is missing or was never written, more elements than the bytes stored can unpack
  /// to. Look before memory is taken for what a file says. throws  RunError
  void require_whole() const;
  /// Throws RunError if the elements are no numbers that ElementType names.
  ElementType type() const;

  void write(ElementType type, const void* data);
  template <class T>
  void write(std::span<const T> values) {
    write(element_type<T>(), values.data());
  }
  template <class T>
  void write(const std::vector<T>& values) {
    write(std::span<const T>(values));
  }
  /// Writes all elements and closes the dataset, which says what write() asks a flush for: that
  /// walks all of a file, and of many small datasets each would.
  void write_and_close(ElementType type, const void* data);
  /// Writes the block of `count` elements an axis that begins at `offset`.
  void write_block(ElementType type, const void* data, const Shape& offset, const Shape& count);
  /// The same without a flush: for blocks of which many follow, until close().
  void add_block(ElementType type, const void* data, const Shape& offset, const Shape& count);
  /// Says what a flush would.
  void close();

  /// Converts to `type` if the file has another; `data` has room for size() elements.
  void read(ElementType type, void* data) const;
  /// All elements. Throws RunError if the dataset is not whole, or holds fractions and T does not.
  template <class T>
  std::vector<T> read() const {
    require_whole();
    if constexpr (std::is_integral_v<T>) require_integers();
    std::vector<T> values(size());
    read(element_type<T>(), values.data());
    return values;
  }
  void read_block(ElementType type, void* data, const Shape& offset, const Shape& count) const;

  /// Lets the dataset be the axis `dimension`; the name of a coordinate is the dataset's own.
  void make_scale(const std::string& dimension);
  /// Every axis of a dataset needs its scale, or netCDF readers refuse the whole file.
  void attach_scale(const Dataset& scale, unsigned axis);

  Shape chunk() const;
  /// Copies every stored chunk of `source` as it is, compressed, to the place it has there plus
  /// `offset`. Chunk shape, type and filters must be equal; offset a multiple of the chunk.
  void copy_chunks(const Dataset& source, const Shape& offset) { copy_chunks(source, {}, offset); }
  /// The same of what `source` has at these indices of its first axes, whose chunks have length 1;
  /// `offset` is where it goes to.
  void copy_chunks(const Dataset& source, const Shape& first_indices, const Shape& offset);

 private:
  void require_integers() const;
};

/// A folder inside a file.
class Group : public Node {
 public:
  Group(Handle handle, std::string name) : Node(std::move(handle), std::move(name)) {}

  /// path  "people/wealth" makes the groups on the way
  Dataset create_dataset(const std::string& path, ElementType type, const Shape& shape,
                         const Layout& layout = {});
  /// One text, UTF-8 of any length.
  Dataset create_text(const std::string& path, const std::string& text);
  /// Texts along one axis.
  Dataset create_texts(const std::string& path, const std::vector<std::string>& texts);
  Group create_group(const std::string& path);

  bool has(const std::string& path) const;
  /// Opening follows no link to elsewhere, in this file or another: throws RunError.
  Dataset open_dataset(const std::string& path) const;
  Group open_group(const std::string& path) const;
  /// Throws RunError if it is not one text.
  std::string read_text(const std::string& path) const;
  /// Throws RunError unless it is texts along one axis (or one text), all of them UTF-8.
  std::vector<std::string> read_texts(const std::string& path) const;

  /// Names of the members in the order of their creation.
  std::vector<std::string> members() const;
  bool is_group(const std::string& path) const;

 private:
  void require_no_links(const std::string& path) const;
};

}  // namespace rumbo::hdf5
