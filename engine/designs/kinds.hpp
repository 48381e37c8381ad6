// The kinds of designs, each from its own file; for designs.cpp. May include: base, tables.
#pragma once
#include "engine/designs/design_kind.hpp"

namespace rumbo {

DesignKind file_design();
DesignKind grid_design();
DesignKind latin_hypercube_design();
DesignKind morris_design();
DesignKind one_at_a_time_design();
DesignKind saltelli_design();
DesignKind sobol_design();

}  // namespace rumbo
