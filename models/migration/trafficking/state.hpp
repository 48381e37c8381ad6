// Who is held, by whom, who is abused at work, and what the market of trafficking looks like.
//
// Held and abused are marks of a person beside their status; what more is known of either lies in
// side tables of their community. Traffickers are never scaled: they see weighted numbers.
// May include: base, parallel.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/money.hpp"
#include "engine/base/named_enum.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/trafficking/flows.hpp"
#include "models/migration/trafficking/stakes.hpp"

namespace rumbo::migration {

/// How a person came to be held. Numbers never change.
enum class WayIn : uint8_t { recruited, deceived, smuggler, debt, again };
inline constexpr int n_ways_in = n_of<WayIn>;
inline constexpr auto way_in_names = names_of<WayIn>();
/// How a person ceased to be held. Numbers never change.
enum class WayOut : uint8_t { rescue, escape, debt_end, death, conviction, given_up };
inline constexpr int n_ways_out = n_of<WayOut>;
inline constexpr auto way_out_names = names_of<WayOut>();
/// What victims are held for. Numbers never change.
enum class Exploitation : uint8_t { sexual, labour, domestic, other };
inline constexpr int n_exploitations = n_of<Exploitation>;
inline constexpr auto exploitation_names = names_of<Exploitation>();
/// Whether a trafficker recruits residents of their place or those who leave it.
enum class Reach : uint8_t { inside, abroad };
inline constexpr int n_reaches = n_of<Reach>;
inline constexpr auto reach_names = names_of<Reach>();

constexpr size_t market_cell(size_t place, Reach reach) {
  return place * n_reaches + static_cast<size_t>(reach);
}
inline constexpr uint32_t no_trafficker = 0xffffffff;

/// Side table of those held.
struct Captive {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month
  Exploitation purpose = Exploitation::labour;
  uint32_t trafficker = no_trafficker;  ///< index into TraffickingMarket::traffickers

  static constexpr const char* table = "captives";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::be_freed};
  static constexpr bool is_borne(Facts facts) { return facts.is_held(); }
  int latest() const { return since; }  ///< month that it tells of
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Captive::local}, RowField{"since", &Captive::since},
                      RowField{"purpose", &Captive::purpose},
                      RowField{"trafficker", &Captive::trafficker}};
  }
};

/// Side table of those abused at work.
struct Abused {
  uint16_t local = 0;
  uint16_t since = 0;  ///< month

  static constexpr const char* table = "abused";  ///< its name in archives
  static constexpr EndedBy ended_by{Verb::die, Verb::leave, Verb::move, Verb::be_held};
  static constexpr Mark mark = Mark::abused;  ///< of those who have a row
  int latest() const { return since; }        ///< month that it tells of
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Abused::local}, RowField{"since", &Abused::since}};
  }
};

/// What has become of a trafficker; those they held come free in the month after their end.
enum class Business : uint8_t { none, active, convicted, given_up };

struct Trafficker {
  uint16_t cell = 0;  ///< market_cell
  uint16_t months_of_loss = 0;
  Business business = Business::none;
  double cost = 1;  ///< factor on the cost of recruiting
};

/// Traffickers and what is carried from month to month.
struct TraffickingMarket {
  std::vector<Trafficker> traffickers;
  Groups<uint32_t> members;      ///< [cell] the active, in order of entry or removal
  std::vector<uint32_t> vacant;  ///< numbers to be given out again
  std::vector<int64_t> entry_carry, quit_carry, conviction_carry;  ///< [cell] fractions
  std::vector<int64_t> held;                                       ///< [cell] real persons
  std::vector<int64_t> leavers;                                    ///< [place] a year, smoothed
  std::vector<int64_t> freed;                                      ///< [place] last month

  void resize(size_t n_places);
};
RUMBO_ROOM(TraffickingMarket, trafficking_market)

/// Who is held and who is abused.
struct Captivity {
  SideTable<Captive> captives;  ///< [community]
  SideTable<Abused> abused;     ///< [community]

  static constexpr auto tables() { return std::tuple{&Captivity::captives, &Captivity::abused}; }
};
RUMBO_ROOM_OF_COMMUNITIES(Captivity, captivity)

/// What a trafficker of a cell expects of one victim, over the places they serve.
struct CellTerms {
  double before_recruitment_usd = 0;  ///< profit if recruiting were free
  double recruitment_usd = 0;         ///< of a trafficker of usual skill
  double seized_usd = 0;              ///< assets taken with a conviction
  double seized_by_policy_usd = 0;    ///< of them, what policies brought
};

/// Tables of a month.
struct CaptivityTables {
  bool has_traffickers = false;
  std::vector<int64_t> residents;  ///< [place] at the end of last month
  double focus = 0, poverty_line = 1, most_deceived = 0;
  std::vector<double> approach_inside;                    ///< [place] a resident and month
  std::vector<double> approach_abroad;                    ///< [place] of a person who leaves it
  std::vector<double> acceptance;                         ///< [place] of an adult
  std::vector<double> minor_factor;                       ///< [place] of a minor, instead
  std::vector<std::array<Cents, n_exploitations>> value;  ///< [place] a month
  /// [place] a month, what policies took off before it is shared with the victim
  std::vector<std::array<double, n_exploitations>> value_lost_usd;
  std::vector<std::array<VictimExits, 2>> exits;  ///< [place, is at a place of work]
  std::vector<double> detection;                  ///< [place] a victim and month
  std::vector<double> sheltered;                  ///< [place] share of those freed
  std::vector<CellTerms> terms;                   ///< [cell]
  std::vector<double> abuse_irregular, abuse_regular, abuse_end;  ///< [place] a month
  double wage_theft = 0;
  Cents keep = 0;  ///< a month
};
RUMBO_ROOM(CaptivityTables, captivity_tables)

}  // namespace rumbo::migration
