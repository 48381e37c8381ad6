// The same model written plainly: one struct a person, every person evaluated for every hazard
// every month. No screening, no bounds, no active sets, one thread.
//
// It is what speed is measured against, and the oracle of the fast model: the same draws and
// formulas, so every person must end the same. Formulas of single persons are shared with the
// model, and so are the parameters in force; how persons are kept, visited and changed is not, nor
// are the tables of plain_tables.hpp and what a month leaves to the next
// (plain_tables_carried.hpp). May include: models/migration.
#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "models/migration/abuse/abuse.hpp"
#include "models/migration/asylum/asylum.hpp"
#include "models/migration/border/border.hpp"
#include "models/migration/choice/choice.hpp"
#include "models/migration/choice/mover.hpp"
#include "models/migration/debts/debts.hpp"
#include "models/migration/demography/demography.hpp"
#include "models/migration/health/health.hpp"
#include "models/migration/households/households.hpp"
#include "models/migration/information/information.hpp"
#include "models/migration/money/money.hpp"
#include "models/migration/moving/moving.hpp"
#include "models/migration/removal/removal.hpp"
#include "models/migration/returns/returns.hpp"
#include "models/migration/seasons/seasons.hpp"
#include "models/migration/simulation.hpp"
#include "models/migration/smuggling/smugglers.hpp"
#include "models/migration/state.hpp"
#include "models/migration/status/status.hpp"
#include "models/migration/trafficking/captivity.hpp"
#include "models/migration/trafficking/trafficking.hpp"
#include "models/migration/visas/visas.hpp"
#include "reference/plain_labour.hpp"

namespace rumbo::migration {

/// One person, as one would write it down.
struct PlainPerson {
  bool is_alive = false;
  bool has_changed = false;  ///< situation changed this month: decides nothing more
  bool has_asked = false;    ///< asks to leave this month
  uint8_t published = 0;     ///< what others see of them
  int32_t birth = 0;         ///< month
  int32_t arrival = 0;       ///< month, where they live
  int32_t settled = 0;       ///< month up to which wealth at home is settled
  Cents wealth = 0;
  Facts facts;
  Beliefs beliefs;
  uint32_t id = 0;  ///< of their draws
  uint32_t community = 0;
  uint32_t next = 0;  ///< of their household, a ring; themselves if alone
  // For a passage on debt; all 0 if nothing is owed.
  Cents owed = 0, agreed = 0, paid = 0;
  int behind = 0;  ///< months in a row
  /// Place where they lived when the periods of one and of five years began; nowhere if they were
  /// not there then, or the run was not.
  std::array<int16_t, 2> lived{nowhere, nowhere};
  static constexpr int16_t nowhere = -1;
};

/// Whether the hazard of moving is worked out for everyone, or only for those whose draw is below
/// the rate of considering it: the one shortcut that a plain program might take.
enum class PlainStyle { every_hazard, draw_first };

class PlainModel {
 public:
  /// Begins where a simulation stands.
  /// start  at the first month of its run: later, the productivities of its start are not known
  PlainModel(MigrationSimulation& start, PlainStyle style);

  /// Runs one month.
  void step();
  uint64_t living() const;
  /// The first person or count that differs from the fast model's; "" if none does.
  std::string first_difference(MigrationSimulation& fast) const;

 private:
  using Index = uint32_t;
  struct Asked {
    Index person = 0;
    Request request;
  };
  struct Pending {
    Index person = 0;
    Application application;
  };

  struct PlainCaptive {
    Index person = 0;
    Captive captive;
  };
  struct PlainAbused {
    Index person = 0;
    Abused abused;
  };

  struct PlainClaim {
    Index person = 0;
    Claim claim;
  };
  struct PlainCase {
    Index person = 0;
    RemovalCase row;
  };
  struct PlainSeason {
    Index person = 0;
    SeasonWorked row;
  };

  // plain_model.cpp
  void set_tables();
  void publish_and_count();
  void count_beliefs();
  int age(const PlainPerson& p) const;
  int years_since_arrival(const PlainPerson& p) const;
  const Community& community_of(const PlainPerson& p) const;
  /// Takes over the slots that the communities of the tables have been given.
  void give_room();
  Index at(size_t community, uint32_t local) const { return first_[community] + local; }
  uint32_t local_of(Index person) const { return person - first_[persons_[person].community]; }
  int64_t weight_of(const PlainPerson& p) const { return community_of(p).weight; }
  Cents wealth_now(const PlainPerson& p) const;
  void settle(PlainPerson& p) const;
  void count(const PlainPerson& p, int age, int sign);
  PersonDraws draws(const PlainPerson& p) const {
    return PersonDraws(tables_.draws, PersonId(p.id), tables_.month);
  }
  template <class Body>
  void for_each_other(Index person, const Body& body) const {
    for (Index i = persons_[person].next; i != person; i = persons_[i].next) body(i);
  }
  void unite(Index a, Index b);
  void leave(Index person);

