// Who may enter and stay without asking for a visa this month. docs/model.md: Visas.
#include <utility>
#include <vector>

#include "models/migration/visas/visas.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

/// Adds agreements on free residence that parameters open.
void add_agreements(Rooms<> state, std::vector<Rights>& rights) {
  const auto& ids = state.run.parameters->visas;
  const double descent = state.value(ids.descent_share);
  for (size_t c = 0; c < rights.size(); ++c) {
    Rights& r = rights[c];
    r.share = r.by_descent ? descent : 0;
    const double agreed = state.value(ids.free_residence, c);
    if (agreed >= 1) r.may_stay = true;
    if (agreed > 0) r.share = 1 - (1 - r.share) * (1 - agreed);
  }
}

std::vector<Rights> rights_in(const World& world, Month month) {
  std::vector<Rights> found(world.corridors.size());
  for (size_t c = 0; c < found.size(); ++c)
    found[c].needs_visit_visa = world.corridors[c].needs_visit_visa;
  for (const auto& right : world.rights) {
    const Corridor* corridor = world.corridor(right.origin, right.destination);
    if (corridor == nullptr || month.count() < right.from || month.count() >= right.to) continue;
    Rights& r = found[static_cast<size_t>(corridor - world.corridors.data())];
    switch (right.right) {
      case EntryRight::citizenship:
        r.is_citizen = true;
        [[fallthrough]];
      case EntryRight::free_residence:
      case EntryRight::free_movement:
        r.may_stay = true;
        break;
      case EntryRight::descent_visa:
        r.by_descent = true;
        break;
      case EntryRight::visa_free_visit:
        r.needs_visit_visa = false;
        break;
      case EntryRight::visa_required:
        r.needs_visit_visa = true;
        break;
    }
  }
  return found;
}

EntryWay way_of(const Rights& rights) {
  if (rights.is_citizen) return EntryWay::citizenship;
  if (rights.may_stay) return EntryWay::stay;
  return rights.by_descent || rights.share > 0 ? EntryWay::descent : EntryWay::none;
}

}  // namespace

std::vector<Rights> rights_of(Rooms<> state, Month month) {
  std::vector<Rights> rights = rights_in(*state.run.world, month);
  add_agreements(state, rights);
  return rights;
}

void set_entry_rights(Rooms<Visas> state, Month month) {
  Visas& visas = state.visas;
  visas.rights = rights_of(state, month);
  visas.may_stay.resize(visas.rights.size());
  visas.needs_visit_visa.resize(visas.rights.size());
  for (size_t c = 0; c < visas.rights.size(); ++c) {
    visas.may_stay[c] = static_cast<uint8_t>(way_of(visas.rights[c]));
    visas.needs_visit_visa[c] = visas.rights[c].needs_visit_visa;
  }
}

}  // namespace rumbo::migration
