// Points of Sobol's sequence, which fill the unit cube evenly. May include: base, random.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rumbo {

/// Dimensions that the table of direction numbers of Boost.Random has.
size_t most_sobol_dimensions();

/// Refuses what the table does not hold. what  the design that asks
/// throws InputError  dimensions beyond most_sobol_dimensions
void check_sobol_dimensions(const std::string& what, size_t dimensions);

/// Points [n][dimensions] of Sobol's sequence with the direction numbers of [Joe and Kuo 2008], in
/// the order of Gray codes.
///
/// As they are: from the second point on, since the first is 0 in all dimensions, where few
/// distributions have a value. Shifted: from the first point on, with 32 bits of every dimension
/// turned over as the seed says (a digital shift), which keeps how evenly points lie, and in no
/// dimension gives 0 or 1; 2^m points are then one in each 2^m-th part of every dimension, which
/// would be lost without the first point [Owen 2020].
/// n  below 2^32
std::vector<double> sobol_points(size_t n, size_t dimensions, bool is_shifted, uint32_t seed);

}  // namespace rumbo
