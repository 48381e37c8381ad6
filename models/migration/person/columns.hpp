// The columns that the model keeps of a person besides the engine's.
//
// May include: base, people, what the columns hold.
#pragma once
#include <cstdint>

#include "engine/base/money.hpp"
#include "engine/people/column_group.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/person/person.hpp"

namespace rumbo::migration {

/// A declaration is a column: its type and its name in archives. The order never changes.
struct PersonColumns : ColumnGroup {
  ColumnHandle<Facts> facts = declare<Facts>("facts");
  ColumnHandle<Cents> wealth = declare<Cents>("wealth");
  ColumnHandle<uint16_t> arrival = declare<uint16_t>("arrival");  ///< month, where they live
  ColumnHandle<uint16_t> settled =
      declare<uint16_t>("settled");  ///< month up to which wealth at home is settled
  ColumnHandle<Beliefs> beliefs = declare<Beliefs>("beliefs");

  constexpr PersonColumns() = default;
};
inline constexpr PersonColumns person_columns;

}  // namespace rumbo::migration
