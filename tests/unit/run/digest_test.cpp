// Digests tell apart what differs, and name it.
#include "engine/run/digest.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace rumbo;

namespace {

struct Digested {
  std::vector<int32_t> a{1, 2, 3};
  std::vector<double> b{0.5};
  int64_t c = 7;
  void visit(Archive& archive) {
    archive.array("a", a);
    archive.array("b", b);
    archive.value("c", c);
  }
  uint64_t digest() {
    DigestArchive archive;
    visit(archive);
    return archive.digest();
  }
};

}  // namespace

TEST_CASE("a digest changes with every array, element, length and name", "[unit][run]") {
  Digested toy;
  std::set<uint64_t> seen{toy.digest()};
  CHECK(Digested().digest() == toy.digest());
  toy.a[2] = 4;
  seen.insert(toy.digest());
  toy.a = {2, 1, 3};
  seen.insert(toy.digest());
  toy.a = {1, 2, 3, 0};
  seen.insert(toy.digest());
  toy = Digested();
  toy.b[0] = -0.5;
  seen.insert(toy.digest());
  toy = Digested();
  toy.c = 8;
  seen.insert(toy.digest());
  CHECK(seen.size() == 6);
  DigestArchive one, other;
  one.array("x", toy.a);
  other.array("y", toy.a);
  CHECK(one.digest() != other.digest());
}

TEST_CASE("a digest names its arrays and does not depend on their order", "[unit][run]") {
  Digested toy;
  DigestArchive there, back;
  there.array("a", toy.a);
  there.array("b", toy.b);
  back.array("b", toy.b);
  back.array("a", toy.a);
  CHECK(there.digest() == back.digest());
  CHECK(there.by_name() == back.by_name());
  CHECK(there.by_name().count("a") == 1);
  CHECK(digest_text(0xabc) == "0000000000000abc");
}

// Seen to fail when parts were hashed without their owner, and in the order of memory.
TEST_CASE("what has owners is digested the same wherever it lies", "[unit][run]") {
  const auto digest = [](std::vector<int32_t> values, std::vector<ArchivePart> parts) {
    DigestArchive archive;
    archive.array("a", values, parts);
    return archive.digest();
  };
  const uint64_t one = digest({1, 2, 3}, {{5, 2}, {9, 1}});
  CHECK(digest({3, 1, 2}, {{9, 1}, {5, 2}}) == one);
  CHECK(digest({3, 1, 2}, {{5, 1}, {9, 2}}) != one);
  CHECK(digest({1, 2, 3}, {{5, 1}, {9, 2}}) != one);
  CHECK(digest({1, 2, 3}, {{9, 2}, {5, 1}}) != one);
  CHECK(digest({2, 1, 3}, {{5, 2}, {9, 1}}) != one);
  CHECK(digest({1, 2, 3}, {}) != one);
  CHECK(digest({0}, {{5, 1}}) != digest({0}, {{6, 1}}));
}

TEST_CASE("ranks add up what they have of arrays with owners", "[unit][run]") {
  const auto digest = [](std::vector<int32_t> values, std::vector<ArchivePart> parts) {
    DigestArchive archive;
    std::vector<int32_t> shared{7, 8};
    archive.array("shared", shared);
    archive.array("owned", values, parts);
    return archive;
  };
  DigestArchive one = digest({1, 2, 3}, {{5, 2}, {9, 1}});
  DigestArchive first = digest({1, 2}, {{5, 2}});
  first.add_owned(digest({3}, {{9, 1}}));
  CHECK(first.digest() == one.digest());
  DigestArchive none = digest({}, {});  // a rank without any of them
  none.add_owned(one);
  CHECK(none.digest() == one.digest());
  first.add_owned(digest({3}, {{9, 1}}));
  CHECK(first.digest() != one.digest());
}

TEST_CASE("bytes that differ anywhere hash differently", "[unit][run]") {
  std::set<uint64_t> seen;
  for (size_t length = 0; length < 100; ++length) {
    std::string text(length, 'x');
    seen.insert(hash_bytes(text.data(), length));
    for (size_t i = 0; i < length; ++i) {
      text[i] = 'y';
      seen.insert(hash_bytes(text.data(), length));
      text[i] = 'x';
    }
  }
  CHECK(seen.size() == 100 + 99 * 100 / 2);
}
