// How threads are shared out among runs.
#include "tools/rumbo/run_split.hpp"

#include <catch2/catch.hpp>

using namespace rumbo;

namespace {

SplitQuestion small_runs() {
  return {.threads = 8,
          .n_runs = 100,
          .persons = 1e5,
          .bytes_run = 1e8,
          .bytes_others = 2e8,
          .bytes_available = 10e9};
}

bool is(const RunSplit& split, int at_once, int threads_each) {
  return split.threads.at_once == at_once && split.threads.threads_each == threads_each;
}

}  // namespace

TEST_CASE("small runs go side by side, as many as threads, runs and memory allow",
          "[unit][tools]") {
  SplitQuestion question = small_runs();
  CHECK(is(split_of(question), 8, 1));
  CHECK(split_of(question).most_waiting == 32);
  CHECK(split_of(question).bytes_needed == Approx(8e8 + 2e8));
  question.n_runs = 3;
  CHECK(is(split_of(question), 3, 2));
  question.n_runs = 1;
  CHECK(is(split_of(question), 1, 8));
  CHECK(split_of(question).most_waiting == 0);
  question = small_runs();
  question.bytes_available = 1e9;  // 7 fit
  CHECK(is(split_of(question), 7, 1));
  CHECK(split_of(question).most_waiting == 0);
  question.has_forks = true;  // two each
  CHECK(is(split_of(question), 3, 2));
  CHECK(split_of(question).most_waiting == 1);
  question.bytes_available = 1e8;
  CHECK(is(split_of(question), 1, 8));
  question.bytes_available = 0;
  CHECK(is(split_of(question), 1, 8));
}

TEST_CASE("large runs go one after the other", "[unit][tools]") {
  SplitQuestion question = small_runs();
  question.persons = 1e7;
  CHECK(is(split_of(question), 1, 8));
}

TEST_CASE("what the user asks for is done as far as there are runs and threads", "[unit][tools]") {
  SplitQuestion question = small_runs();
  question.asked = 2;
  CHECK(is(split_of(question), 2, 4));
  question.asked = 12;  // than threads
  CHECK(is(split_of(question), 8, 1));
  question.n_runs = 4;
  CHECK(is(split_of(question), 4, 2));
  question.n_runs = 1;
  CHECK(is(split_of(question), 1, 8));
  CHECK(split_of(question).bytes_needed == Approx(1e8 + 2e8));
  question.n_runs = 100;
  question.persons = 1e8;
  question.asked = 1;
  CHECK(is(split_of(question), 1, 8));
  CHECK(split_text(split_of(question).threads) == "1 run at once, 8 threads each");
  CHECK(split_text({2, 1}) == "2 runs at once, 1 thread each");
}
