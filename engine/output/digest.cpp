// sha256 of texts and files. See provenance.hpp.
#include <fstream>

#include "engine/base/error.hpp"
#include "engine/base/sha256.hpp"
#include "engine/output/provenance.hpp"

namespace rumbo {

std::string sha256(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes.data(), bytes.size());
  return sum.hexadecimal();
}

std::string sha256_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail_by_system("read " + path.string());
  Sha256 sum;
  std::string buffer(1 << 16, '\0');
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0)
    sum.add(buffer.data(), static_cast<size_t>(file.gcount()));
  if (file.bad())
    throw RunError("cannot read " + path.string() + ": the system gave up on the way");
  return sum.hexadecimal();
}

}  // namespace rumbo
