// See sweep_record.hpp.
#include "engine/output/sweep_record.hpp"

#include "engine/base/error.hpp"
#include "engine/output/layout.hpp"

namespace rumbo::layout {
namespace {

using hdf5::Dataset;
using hdf5::Group;

void write_numbers(Group& root, const char* name, const char* long_name,
                   const std::vector<double>& values, const std::vector<const Dataset*>& scales) {
  hdf5::Shape shape;
  for (const Dataset* scale : scales) shape.push_back(scale->size());
  Dataset data = root.create_dataset(name, ElementType::f64, shape);
  data.write(values);
  data.set_attribute("long_name", long_name);
  for (unsigned i = 0; i < scales.size(); ++i) data.attach_scale(*scales[i], i);
}

void write_texts(Group& root, const char* name, const char* long_name,
                 const std::vector<std::string>& texts, const Dataset& scale) {
  Dataset data = root.create_texts(name, texts);
  data.set_attribute("long_name", long_name);
  data.attach_scale(scale, 0);
}

Dataset write_whole(Group& root, const char* name, const char* long_name,
                    const std::vector<int32_t>& numbers) {
  Dataset data = root.create_dataset(name, ElementType::i32, {numbers.size()});
  data.write(numbers);
  data.set_attribute("long_name", long_name);
  data.set_attribute("units", "1");
  return data;
}

void write_parameters(Group& root, const SweepRecord& sweep) {
  std::vector<std::string> names, units, scales;
  std::vector<double> low, central, high;
  for (const auto& parameter : sweep.parameters) {
    names.push_back(parameter.name);
    units.push_back(parameter.unit);
    scales.push_back(parameter.scale);
    low.push_back(parameter.low);
    central.push_back(parameter.central);
    high.push_back(parameter.high);
  }
  Dataset axis = root.create_texts("sweep_parameter", names);
  axis.make_scale("sweep_parameter");
  axis.set_attribute("long_name", "parameter that the sweep varies");
  write_texts(root, "sweep_unit", "unit of the parameter", units, axis);
  write_texts(root, "sweep_scale", "scale on which its range is even", scales, axis);
  write_numbers(root, "sweep_low", "low end of its plausible range", low, {&axis});
  write_numbers(root, "sweep_central", "its most plausible value", central, {&axis});
  write_numbers(root, "sweep_high", "high end of its plausible range", high, {&axis});
}

void write_points(Group& root, const SweepRecord& sweep) {
  std::vector<int32_t> points(sweep.n_points());
  for (size_t i = 0; i < points.size(); ++i) points[i] = static_cast<int32_t>(i);
  Dataset axis = write_whole(root, "sweep_point", "point of the design", points);
  axis.make_scale("sweep_point");
  const Dataset parameter = root.open_dataset("sweep_parameter");
  write_numbers(root, "sweep_value", "value of the parameter", sweep.values, {&axis, &parameter});
  write_numbers(root, "sweep_share", "share of the way from low to high on the scale of the range",
                sweep.shares, {&axis, &parameter});
}

void write_failed(Group& root, const SweepRecord& sweep) {
  if (sweep.failed.empty()) return;
  std::vector<int32_t> numbers;
  std::vector<std::string> scenarios, messages;
  for (const auto& run : sweep.failed) {
    numbers.push_back(static_cast<int32_t>(run.number));
    scenarios.push_back(run.scenario);
    messages.push_back(run.message);
  }
  Dataset axis = write_whole(root, "failed_run", "number of a run that failed", numbers);
  axis.make_scale("failed_run");
  write_texts(root, "failed_scenario", "its scenario", scenarios, axis);
  write_texts(root, "failed_message", "what went wrong", messages, axis);
}

std::vector<SweptParameter> read_parameters(const Group& root) {
  const auto names = root.read_texts("sweep_parameter"), units = root.read_texts("sweep_unit"),
             scales = root.read_texts("sweep_scale");
  const auto low = root.open_dataset("sweep_low").read<double>(),
             central = root.open_dataset("sweep_central").read<double>(),
             high = root.open_dataset("sweep_high").read<double>();
  const size_t n = names.size();
  if (n == 0 || units.size() != n || scales.size() != n || low.size() != n || central.size() != n ||
      high.size() != n)
    throw RunError(root.name() + ": the parameters of the sweep do not agree in number");
  std::vector<SweptParameter> parameters;
  for (size_t i = 0; i < n; ++i)
    parameters.push_back({names[i], units[i], low[i], central[i], high[i], scales[i]});
  return parameters;
}

std::vector<FailedRun> read_failed(const Group& root) {
  std::vector<FailedRun> failed;
  if (!root.has("failed_run")) return failed;
  const auto numbers = root.open_dataset("failed_run").read<int32_t>();
  const auto scenarios = root.read_texts("failed_scenario"),
             messages = root.read_texts("failed_message");
  if (scenarios.size() != numbers.size() || messages.size() != numbers.size())
    throw RunError(root.name() + ": the failed runs of the sweep do not agree in number");
  for (size_t i = 0; i < numbers.size(); ++i)
    failed.push_back({static_cast<uint32_t>(numbers[i]), scenarios[i], messages[i]});
  return failed;
}

}  // namespace

void write_sweep(Group& root, const SweepRecord& sweep, const std::vector<uint32_t>& numbers) {
  root.set_attribute("sweep_kind", sweep.kind);
  root.set_attribute("sweep_layout", sweep.layout);
  root.set_attribute("sweep_groups", static_cast<int64_t>(sweep.n_groups));
  root.set_attribute("sweep_second_order", static_cast<int64_t>(sweep.has_second_order ? 1 : 0));
  root.set_attribute("sweep_replicates", static_cast<int64_t>(sweep.replicates));
  write_parameters(root, sweep);
  write_points(root, sweep);
  write_failed(root, sweep);
  std::vector<int32_t> points, replicates;
  for (const uint32_t number : numbers) {
    points.push_back(static_cast<int32_t>(sweep.point_of(number)));
    replicates.push_back(static_cast<int32_t>(sweep.replicate_of(number)));
  }
  const Dataset axis = root.open_dataset("replicate");
  write_whole(root, "point_of_replicate", "point of the design that the run is of", points)
      .attach_scale(axis, 0);
  write_whole(root, "replicate_of_point", "replicate of the point; equal numbers share their draws",
              replicates)
      .attach_scale(axis, 0);
}

std::optional<SweepRecord> read_sweep(const Group& root) {
  if (!root.has("sweep_parameter")) return std::nullopt;
  SweepRecord sweep;
  sweep.kind = root.text_attribute("sweep_kind").value_or("");
  sweep.layout = root.text_attribute("sweep_layout").value_or("");
  const auto whole = [&](const char* name, double least) {
    const double number = root.number_attribute(name).value_or(-1);
    if (!(number >= least && number < 4e9))
      throw RunError(root.name() + ": " + name + " is no number that a sweep can have");
    return static_cast<uint64_t>(number);
  };
  sweep.n_groups = whole("sweep_groups", 0);
  sweep.has_second_order = whole("sweep_second_order", 0) != 0;
  sweep.replicates = static_cast<uint32_t>(whole("sweep_replicates", 1));
  sweep.parameters = read_parameters(root);
  sweep.values = root.open_dataset("sweep_value").read<double>();
  sweep.shares = root.open_dataset("sweep_share").read<double>();
  sweep.failed = read_failed(root);
  const size_t n = sweep.parameters.size();
  if (sweep.values.size() % n != 0 || sweep.shares.size() != sweep.values.size())
    throw RunError(root.name() + ": the points of the sweep do not agree in number");
  const auto numbers = root.open_dataset("replicate").read<int64_t>();
  for (const int64_t number : numbers)
    if (number < 0 || sweep.point_of(static_cast<uint32_t>(number)) >= sweep.n_points())
      throw RunError(root.name() + ": has a run of a point that the sweep does not have");
  return sweep;
}

}  // namespace rumbo::layout
