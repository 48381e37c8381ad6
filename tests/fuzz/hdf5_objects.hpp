// The groups and datasets of an HDF5 file by number, to be changed one at a time.
//
// Straight on the library's own interface: the program's own layer refuses what is wanted here.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace rumbo::fuzz {

class Objects {
 public:
  /// Opens a file to change it; is_open() is false if the library refuses it.
  explicit Objects(const std::string& path);
  ~Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;
  bool is_open() const { return file_ >= 0 && !names_.empty(); }

  /// number, position  of the object and of its element, modulo how many there are
  void set_element(uint8_t number, uint32_t position, uint64_t value);
  void set_text(uint8_t number, uint32_t position, const std::string& text);
  void remove(uint8_t number);
  /// Makes one axis (position) of a dataset as long as `length`, or one of a few round numbers.
  void resize(uint8_t number, uint32_t position, uint64_t length);
  void retype(uint8_t number, uint32_t position);
  void remove_attribute(uint8_t number, uint32_t position);
  void set_attribute(uint8_t number, uint32_t position, const std::string& text);
  /// Gives the object the name of another, which is lost.
  void rename(uint8_t number, uint32_t position);

 private:
  const std::string& name(uint8_t number) const { return names_[number % names_.size()]; }
  /// Another dataset under the name, with the attributes that are no references.
  void replace(const std::string& name, int64_t type, const std::vector<uint64_t>& shape);

  int64_t file_ = -1;
  std::vector<std::string> names_;  ///< of all objects below the root
};

/// "\nrumbo sha256 DIGITS\n" of some bytes, as every file of the program ends.
std::string digest_line(const std::vector<uint8_t>& bytes);

}  // namespace rumbo::fuzz
