// Those who trade in passages: smugglers and their markets.
//
// Market agents are never scaled: they see real persons. May include: base.
#pragma once
#include <cstdint>
#include <vector>

#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// A smuggler, or a firm of them, at one border.
struct Smuggler {
  bool is_active = false;
  double capacity = 0;     ///< clients a month
  double cost_factor = 1;  ///< own cost relative to the market's
  double gain_usd = 0;     ///< that exploiting a client would bring: its type
  double reputation = 1;   ///< in [0, 1]
  int32_t months_of_loss = 0;
  bool exploits = false;  ///< turns clients into victims
  double clients = 0;     ///< expected, of last month
  double profit_usd = 0;  ///< expected, of last month
};

/// The market of passages at one border.
struct SmugglingMarket {
  bool is_open = false;         ///< has firms; else guides by occasion ask what it costs
  double fee_usd = 0;           ///< that those who decide this month hear
  double next_fee_usd = 0;      ///< formed by firms last month
  double requests = 0;          ///< a month, smoothed
  double alone = 0;             ///< journeys a month without guide, smoothed
  double mark_up = 1;           ///< fee over cost when the market opened
  double margin_usd = 0;        ///< expected profit per client then
  double usual_capacity = 0;    ///< of an entrant, clients a month
  double opening_risk_usd = 0;  ///< bribes and punishment per arrival when the market opened
  double concentration = 0;     ///< Herfindahl-Hirschman index of last month
  int64_t capacity_carry = 0;   ///< unspent capacity in millionths
};

struct Smuggling {
  Groups<Smuggler> firms;                ///< [border]
  std::vector<SmugglingMarket> markets;  ///< [border]
};
RUMBO_ROOM(Smuggling, smuggling)

}  // namespace rumbo::migration
