// See hdf5_edits.hpp.
#include "tests/fuzz/hdf5_edits.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/fuzz/hdf5_objects.hpp"
#include "tests/fuzz/workplace.hpp"

namespace rumbo::fuzz {
namespace {

constexpr size_t most_edits = 16;
constexpr uint8_t n_operations = 12;

/// Reads numbers off the input; zeros where it ends.
class Reader {
 public:
  explicit Reader(Bytes bytes) : bytes_(bytes) {}
  bool is_at_end() const { return bytes_.empty(); }
  template <class T>
  T next() {
    T value = 0;
    const size_t count = std::min(sizeof(T), bytes_.size());
    std::memcpy(&value, bytes_.data(), count);
    bytes_ = bytes_.subspan(count);
    return value;
  }
  Bytes rest() const { return bytes_; }

 private:
  Bytes bytes_;
};

/// The value where the types of most columns end, and a little beyond.
uint64_t edge(uint64_t choice) {
  static const uint64_t edges[] = {0,
                                   ~uint64_t{0},
                                   1,
                                   0x7f,
                                   0x80,
                                   0x7fff,
                                   0x7fffffff,
                                   0x80000000,
                                   0x7fffffffffffffff,
                                   0x8000000000000000,
                                   0x7ff0000000000000,  // infinity
                                   0x7ff8000000000000,  // not a number
                                   std::bit_cast<uint64_t>(-1.0),
                                   std::bit_cast<uint64_t>(1e308)};
  return edges[choice % std::size(edges)];
}

std::string some_text(uint64_t choice) {
  static const std::vector<std::string> texts{"",
                                              "x",
                                              "sum",
                                              "time: sum",
                                              "time: point",
                                              "complete",
                                              "../x",
                                              "\xff\xfe",
                                              "place place",
                                              "no_such_axis",
                                              std::string(3000, 'a'),
                                              "1e999",
                                              "a\nb",
                                              "time",
                                              "{",
                                              "-1"};
  return texts[choice % texts.size()];
}

/// One change inside the file.
void edit(Objects& objects, uint8_t operation, uint8_t object, uint32_t position, uint64_t value) {
  switch (operation) {
    case 0:
      return objects.set_element(object, position, value);
    case 1:
      return objects.set_element(object, position, edge(value));
    case 2:
      return objects.remove(object);
    case 3:
      return objects.resize(object, position, value);
    case 4:
      return objects.retype(object, position);
    case 5:
      return objects.remove_attribute(object, position);
    case 6:
      return objects.set_attribute(object, position, some_text(value));
    case 7:
      return objects.set_text(object, position, some_text(value));
    default:
      return objects.rename(object, position);
  }
}

constexpr std::string_view line_begin = "\nrumbo sha256 ";
constexpr size_t line_length = 79;

bool ends_with_digest(const std::vector<uint8_t>& bytes) {
  return bytes.size() >= line_length &&
         std::equal(line_begin.begin(), line_begin.end(), bytes.end() - line_length);
}

/// Bytes of the file without the digest that ends it.
std::vector<uint8_t> content_of(const std::string& path) {
  std::vector<uint8_t> bytes = bytes_of_file(path);
  if (ends_with_digest(bytes)) bytes.resize(bytes.size() - line_length);
  return bytes;
}

}  // namespace

void apply_edits(const std::string& path, Bytes input) {
  const std::string name = std::filesystem::path(path).filename().string();
  const bool has_digest = ends_with_digest(bytes_of_file(path));
  std::vector<uint8_t> content = content_of(path);
  Reader reader(input);
  for (size_t n = 0; n < most_edits && !reader.is_at_end(); ++n) {
    const auto operation = static_cast<uint8_t>(reader.next<uint8_t>() % n_operations);
    if (operation == 11) {
      content.assign(reader.rest().begin(), reader.rest().end());
      break;
    }
    const auto object = reader.next<uint8_t>();
    const auto position = reader.next<uint32_t>();
    const auto value = reader.next<uint64_t>();
    if (operation == 10) {
      content.resize(content.size() - std::min<size_t>(position, content.size()));
    } else if (operation == 9) {
      if (!content.empty()) content[position % content.size()] = static_cast<uint8_t>(value);
    } else {
      write_file(name, Bytes(content));
      if (Objects objects(path); objects.is_open())
        edit(objects, operation, object, position, value);
      content = content_of(path);
    }
  }
  if (has_digest) {
    const std::string line = digest_line(content);
    content.insert(content.end(), line.begin(), line.end());
  }
  write_file(name, Bytes(content));
}

}  // namespace rumbo::fuzz
