// The number and the names of enumerators, read off the enumeration itself: one list, so that an
// enumerator cannot be added without its name.
//
// An enumerator's name is its identifier; where it must be another word, `names_of` is given that
// word. So is what files hold: an enumerator that is renamed needs its old word. How a compiler
// spells enumerators is not in the standard: the assertions at the end refuse a compiler that
// spells them in another way. May include: std only.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace rumbo {
namespace spelling {

/// The values as the compiler writes them, at the end: "... = {rumbo::Sex::female,
/// rumbo::Sex::male, (rumbo::Sex)2}]". Returns `auto`, as another type would be written too.
template <class Enum, Enum... values>
consteval auto written() {
  return std::string_view(__PRETTY_FUNCTION__);
}

constexpr bool is_of_identifier(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The word at the end of a text, without what follows it; empty if it is a number, which a value
/// without an enumerator is written as. The text is cut where the value before ends.
constexpr std::string_view take_last(std::string_view& text) {
  size_t end = text.size();
  while (end > 0 && !is_of_identifier(text[end - 1])) --end;
  size_t begin = end;
  while (begin > 0 && is_of_identifier(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, end - begin);
  const size_t comma = text.rfind(',', begin);
  text = text.substr(0, comma == text.npos ? 0 : comma);
  return word.empty() || (word[0] >= '0' && word[0] <= '9') ? std::string_view{} : word;
}

inline constexpr size_t most_enumerators = 32;

/// Identifiers of the values 0, 1, 2, ...
template <class Enum, size_t... values>
consteval auto identifiers(std::index_sequence<values...>) {
  std::string_view text = written<Enum, static_cast<Enum>(values)...>();
  std::array<std::string_view, sizeof...(values)> words;
  for (size_t i = words.size(); i-- > 0;) words[i] = take_last(text);
  return words;
}
template <class Enum>
inline constexpr auto identifiers_of =
    identifiers<Enum>(std::make_index_sequence<most_enumerators + 1>());

template <class Enum>
consteval size_t count() {
  const auto& all = identifiers_of<Enum>;
  size_t n = 0;
  while (n < all.size() && !all[n].empty()) ++n;
  if (n == 0) throw "the first enumerator must have the value 0";
  if (n > most_enumerators) throw "more enumerators than most_enumerators: raise it";
  for (size_t value = n; value < all.size(); ++value)
    if (!all[value].empty()) throw "the values of enumerators must follow each other";
  return n;
}

}  // namespace spelling

/// How many enumerators an enumeration has. Their values must be 0, 1, 2, ...; what is no such
/// enumeration does not compile.
template <class Enum>
inline constexpr size_t n_of = spelling::count<Enum>();

/// Names in the order of the enumerators.
/// others  enumerators whose name is not their identifier
/// Two equal names do not compile.
template <class Enum>
consteval std::array<std::string_view, n_of<Enum>> names_of(
    std::initializer_list<std::pair<Enum, std::string_view>> others = {}) {
  std::array<std::string_view, n_of<Enum>> names;
  for (size_t i = 0; i < names.size(); ++i) names[i] = spelling::identifiers_of<Enum>[i];
  for (const auto& [enumerator, name] : others) names[static_cast<size_t>(enumerator)] = name;
  for (size_t i = 0; i < names.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (names[i] == names[j]) throw "two enumerators have the same name";
  return names;
}

namespace spelling {
enum class Probe : uint8_t { first, second_1 };
static_assert(names_of<Probe>() == std::array<std::string_view, 2>{"first", "second_1"});
}  // namespace spelling

}  // namespace rumbo
