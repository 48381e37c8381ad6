// Numbers and names of enumerators, read off enumerations.
#include "engine/base/named_enum.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <string_view>

using namespace rumbo;

namespace {

enum class Fruit : uint8_t {
  apple,
  sloe_2,  ///< small
  lemon
};
enum Shape : size_t { circle, square };
struct Basket {
  enum class State { empty, full };
};

}  // namespace

TEST_CASE("an enumeration is counted and named by its enumerators", "[unit][base]") {
  CHECK(n_of<Fruit> == 3);
  CHECK(names_of<Fruit>() == std::array<std::string_view, 3>{"apple", "sloe_2", "lemon"});
  CHECK(names_of<Shape>() == std::array<std::string_view, 2>{"circle", "square"});
  CHECK(names_of<Basket::State>() == std::array<std::string_view, 2>{"empty", "full"});
}

TEST_CASE("an enumerator may have another name", "[unit][base]") {
  constexpr auto names = names_of<Fruit>({{Fruit::sloe_2, "blackthorn"}});
  CHECK(names == std::array<std::string_view, 3>{"apple", "blackthorn", "lemon"});
}
