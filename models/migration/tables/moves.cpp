// Moves between places, and visas.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables moves_tables(const Axes& a) {
  return {sparse_sum(Table::moves, "moves", "moves between places",
                     {a.origin, a.departure, a.destination, a.channel, a.sex, a.age_group}),
          persons_sum(Table::moves_by_channel, "moves_by_channel", "moves by place of birth",
                      {a.origin, a.destination, a.channel, a.sex}),
          persons_sum(Table::moves_by_age, "moves_by_age", "moves by age",
                      {a.departure, a.destination, a.age_group}),
          with(persons_sum(Table::funnel, "funnel", "from wanting to move to arriving",
                           {a.origin, a.destination, a.stage}),
               {summed, summed, apart}),
          persons_sum(Table::visas_applied, "visas_applied", "applications for visas",
                      {a.visa_corridor, a.visa_kind}),
          persons_sum(Table::visas_granted, "visas_granted", "visas granted",
                      {a.visa_corridor, a.visa_kind})};
}

}  // namespace rumbo::migration
