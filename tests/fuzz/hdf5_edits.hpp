// Made-up changes to a file that was good: what a bit error, a script or an enemy may do to it.
//
// Bytes of input drawn at random are hardly ever an HDF5 file, and never one with a good digest;
// these reach what the program does with the content. The digest at the end of a file is made
// again after the changes, or no reader would look further.
#pragma once
#include <string>

#include "tests/fuzz/targets.hpp"

namespace rumbo::fuzz {

/// Applies changes to a file, one after the other: an operation (1 byte, modulo the operations),
/// the number of an object in the file (1 byte), a position (4 bytes) and a value (8 bytes), little
/// endian, zeros where the input ends. What cannot be done to the object is left out.
///
/// | 0 element := value                        | 1 element := one of the edges of its type |
/// | 2 object removed                          | 3 dataset of another length               |
/// | 4 dataset of another type                 | 5 attribute removed                       |
/// | 6 attribute := text                       | 7 text := another text                    |
/// | 8 object under the name of another        | 9 byte of the file := value               |
/// | 10 file cut short                         | 11 the rest of the input is the file      |
void apply_edits(const std::string& path, Bytes input);

}  // namespace rumbo::fuzz
