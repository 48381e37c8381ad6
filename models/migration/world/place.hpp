// Places and corridors: where people live and between which places they may move.
//
// May include: base.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/ids.hpp"
#include "engine/base/named_enum.hpp"

namespace rumbo::migration {

/// How a place is represented.
enum class PlaceKind : uint8_t {
  inside,    ///< everyone is a person
  outside,   ///< natives are numbers, migrants are persons
  reservoir  ///< a source and sink of given flows; no one lives there
};
inline constexpr auto place_kind_names = names_of<PlaceKind>();

/// Which citizenship a child has that is born where a parent is a foreigner.
enum class ChildCitizenship : uint8_t { soil, descent, neither };
inline constexpr auto child_citizenship_names = names_of<ChildCitizenship>();

struct Place {
  std::string code;  ///< ISO 3166 alpha-3, or OAM, ROW
  std::string name;
  PlaceKind kind = PlaceKind::inside;
  std::string region;  ///< for readers, no effect
  ChildCitizenship child_citizenship = ChildCitizenship::soil;
};

/// An ordered pair of places between which moves are represented.
struct Corridor {
  uint8_t origin = 0;       ///< PlaceId
  uint8_t destination = 0;  ///< PlaceId
  double distance_km = 0;
  bool is_contiguous = false;
  bool has_common_language = false;
  bool has_colonial_link = false;
  bool needs_visit_visa = false;
  int border = -1;  ///< index of the border crossed irregularly, -1 if there is none
};

/// One of several ways across a guarded border (routes.csv).
struct Route {
  std::string name;
  double days_on_foot = 0;
  double extra_cost_usd = 0;  ///< 2020 USD, beyond the cost of the border
  double death_factor = 1;    ///< on the border's probability of death
};

/// A part of the way to a border: into a place and through it (transit.csv). Probabilities are of
/// any of it at least once.
struct Leg {
  uint8_t from = 0;
  uint8_t to = 0;
  std::string mode;  ///< land or sea, for readers, no effect
  double days = 0;
  double cost_usd = 0;  ///< 2020 USD; a part of the money cost of the border, no addition
  double violence = 0;
  double extortion = 0;
  double stranding = 0;
  double forced_return = 0;
  double death = 0;
};

/// Legs in order of travel, by number.
using Path = std::vector<uint8_t>;

/// What lies between a place and another for those who cross irregularly (borders.csv).
struct Border {
  uint8_t origin = 0;
  uint8_t destination = 0;
  std::string mode;  ///< land, sea or air
  double days = 0;
  double money_cost_usd = 0;    ///< 2020 USD, besides the smuggler
  double smuggler_fee_usd = 0;  ///< 2020 USD, at the enforcement of 2000
  double apprehension = 0;      ///< probability per attempt, at the enforcement of 2000
  double death = 0;             ///< probability per attempt
  double retry = 0;             ///< share that tries again after an apprehension
  bool has_routes = false;      ///< crossed by one of the routes of routes.csv
  Path path;                    ///< legs before the crossing as usually taken; may be empty
  Path other_path;              ///< a second way
  bool has_other_path = false;
};

/// Legal ways that need no rationed visa.
enum class EntryRight : uint8_t {
  citizenship,
  free_residence,
  free_movement,
  descent_visa,
  visa_free_visit,
  visa_required
};
inline constexpr auto entry_right_names = names_of<EntryRight>();

/// A right that citizens of origin have at destination between two months.
struct DatedRight {
  uint8_t origin = 0;
  uint8_t destination = 0;
  EntryRight right = EntryRight::citizenship;
  int from = 0;  ///< Month count, inclusive
  int to = 0;    ///< Month count, exclusive; a large number if it lasts
};

/// Yearly places of a kind of visa (visas.csv).
enum class VisaKind : uint8_t { work, study, family, seasonal };
inline constexpr int n_visa_kinds = n_of<VisaKind>;
inline constexpr auto visa_kind_names = names_of<VisaKind>();

}  // namespace rumbo::migration
