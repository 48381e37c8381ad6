// Scenarios that part through files, and such that begin with the population of the first: what is
// delivered is that of each run by itself, however it is stopped, and no file is left.
#include <catch2/catch.hpp>
#include <set>

#include "engine/base/error.hpp"
#include "engine/ensemble/parting_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/spoilt_files.hpp"
#include "tests/support/toy_ensemble.hpp"

using namespace rumbo;
using namespace rumbo::test;

namespace fs = std::filesystem;

namespace {

/// Scenarios that part in month 4 (two of them), at the start, in month 11, and never.
struct PartingEnsemble : ToyEnsemble {
  explicit PartingEnsemble(const fs::path& folder) : ToyEnsemble({0, 4, 0, 11, 40, 4}) {
    control.checkpoint = folder / "toy.h5";
    control.parting = folder / "toy.parting";
    control.identity = "this";
  }
};

}  // namespace

TEST_CASE("scenarios part through files, one run in memory at a time", "[unit][ensemble]") {
  const ScratchFolder folder;
  PartingEnsemble ensemble(folder.path());
  int at_a_time = 0, most = 0;
  const auto make = ensemble.doors.make;
  class Counted final : public Simulation {
   public:
    Counted(std::unique_ptr<Simulation> inner, int& n) : inner_(std::move(inner)), n_(n) { ++n_; }
    ~Counted() override { --n_; }
    std::unique_ptr<Simulation> fork() const override {
      FAIL("a run was copied");
      return nullptr;
    }
    void follow_scenario(size_t scenario) override { inner_->follow_scenario(scenario); }
    void step() override { inner_->step(); }
    Month month() const override { return inner_->month(); }
    uint64_t n_persons() const override { return inner_->n_persons(); }
    void visit(Archive& archive) override { inner_->visit(archive); }
    ResultBlock take_results(uint32_t scenario, uint32_t replicate) override {
      return inner_->take_results(scenario, replicate);
    }
    uint64_t digest() override { return inner_->digest(); }
    void audit() override { inner_->audit(); }

   private:
    std::unique_ptr<Simulation> inner_;
    int& n_;
  };
  ensemble.doors.make = [&](size_t scenario, uint32_t replicate) {
    auto made = std::make_unique<Counted>(make(scenario, replicate), at_a_time);
    most = std::max(most, at_a_time);
    return made;
  };
  CHECK(ensemble.run() == EnsembleEnd::finished);
  CHECK(ensemble.delivered == ensemble.alone());
  CHECK(most == 1);
  CHECK(ensemble.log.months_run == 2 * (12 + 8 + 12 + 1 + 0 + 8));
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("stopped after every month, scenarios go on from their files",
          "[unit][repeat][ensemble]") {
  const ScratchFolder folder;
  PartingEnsemble ensemble(folder.path());
  ensemble.control.max_hours = 0;
  std::set<std::string> seen;
  for (int n_runs = 1; ensemble.run() == EnsembleEnd::stopped; ++n_runs) {
    for (const auto& name : names_in(folder.path())) seen.insert(name);
    ensemble.control.resume = true;
    REQUIRE(n_runs < 200);
  }
  CHECK(ensemble.delivered == ensemble.alone());
  CHECK(ensemble.log.months_run == 2 * (12 + 8 + 12 + 1 + 0 + 8));
  CHECK(seen.contains("toy.parting.r0003.2000-05.h5"));
  CHECK(seen.contains("toy.parting.r0004.2000-12.h5"));
  CHECK(names_in(folder.path()).empty());
}

// Killed at any moment: the checkpoint is older than the files, or there is none.
TEST_CASE("files and an older checkpoint, or none, serve as well", "[unit][repeat][ensemble]") {
  const ScratchFolder folder;
  PartingEnsemble ensemble(folder.path());
  const Delivered all = ensemble.alone();
  ensemble.control.max_hours = 0;
  for (int stop = 0; ensemble.run() == EnsembleEnd::stopped; ++stop) {
    ensemble.control.resume = true;
    const ScratchFolder other;
    for (const bool keeps_checkpoint : {true, false}) {
      INFO("stop " << stop << ", checkpoint " << keeps_checkpoint);
      for (const auto& name : names_in(folder.path()))
        if (keeps_checkpoint || name.starts_with("toy.parting"))
          fs::copy(folder / name, other / name, fs::copy_options::overwrite_existing);
      PartingEnsemble killed(other.path());
      killed.control.resume = true;
      killed.delivered = ensemble.delivered;
      CHECK(killed.run() == EnsembleEnd::finished);
      CHECK(killed.delivered == all);
      CHECK(names_in(other.path()).empty());
    }
  }
}

TEST_CASE("a damaged file is said and its scenarios are run from their start",
          "[unit][ensemble][bad_input]") {
  const ScratchFolder folder;
  PartingEnsemble ensemble(folder.path());
  const fs::path file = folder / "toy.parting.r0003.2000-05.h5";
  ensemble.control.max_hours = 0;
  while (!fs::exists(file)) {
    REQUIRE(ensemble.run() == EnsembleEnd::stopped);
    ensemble.control.resume = true;
  }
  ensemble.control.max_hours = 1;
  std::string whole = bytes_of(file);
  write_bytes(file, whole.substr(0, whole.size() / 2));
  std::vector<std::string> warnings;
  ensemble.control.warn = [&](const std::string& text) { warnings.push_back(text); };
  CHECK(ensemble.run() == EnsembleEnd::finished);
  CHECK(ensemble.delivered == ensemble.alone());
  REQUIRE(warnings.size() == 2);  // one a scenario
  CHECK_THAT(warnings[0], Catch::Matchers::Contains("is run from its start"));
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("the files of another run are refused", "[unit][ensemble][bad_input]") {
  const ScratchFolder folder;
  PartingEnsemble ensemble(folder.path());
  ensemble.control.max_hours = 0;
  while (!fs::exists(folder / "toy.parting.r0003.2000-05.h5")) {
    ensemble.run();
    ensemble.control.resume = true;
  }
  fs::remove(folder / "toy.h5");
  ensemble.control.max_hours = 1;
  ensemble.control.identity = "seed: 2\n";
  CHECK_THROWS_AS(ensemble.run(), RunError);
}

TEST_CASE("only files of scenarios that parted are taken for such", "[unit][ensemble]") {
  const ScratchFolder folder;
  for (const char* name :
       {"x.parting.r0000.2000-05.h5", "x.parting.r0000.2000-05.h5.tmp", "x.parting.readme",
        "x.parting.r0000.2000-05.txt", "x.parting.r00.2000-05.h5", "y.parting.r0000.2000-05.h5",
        "x.parting.r12345.2000-05.h5.prev", "x.parting.r0000.200x-05.h5"})
    write_bytes(folder / name, "");
  std::vector<std::string> found;
  for (const auto& path : parting_files_there(folder / "x.parting"))
    found.push_back(path.filename().string());
  CHECK(found == std::vector<std::string>{"x.parting.r0000.2000-05.h5",
                                          "x.parting.r0000.2000-05.h5.tmp",
                                          "x.parting.r12345.2000-05.h5.prev"});
}

TEST_CASE("scenarios that differ from the start may begin with the first's population",
          "[unit][ensemble]") {
  ToyEnsemble ensemble({0, 0, 4, 0});
  ensemble.plan.shares_start = {false, true, false, false};
  CHECK(ensemble.run() == EnsembleEnd::finished);
  CHECK(ensemble.delivered == ensemble.alone());
  CHECK(ensemble.log.months_run == 2 * (12 + 12 + 8 + 12));
  CHECK(ensemble.log.made == 2 * 2);  // the first and the last
}

TEST_CASE("a shared start that was lost is made again", "[unit][repeat][ensemble]") {
  const ScratchFolder folder;
  ToyEnsemble ensemble({0, 0, 4, 0});
  ensemble.plan.shares_start = {false, true, false, true};
  ensemble.control.checkpoint = folder / "toy.h5";
  ensemble.control.max_hours = 0;
  int n_runs = 1;
  for (; ensemble.run() == EnsembleEnd::stopped; ++n_runs) {
    ensemble.control.resume = true;
    REQUIRE(n_runs < 200);
  }
  CHECK(ensemble.delivered == ensemble.alone());
  CHECK(ensemble.log.months_run == 2 * (12 + 12 + 8 + 12));
}
