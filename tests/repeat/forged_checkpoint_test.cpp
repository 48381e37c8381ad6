// A checkpoint whose digest holds but whose content no run can have is refused in a sentence.
#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "tests/support/model_runs.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/spoilt_files.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;
using migration::MigrationSimulation;

namespace {

struct Forgery {
  const char* array;
  int64_t value;         ///< of its first element
  const char* sentence;  ///< part of the refusal
};

/// A state with rows in every side table.
struct SavedRun {
  SavedRun() {
    SmallRun run;
    run.panel = 200;
    run.policies = {all_levers(run.start)};
    setup = setup_of(run);
    MigrationSimulation simulation(setup, 1, 0);
    run_until(simulation, setup->start + 26);
    SaveArchive archive(folder / "good.h5");
    simulation.visit(archive);
    archive.commit();
  }
  std::string refusal_of(const std::filesystem::path& path) const {
    MigrationSimulation simulation(setup, 1, 0);
    try {
      LoadArchive archive(path);
      simulation.visit(archive);
      archive.finish();
    } catch (const RunError& error) {
      return error.what();
    }
    return "";
  }
  ScratchFolder folder;
  std::shared_ptr<migration::EnsembleSetup> setup;
};

}  // namespace

// Seen to fail before: rings without an end hung, indices beside their table read other memory.
TEST_CASE("a state that no run can have is refused, naming the array", "[repeat][model]") {
  const SavedRun saved;
  REQUIRE(saved.refusal_of(saved.folder / "good.h5") == "");
  const std::vector<Forgery> forgeries = {
      {"run/month", 9999, "names a month outside the run"},
      {"people/open", 1, "says of a community that it has room that it cannot have"},
      {"people/open", 65535, "says of a community that it has room that it cannot have"},
      {"people/n_slots", 0xffffffffffLL, "is more than there is room for"},
      {"people/n_slots", 64, "is not what communities have"},
      {"people/household", 65535, "holds a household that does not close"},
      {"people/facts", 0x7f, "names a place that does not exist"},
      {"people/facts", 0xfLL << 14, "holds a status that does not exist"},
      {"people/key", 0x1fff, "people/key"},
      {"people/arrival", 65535, "holds a future month"},
      {"people/settled", 65535, "holds a future month"},
      {"people/published", 255, "names a place that does not exist"},
      {"people/active", 0xffffffff, "does not agree with the persons"},
      {"applications/group", 1 << 30, "names a group that does not exist"},
      {"applications/local", 65535, "names a person who does not exist"},
      {"applications/since", 65535, "holds a future month"},
      {"applications/refusals", 0x7fffffff, "names a way that does not exist"},
      {"claims/local", 65535, "names a person who does not exist"},
      {"claims/filed", 65535, "holds a future month"},
      {"debts/local", 65535, "names a person who does not exist"},
      {"ill/local", 65535, "names a person who does not exist"},
      {"removal_cases/before", 77, "holds a status that does not exist"},
      {"seasons/corridor", 65535, "names a corridor that does not exist"},
      {"captives/trafficker", 123456789, "names a trafficker who does not exist"},
      {"captives/purpose", 9, "holds a purpose that does not exist"},
      {"abused/local", 65535, "names a person who does not exist"},
      {"apprehended/month", 65535, "holds a future month"},
      {"residence_before_1/before", 255, "names a place that does not exist"},
      {"residence_before_1/local", 0, "names a person who has not moved in the period"},
      {"residence_before_5/local", 0, "names a person who has not moved in the period"},
      {"traffickers/cell", 65535, "names a market that does not exist"},
      {"traffickers/business", 9, "holds a state that does not exist"},
      {"trafficking/members/number", 123456789, "names a trafficker"},
      {"trafficking/members/group", 123456789, "names a group that does not exist"},
      {"panel/traced/number", 1 << 20, "names a person who is not in the panel"},
      {"panel/events/column_0", 1 << 20, "names a person who is not in the panel"},
      {"state/population", -1, "does not agree with the persons"},
      {"ledger/balances", 1, "does not balance"},
      {"ledger/balances", INT64_MAX, "holds a number out of range"},
      {"visas/carry", INT64_MIN, "holds a number out of range"},
      {"people/wealth", 2000000001, "does not agree with what persons hold"},
      {"tally/n_recorded", 1 << 20, "is not the number of records up to the month"},
      {"tally/moves/row_cells", int64_t{1} << 60, "names a cell that does not exist"},
      {"tally/moves/row_times", 1 << 20, "names a record that is not there"},
  };
  for (const auto& forgery : forgeries) {
    INFO(forgery.array << " = " << forgery.value);
    const auto path = saved.folder / "forged.h5";
    std::filesystem::copy_file(saved.folder / "good.h5", path,
                               std::filesystem::copy_options::overwrite_existing);
    forge(path, [&](hid_t file) {
      const std::string name = std::string("arrays/") + forgery.array;
      REQUIRE(length_of(file, name.c_str()) > 0);
      set_number(file, name.c_str(), 0, forgery.value);
    });
    CHECK_THAT(saved.refusal_of(path), Contains("forged.h5") && Contains(forgery.sentence));
  }
}

// Seen to hang: the ring went from the second person to the third and never came back.
TEST_CASE("a household that leads into another's ring is refused", "[repeat][model]") {
  const SavedRun saved;
  const auto path = saved.folder / "forged.h5";
  std::filesystem::copy_file(saved.folder / "good.h5", path);
  forge(path, [&](hid_t file) {
    for (size_t slot = 0; slot < 8; ++slot)
      set_number(file, "arrays/people/household", slot, static_cast<int64_t>(slot % 2 + 2));
  });
  CHECK_THAT(saved.refusal_of(path), Contains("holds a household that does not close"));
}

TEST_CASE("arrays of another length than the world asks for are refused", "[repeat][model]") {
  const SavedRun saved;
  for (const char* array : {"state/workers", "visas/carry", "hostility/level", "ledger/balances",
                            "trafficking/held", "information/levels", "applications/since"}) {
    INFO(array);
    const auto path = saved.folder / "forged.h5";
    std::filesystem::copy_file(saved.folder / "good.h5", path,
                               std::filesystem::copy_options::overwrite_existing);
    forge(path, [&](hid_t file) {
      const std::string name = std::string("arrays/") + array;
      const hid_t data = H5Dopen2(file, name.c_str(), H5P_DEFAULT), type = H5Dget_type(data);
      H5Dclose(data);
      H5Ldelete(file, name.c_str(), H5P_DEFAULT);
      const hsize_t length = 1;
      const hid_t space = H5Screate_simple(1, &length, nullptr);
      const hid_t shorter =
          H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
      const double zero = 0;
      H5Dwrite(shorter, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &zero);
      H5Dclose(shorter);
      H5Sclose(space);
      H5Tclose(type);
    });
    CHECK_THAT(saved.refusal_of(path), Contains(array) && Contains("length"));
  }
}
