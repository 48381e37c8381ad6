// See archive.hpp.
#include "engine/base/archive.hpp"

#include "engine/base/error.hpp"

namespace rumbo {

void Archive::refuse(const std::string& name, const std::string& what) const {
  throw RunError("array '" + name + "' " + what);
}

void Archive::visit_parts(const std::string& name, ElementType type, const void* data, size_t count,
                          ArchiveParts, const std::function<void*(size_t)>& place) {
  visit(name, type, data, count, place);
}

}  // namespace rumbo
