// Checkpoints: state comes back, strangers are refused, the previous one serves when torn.
#include "engine/output/checkpoint.hpp"

#include <catch2/catch.hpp>

#include "engine/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

struct Kept {
  std::vector<int32_t> wealth = {5, -7, 9};
  std::vector<uint64_t> empty;
  std::vector<double> prices = {0.5, 1.25};
  uint8_t step = 42;

  void visit(Archive& archive) {
    archive.array("people/wealth", wealth);
    archive.array("people/empty", empty);
    archive.array("market/prices", prices);
    archive.value("step", step);
  }
};

void save(Kept& state, const std::filesystem::path& path) {
  SaveArchive archive(path);
  archive.text("scenario", "título\n");
  state.visit(archive);
  archive.commit();
}

void tear(const std::filesystem::path& path) {
  const std::string bytes = test::bytes_of(path);
  test::write_bytes(path, bytes.substr(0, bytes.size() - 64));
}

}  // namespace

TEST_CASE("a state comes back from its checkpoint", "[unit][output]") {
  const test::ScratchFolder folder;
  Kept state;
  save(state, folder / "c.h5");
  Kept found{{}, {1, 2}, {}, 0};
  LoadArchive archive(folder / "c.h5");
  found.visit(archive);
  archive.finish();
  CHECK(found.wealth == state.wealth);
  CHECK(found.empty.empty());
  CHECK(found.prices == state.prices);
  CHECK(found.step == 42);
  CHECK(archive.text("scenario") == "título\n");
  CHECK(archive.notice().empty());
}

// Seen to fail when a reader looked at 100,000 arrays at most: about 110 runs side by side.
TEST_CASE("a checkpoint of very many arrays is read", "[unit][output]") {
  const test::ScratchFolder folder;
  constexpr int n_runs = 130, n_arrays = 800;
  std::vector<int32_t> none;
  SaveArchive saved(folder / "c.h5");
  for (int run = 0; run < n_runs; ++run) {
    saved.begin_names_with("run_" + std::to_string(run) + "/");
    for (int i = 0; i < n_arrays; ++i) saved.array("a" + std::to_string(i), none);
  }
  saved.commit();
  CHECK(LoadArchive(folder / "c.h5").arrays().size() == n_runs * n_arrays);
}

TEST_CASE("an unfinished checkpoint leaves nothing", "[unit][output]") {
  const test::ScratchFolder folder;
  Kept state;
  {
    SaveArchive archive(folder / "c.h5");
    state.visit(archive);
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the previous checkpoint serves when the newest is torn or gone", "[unit][output]") {
  const test::ScratchFolder folder;
  Kept state;
  save(state, folder / "c.h5");
  state.step = 43;
  save(state, folder / "c.h5");
  REQUIRE(std::filesystem::exists(folder / "c.h5.prev"));
  Kept found;
  SECTION("torn") {
    tear(folder / "c.h5");
  }
  SECTION("gone") {
    std::filesystem::remove(folder / "c.h5");
  }
  LoadArchive archive(folder / "c.h5");
  found.visit(archive);
  CHECK(found.step == 42);
  CHECK_THAT(archive.notice(), Contains("going on from") && Contains("c.h5.prev"));
}

TEST_CASE("checkpoints that do not fit are refused in one sentence", "[bad_input][output]") {
  const test::ScratchFolder folder;
  const auto path = folder / "c.h5";
  Kept state;
  save(state, path);
  LoadArchive archive(path);
  SECTION("missing array") {
    std::vector<int32_t> other;
    CHECK_THROWS_WITH(archive.array("people/debt", other),
                      Contains("'people/debt' is missing") && Contains("c.h5"));
  }
  SECTION("extra array") {
    archive.array("people/wealth", state.wealth);
    CHECK_THROWS_WITH(archive.finish(), Contains("unknown to this program (3 such)"));
  }
  SECTION("another length") {
    std::vector<int32_t> four(4);
    CHECK_THROWS_WITH(archive.fixed("people/wealth", std::span<int32_t>(four)),
                      Contains("has 3 elements"));
  }
  SECTION("another type") {
    std::vector<uint32_t> other;
    CHECK_THROWS_WITH(archive.array("people/wealth", other), Contains("another type"));
  }
  SECTION("missing text") {
    CHECK_THROWS_WITH(archive.text("digest"), Contains("no text 'digest'"));
  }
  SECTION("not a checkpoint") {
    test::write_bytes(folder / "other.h5", "text");
    CHECK_THROWS_AS(LoadArchive(folder / "other.h5"), RunError);
  }
}

TEST_CASE("two torn checkpoints are both named", "[bad_input][output]") {
  const test::ScratchFolder folder;
  Kept state;
  for (int i = 0; i < 2; ++i) save(state, folder / "c.h5");
  tear(folder / "c.h5");
  tear(folder / "c.h5.prev");
  CHECK_THROWS_WITH(LoadArchive(folder / "c.h5"), Contains("c.h5:") && Contains("c.h5.prev"));
}
