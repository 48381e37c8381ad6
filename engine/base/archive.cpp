// See archive.hpp.
#include "engine/base/archive.hpp"

#include "engine/base/error.hpp"

namespace rumbo {

void Archive::refuse(const std::string& name, const std::string& what) const {
  throw RunError("array '" + name + "' " + what);
}

}  // namespace rumbo
