// See loader.hpp.
#include "models/migration/world/loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace rumbo::migration {
namespace fs = std::filesystem;

namespace {

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const auto& schema : table_schemas()) names.push_back(schema.name);
  return names;
}

std::string hint(const std::string& name, const std::vector<std::string>& names) {
  const std::string near = nearest_name(name, names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

const TableSchema& schema_of(const std::string& name) {
  for (const auto& schema : table_schemas())
    if (schema.name == name) return schema;
  throw std::logic_error("no table " + name + " is declared");
}

/// CSV files of a folder, by name.
std::vector<fs::path> csv_files(const std::string& folder) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator file(folder, failed), end; !failed && file != end;
       file.increment(failed)) {
    std::string extension = file->path().extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".csv") found.push_back(file->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

bool Loader::is_good(std::initializer_list<const char*> names) const {
  return std::none_of(names.begin(), names.end(),
                      [&](const char* name) { return bad_.count(name) > 0; });
}

const Figures& Loader::operator[](const std::string& name) const {
  static const std::map<std::string, Figures> none = [] {
    std::map<std::string, Figures> made;
    for (const auto& schema : table_schemas()) made.emplace(schema.name, Figures(schema));
    return made;
  }();
  const auto found = figures_.find(name);
  return found == figures_.end() ? none.at(schema_of(name).name) : found->second;
}

void Loader::read_all() {
  for (const auto& schema : table_schemas()) read(schema);
  refuse_unknown_overrides();
  warn_of_other_files();
}

void Loader::read_base(const TableSchema& schema, std::vector<Figures>& parts) {
  const std::string path = path_of(schema.name);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(path, ignored))) {
    world_.files.push_back(path);
    parts.push_back(read_figures(schema, path, sets_, mistakes_));
  } else if (schema.is_required) {
    std::vector<std::string> others;
    for (const auto& file : csv_files(sources_.folder))
      if (const auto stem = file.stem().string(); stem != schema.name && !figures_.count(stem))
        others.push_back(stem);
    const std::string near = nearest_name(schema.name, others);
    mistakes_.refuse({path, 0, 0},
                     fmt::format("no such file; a world needs it ({}){}", schema.meaning,
                                 near.empty() ? "" : "; is '" + near + ".csv' it, misspelt?"));
  }
}

void Loader::read(const TableSchema& schema) {
  const size_t before = mistakes_.number();
  std::vector<Figures> parts;
  read_base(schema, parts);
  std::string path = path_of(schema.name);
  if (const auto found = sources_.overrides.find(schema.name); found != sources_.overrides.end()) {
    world_.files.push_back(found->second.path);
    parts.push_back(read_figures(schema, found->second.path, sets_, mistakes_));
    if (parts.size() == 1) path = found->second.path;
  }
  const auto is_bad = [&] { return mistakes_.number() != before; };
  if (!parts.empty() && !is_bad()) {
    Figures figures = parts.size() == 1 ? std::move(parts[0]) : overridden(parts[0], parts[1]);
    check_complete(figures, path, sets_, mistakes_);
    if (!is_bad()) {
      add_names(figures);
      note_years(figures);
    }
    figures_.emplace(schema.name, std::move(figures));
  }
  // A table that is not there gives no names: those that others use are refused.
  if (parts.empty() && !is_bad()) add_names(Figures(schema));
  if (is_bad()) bad_.insert(schema.name);
}

void Loader::add_names(const Figures& figures) {
  const TableSchema& schema = figures.schema();
  if (schema.name == "places") return add_places(figures);
  const bool is_pair = schema.name == "corridors" || schema.name == "borders";
  if (!is_pair && schema.name != "routes") return;
  NameSet set(schema.name.substr(0, schema.name.size() - 1), schema.file());
  for (size_t row = 0; row < figures.n_rows(); ++row)
    set.add(is_pair ? figures.text(row, 0) + "->" + figures.text(row, 1) : figures.text(row, 0),
            figures.where(row));
  sets_.emplace(set.word(), std::move(set));
}

