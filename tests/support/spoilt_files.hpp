// Files spoilt on purpose: bits turned, ends cut off, content forged under a digest that holds.
#pragma once
#include <hdf5.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {

/// The bytes with one bit turned.
std::string with_flipped_bit(std::string bytes, size_t bit);

/// Changes an HDF5 file by the library's own calls and gives it a digest that holds, as an enemy
/// would.
void forge(const std::filesystem::path& path, const std::function<void(hid_t file)>& change);

/// Sets element `index` of a dataset of whole numbers.
void set_number(hid_t file, const char* dataset, size_t index, int64_t value);
/// Number of elements of a dataset.
size_t length_of(hid_t file, const char* dataset);
/// Replaces what has this name by a dataset of whole numbers along one axis.
void put_numbers(hid_t file, const char* name, const std::vector<int64_t>& numbers);
/// Replaces what has this name by texts along one axis; bytes as given.
void put_texts(hid_t file, const char* name, const std::vector<std::string>& texts);
/// Replaces a text attribute of an object.
void put_attribute(hid_t file, const char* object, const char* name, const std::string& text);
void put_attribute(hid_t file, const char* object, const char* name, double number);

}  // namespace rumbo::test