  // plain_life.cpp
  void live_and_die();
  void start_union(Index person);
  void end_union(Index person);
  void give_birth(Index mother);
  void put_newborn(Index child, const PlainPerson& mother);
  void remove(Index person, bool to_heirs);
  static constexpr Index no_one = 0xffffffff;
  /// A free place in a community from a hash on; no_one if there is none.
  Index find_free(size_t community, uint32_t hash) const;
  void open_room();
  size_t community_with_room(size_t community);

  // plain_debts.cpp
  Cents serve_debt(PlainPerson& p, Cents earned) const;
  void settle_debts();
  Cents take(PlainPerson& p, Cents most) const;
  void take_debt(PlainPerson& p, const Request& request, Cents amount) const;

  // plain_abroad.cpp
  void earn_and_remit();
  void change_status();
  void set_status(PlainPerson& p, Status status);
  void status_event(Index person, double uniform);
  void bring_home(Index person, bool is_removal);

  // plain_asylum.cpp
  void decide_claims();
  void decide(PlainClaim& claim);
  void forget_claim(Index person);
  void file_claim(Index person);
  std::string claims_difference(State& fast) const;
  // plain_status.cpp
  std::vector<int64_t> detained_by_place() const;
  void decide_cases();
  void find_for_removal(Index person);
  void conclude(Index person, Status before, CaseEnd how);
  void drop_case(Index person);
  void end_season(Index person, double uniform);
  void return_to_season();
  bool has_worked_season(Index person, size_t corridor) const;

  // plain_choice.cpp
  void talk_and_hear();
  void choose();
  void choose_again();
  Mover look_around(Index person) const;
  AskedInMean asked_in_mean(Index person) { return {visa_chances_, weight_of(persons_[person])}; }
  double means_usd(Index person) const;
  void ask(Index person, std::optional<Request> request);
  void grant_visas();
  void answer(Asked& asked);  ///< of channels without places
  void put_in_order(std::vector<Asked*>& queue) const;
  void grant_places(size_t cell, std::vector<Asked*>& queue);
  void match_smugglers();
  void cross_borders();

  // plain_captivity.cpp
  bool suffer_harm(Index person);
  void end_abuse(Index person);
  void hold(Index person, uint32_t trafficker);
  void release(Index person, WayOut how);
  void meet_recruiters(Index person, Facts before, Channel channel);
  void live_in_captivity();
  void clear_traffickers();

  // plain_household.cpp
  CareAtHome care_at_home(Index person) const;
  std::vector<Index> children_taken(Index person, const Request& request) const;
  void take_along(Index child, const Request& request);
  void fall_ill(Index person);
  void expose_on_journey(Index person, const Request& request);
  void live_with_illness();

  // plain_transitions.cpp
  void note_residences();
  void count_transitions();
  template <class Rows>
  std::string rows_difference(const Rows& rows, size_t period) const;
  std::string transitions_difference(State& fast) const;

  // plain_moves.cpp
  void move_people();
  void relocate(PlainPerson& p, const Request& request);
  void pay(Index person, Cents amount);
  Cents what_robbers_find(Index person, Cents asked) const;
  void admit_newcomers();

  /// Fines on employers that the fast model has counted since the last record; ours where it
  /// counts none.
  std::vector<int64_t> fines_in_year(State& fast) const;

  PlainStyle style_;
  Month next_;
  State tables_;  ///< month tables, draws, ties, counts; its persons are not used
  std::vector<PlainPerson> persons_;  ///< one community after the other
  std::vector<Index> first_;          ///< [community] of its persons
  std::vector<uint32_t> open_;        ///< [community] places that may be taken
  std::vector<Asked> asked_;
  std::vector<Pending> pending_;
  std::vector<PlainCaptive> held_;
  std::vector<PlainAbused> abused_;
  std::vector<PlainClaim> claims_;
  std::vector<std::pair<Index, Month>> ill_;  ///< who, since when
  std::vector<PlainCase> cases_;
  std::vector<PlainSeason> seasons_;
  std::vector<PlainMarket> markets_;  ///< [place]
  std::vector<int64_t> fines_;        ///< [place] on employers this year, cents
  CaptivityFlows captivity_flows_;
  std::vector<int64_t> visa_chances_;  ///< [corridor, kind] of those who ask this month
  std::vector<Index> overflow_;        ///< mothers whose community was full
  /// [period of one, of five years] persons by place of birth, residence before and now, since the
  /// last record.
  std::array<std::map<size_t, int64_t>, 2> transitions_;
};

}  // namespace rumbo::migration
