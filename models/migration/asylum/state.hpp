// Claims of asylum that wait for a decision.
//
// May include: base.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// How a decision on a claim ends, as tallied.
enum class AsylumOutcome : uint8_t {
  granted,
  complementary,  ///< a temporary right instead
  appealed,       ///< refused, and back in the queue
  refused
};
inline constexpr int n_asylum_outcomes = n_of<AsylumOutcome>;
inline constexpr auto asylum_outcome_names = names_of<AsylumOutcome>();

/// Side table of those whose claim of asylum is pending; each has status asylum_pending.
struct Claim {
  uint16_t local = 0;
  uint16_t since = 0;   ///< month of the claim
  uint16_t filed = 0;   ///< month since when it waits in the queue: of the claim or the appeal
  uint8_t appeals = 0;  ///< made
  bool is_due = false;  ///< decided this month; false between months
  uint32_t order = 0;   ///< draw that orders claims of one month

  static constexpr const char* table = "claims";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::move, Verb::change_status};
  static constexpr bool is_borne(Facts facts) { return facts.status() == Status::asylum_pending; }
  int latest() const { return std::max(since, filed); }  ///< month that it tells of
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Claim::local}, RowField{"since", &Claim::since},
                      RowField{"filed", &Claim::filed}, RowField{"appeals", &Claim::appeals},
                      RowField{"order", &Claim::order}};
  }
};

struct Asylum {
  std::vector<int64_t> decision_carry;  ///< [place] decisions not taken, in millionths
  std::vector<double> with_grounds;     ///< [place] share of its people who can claim asylum
  std::vector<double> protection;  ///< [origin * n + residence] of those without a right, a month
  std::vector<double> refugee_settle;  ///< [place] a month
  double return_factor = 1;
};
RUMBO_ROOM(Asylum, asylum)

using Claims = SideTable<Claim>;  ///< [community]
RUMBO_ROOM_OF_COMMUNITIES(Claims, claims)

}  // namespace rumbo::migration