void Loader::add_places(const Figures& figures) {
  NameSet set("place", "places.csv");
  const size_t kind = figures.column("kind");
  std::vector<bool> inside, living, away;
  for (size_t row = 0; row < figures.n_rows(); ++row) {
    set.add(figures.text(row, figures.column("place")), figures.where(row));
    const auto is = static_cast<PlaceKind>(figures.index(row, kind));
    inside.push_back(is == PlaceKind::inside);
    living.push_back(is != PlaceKind::reservoir);
    away.push_back(is != PlaceKind::inside);
  }
  if (figures.n_rows() > 126)
    mistakes_.refuse(figures.where(126),
                     fmt::format("{} places; at most 126 fit", figures.n_rows()));
  if (std::count(inside.begin(), inside.end(), true) == 0)
    mistakes_.refuse(figures.where(0, kind), "no place is inside; a world needs one at least");
  set.set_subset("inside", "inside", inside);
  set.set_subset("living", "inside or outside", living);
  set.set_subset("away", "outside or a reservoir", away);
  sets_.emplace("place", std::move(set));
}

void Loader::note_years(const Figures& figures) {
  const TableSchema& schema = figures.schema();
  if (schema.rule == SpanRule::any || figures.n_rows() == 0) return;
  TableSpan span{schema.file(), schema.first_year, schema.last_year, schema.rule};
  if (schema.first_year == 0) {
    const auto years = years_of(figures, figures.column(schema.from));
    span.first_year = years.front();
    span.last_year = years.back();
    world_.spans.push_back(span);
    return;
  }
  world_.spans.push_back(span);
  size_t number = 0, first = 0;
  for (size_t row = figures.n_rows(); row-- > 0;) {
    if (figures.first_of(row) >= schema.first_year && figures.last_of(row) <= schema.last_year)
      continue;
    ++number;
    first = row;
  }
  if (number > 0)
    mistakes_.warn(figures.where(first, figures.column(schema.from)),
                   fmt::format("{} {} years before {} or after {}, which have no use; {}", number,
                               number == 1 ? "row names" : "rows name", schema.first_year,
                               schema.last_year, schema.beyond));
}

void Loader::refuse_unknown_overrides() {
  for (const auto& [name, table] : sources_.overrides) {
    const auto names = schema_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    std::string why = hint(name, names);
    for (const auto& other : analysis_tables())
      if (other.name == name) why = "; it is for analysis only";
    mistakes_.refuse(table.where, "tables." + name + ": no table of that name" + why);
  }
}

void Loader::warn_of_other_files() {
  for (const auto& file : csv_files(sources_.folder)) {
    const std::string stem = file.stem().string();
    std::error_code ignored;
    const bool is_read = std::any_of(world_.files.begin(), world_.files.end(), [&](const auto& f) {
      return fs::equivalent(f, file, ignored);
    });
    const auto& known = analysis_tables();
    if (is_read || std::any_of(known.begin(), known.end(),
                               [&](const AnalysisTable& table) { return table.name == stem; }))
      continue;
    mistakes_.warn({file.string(), 0, 0},
                   "no table has that name and nothing reads it" + hint(stem, schema_names()));
  }
}

std::vector<int> years_of(const Figures& figures, size_t column) {
  std::set<int> years;
  for (size_t row = 0; row < figures.n_rows(); ++row) years.insert(figures.whole(row, column));
  return {years.begin(), years.end()};
}

size_t index_in(const std::vector<int>& years, int year) {
  return static_cast<size_t>(std::lower_bound(years.begin(), years.end(), year) - years.begin());
}

std::vector<size_t> rows_by_year(const Figures& figures, size_t column) {
  std::vector<size_t> rows(figures.n_rows());
  for (size_t i = 0; i < rows.size(); ++i) rows[i] = i;
  std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
    return figures.whole(a, column) < figures.whole(b, column);
  });
  return rows;
}

}  // namespace rumbo::migration
