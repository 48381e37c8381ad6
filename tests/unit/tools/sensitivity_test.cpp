// Sensitivity of known functions, read from files of sweeps.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "tests/support/near.hpp"
#include "tests/support/sample_results.hpp"
#include "tests/support/sample_sweep.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/rumbo/sensitivity_report.hpp"

using namespace rumbo;
using namespace rumbo::test;
using Catch::Matchers::Contains;

namespace {

/// 10 + 4 a - 2 b of the baseline; the quota adds 3 b. Parameter c does nothing.
double linear(std::span<const double> shares, uint32_t scenario, size_t, uint32_t) {
  return 10 + 4 * shares[0] - 2 * shares[1] + (scenario == 1 ? 3 * shares[1] : 0);
}

ReadSeries read_sweep(const SampleSweep& sweep) {
  const ScratchFolder folder;
  write_sweep_file(folder / "sweep.h5", sweep);
  return read_series({{folder / "sweep.h5"}, {}, {}, {}});
}

SensitivityReport analysed(const SampleSweep& sweep, const SensitivityRequest& request = {}) {
  return analyse_sensitivity(read_sweep(sweep), request);
}

/// Line ends as spaces, so that it does not matter where a sentence is broken.
std::string report_text(const SensitivityReport& report,
                        ShownParameters shown = ShownParameters::all) {
  std::string text = as_text(report, shown), line;
  for (const char c : text)
    if (c != '\n')
      line += c;
    else if (line.empty() || line.back() != ' ')
      line += ' ';
  for (size_t at; (at = line.find("  ")) != line.npos;) line.erase(at, 1);
  return line;
}

/// Of "border attempts", which vary; `baseline` "" = the level.
const SensitivityOutput& output_of(const SensitivityReport& report, const std::string& baseline) {
  for (const auto& output : report.outputs)
    if (output.series == "border attempts" && output.baseline == baseline) return output;
  FAIL("no such output");
  return report.outputs.front();
}

const Influence& influence_of(const MethodFindings& found, size_t parameter) {
  for (const auto& influence : found.influences)
    if (influence.parameter == parameter) return influence;
  FAIL("no such parameter");
  return found.influences.front();
}

}  // namespace

TEST_CASE("effects of a linear model are its slopes, of levels and of differences",
          "[unit][tools]") {
  const auto report = analysed({sample_design("morris", 3, {{"trajectories", {6}}}), 1, linear});
  const MethodFindings& level = output_of(report, "").methods.at(0);
  CHECK(level.method == SensitivityMethod::morris);
  CHECK(level.influences[0].parameter == 0);
  CHECK(influence_of(level, 0).strength.value == near(4, 0.01));
  CHECK(influence_of(level, 1).strength.value == near(2, 0.01));
  CHECK(influence_of(level, 1).direction.value == near(-2, 0.01));
  CHECK(influence_of(level, 2).strength.value == near(0, 0.01));
  CHECK(influence_of(level, 0).shape.value == near(0, 0.01));
  CHECK_FALSE(level.knows_chance);  // one replicate a point
  const MethodFindings& effect = output_of(report, "baseline").methods.at(0);
  CHECK(influence_of(effect, 1).direction.value == near(3, 0.01));
  CHECK(influence_of(effect, 0).strength.value == near(0, 0.01));
  CHECK_THAT(report_text(report),
             Contains("effect of quota on border attempts") && Contains("With one replicate"));
}

TEST_CASE("what chance alone gives is marked, and luck that points share is none",
          "[unit][tools]") {
  SampleSweep sweep{sample_design("morris", 3, {{"trajectories", {8}}}), 4, {}};
  sweep.result = [](auto shares, uint32_t, size_t point, uint32_t replicate) {
    const auto number = static_cast<uint32_t>(point) * 4 + replicate;
    return 10 + 4 * shares[0] + 0.1 * sample_noise(1, number);
  };
  const auto noisy = analysed(sweep);
  const MethodFindings& found = output_of(noisy, "").methods.at(0);
  CHECK(found.knows_chance);
  CHECK_FALSE(influence_of(found, 0).is_noise);
  CHECK(influence_of(found, 2).strength.value > 0.02);
  CHECK(influence_of(found, 2).is_noise);
  CHECK_THAT(as_text(noisy, ShownParameters::all), Contains("  chance\n"));
  // Small effects beside luck that all points share.
  sweep.result = [](auto shares, uint32_t, size_t, uint32_t replicate) {
    return 10 + 0.1 * shares[0] + 0.05 * shares[1] + 5 * sample_noise(2, replicate);
  };
  const auto shared = analysed(sweep);
  const MethodFindings& clear = output_of(shared, "").methods.at(0);
  CHECK_FALSE(influence_of(clear, 1).is_noise);
  CHECK(influence_of(clear, 2).is_noise);
  CHECK(output_of(shared, "").chance_variance > 1);
}

TEST_CASE("a straight line finds the coefficients of a linear model, and fits", "[unit][tools]") {
  const SampleSweep sweep{sample_design("latin_hypercube", 3, {{"samples", {20}}}), 1, linear};
  const auto report = analysed(sweep);
  const SensitivityOutput& output = output_of(report, "");
  REQUIRE(output.methods.size() == 1);  // too few points for an emulator
  const MethodFindings& found = output.methods[0];
  CHECK(*found.r2 == near(1, 1e-5));
  std::vector<double> a;
  for (size_t point = 0; point < 20; ++point) a.push_back(sweep.design.run(point)[0]);
  const double slope = 4 * std::sqrt(moments_of_points(a).variance / output.points.variance);
  CHECK(influence_of(found, 0).strength.value == near(slope, 1e-3));
  CHECK(influence_of(found, 1).strength.value < 0);
}

TEST_CASE("Sobol indices and those of an emulator are the shares of a linear model",
          "[unit][tools]") {
  const auto blocks = analysed({sample_design("saltelli", 3, {{"samples", {256}}}), 1, linear});
  const MethodFindings& sobol = output_of(blocks, "").methods.at(0);
  CHECK(sobol.method == SensitivityMethod::sobol);
  CHECK(influence_of(sobol, 0).strength.value == near(0.8, 0.05));
  CHECK(influence_of(sobol, 1).shape.value == near(0.2, 0.05));
  const auto points = analysed({sample_design("sobol", 3, {{"samples", {64}}}), 1, linear});
  const SensitivityOutput& output = output_of(points, "");
  REQUIRE(output.methods.size() == 2);
  CHECK(*output.methods[1].q2 > 0.99);
  CHECK(influence_of(output.methods[1], 0).strength.value == near(0.8, 0.03));
  CHECK(influence_of(output.methods[1], 2).strength.value == near(0, 0.01));
  CHECK_THAT(report_text(points), Contains("Emulator: Q2 1.00"));
}

TEST_CASE("the chance of a total index is that of its own pairs of points", "[unit][tools]") {
  SampleSweep sweep{sample_design("saltelli", 3, {{"samples", {64}}}), 3, {}};
  sweep.result = [](auto shares, uint32_t, size_t point, uint32_t replicate) {
    const auto number = static_cast<uint32_t>(point) * 3 + replicate;
    return 10 + 4 * shares[0] + 0.5 * sample_noise(4, number);
  };
  const MethodFindings found = output_of(analysed(sweep), "").methods.at(0);
  CHECK_FALSE(influence_of(found, 0).is_noise);
  CHECK(influence_of(found, 1).is_noise);
  CHECK(influence_of(found, 1).strength.value > 0.02);
}

TEST_CASE("the noise beside an emulator's is that without the luck that points share",
          "[unit][tools]") {
  SampleSweep sweep{sample_design("sobol", 2, {{"samples", {64}}}), 4, {}};
  sweep.result = [](auto shares, uint32_t, size_t point, uint32_t replicate) {
    const auto number = static_cast<uint32_t>(point) * 4 + replicate;
    return 10 + 4 * shares[0] + 0.2 * sample_noise(5, number) + 3 * sample_noise(6, replicate);
  };
  const MethodFindings found = output_of(analysed(sweep), "").methods.at(1);
  CHECK(*found.replicate_noise == near(0.1, 0.02));
  CHECK(*found.fitted_noise == near(0.1, 0.04));
}

TEST_CASE("failed runs are left out and counted", "[unit][tools]") {
  const SampleSweep sweep{
      sample_design("morris", 3, {{"trajectories", {6}}}), 2, linear, {2, 3, 8}};
  const auto report = analysed(sweep);
  CHECK(report.n_failed == 3);
  const SensitivityOutput& output = output_of(report, "");
  CHECK(output.n_known == 23);  // point 1 has lost both of its runs, point 4 one
  const MethodFindings& found = output.methods.at(0);
  CHECK(found.n_left_out == 2);
  CHECK(influence_of(found, 0).strength.value == near(4, 0.01));
  CHECK_THAT(report_text(report), Contains("3 runs failed, the first with: made to fail") &&
                                      Contains("16 effects, 2 left out for runs without a number"));
}

TEST_CASE("what cannot be analysed is refused with what would fit", "[unit][tools]") {
  const ReadSeries read =
      read_sweep({sample_design("latin_hypercube", 2, {{"samples", {12}}}), 1, linear});
  const auto refusal = [&](const SensitivityRequest& request) {
    try {
      analyse_sensitivity(read, request);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(refusal({.method = SensitivityMethod::sobol}),
             Contains("--method sobol: this sweep is of design latin_hypercube") &&
                 Contains("design saltelli"));
  CHECK_THAT(refusal({.method = SensitivityMethod::morris}), Contains("design morris"));
  CHECK_THAT(refusal({.series = {"border atempts"}}), Contains("did you mean 'border attempts'"));
  CHECK_THAT(refusal({.scenario = "qota", .of = SensitivityOf::level}),
             Contains("did you mean 'quota'"));
  CHECK_THAT(refusal({.scenario = "baseline", .of = SensitivityOf::effects}),
             Contains("is the baseline itself"));
  const ReadSeries steps =
      read_sweep({sample_design("morris", 2, {{"trajectories", {4}}}), 1, linear});
  CHECK_THROWS_WITH(analyse_sensitivity(steps, {.method = SensitivityMethod::emulator}),
                    Contains("leave most of the ranges empty") && Contains("latin_hypercube"));
  const ReadSeries few =
      read_sweep({sample_design("latin_hypercube", 3, {{"samples", {4}}}), 1, linear});
  CHECK_THROWS_WITH(analyse_sensitivity(few, {}), Contains("expected at least 5"));
}

TEST_CASE("an ordinary file has no sensitivity, and a sweep is read by itself", "[unit][tools]") {
  const ScratchFolder folder;
  write_results_with_events(folder / "plain.h5");
  const ReadSeries plain = read_series({{folder / "plain.h5"}, {}, {}, {}});
  CHECK_THROWS_WITH(analyse_sensitivity(plain, {}), Contains("holds no sweep"));
  const SampleSweep sweep{sample_design("latin_hypercube", 2, {{"samples", {8}}}), 1, linear};
  write_sweep_file(folder / "a.h5", sweep);
  write_sweep_file(folder / "b.h5", sweep);
  CHECK_THROWS_WITH(read_series({{folder / "a.h5", folder / "b.h5"}, {}, {}, {}}),
                    Contains("a.h5: it holds a sweep") && Contains("by itself"));
}

TEST_CASE("JSON and CSV hold every number", "[unit][tools]") {
  const auto report = analysed({sample_design("morris", 3, {{"trajectories", {6}}}), 2, linear});
  const auto json = nlohmann::json::parse(as_json(report));
  CHECK(json["points"] == 24);
  CHECK(json["outputs"].size() == 4);
  for (const auto& output : json["outputs"]) {
    if (output["series"] == "apprehensions") CHECK(output["methods"].empty());
    if (output["series"] != "border attempts" || !output["baseline"].is_null()) continue;
    const auto& first = output["methods"][0]["parameters"][0];
    CHECK(first["parameter"] == "a");
    CHECK(first["mu_star"].get<double>() == near(4, 0.01));
    CHECK(first["is_chance"] == false);
  }
  const std::string csv = as_csv(report);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 2 * 3 * 3);
  CHECK_THAT(csv, Contains("border attempts,attempts,quota,baseline,2000-01,2001-12,morris,1,b,"
                           "mu_star,"));
}

TEST_CASE("the fifteen that matter most are shown, and how much the rest may matter",
          "[unit][tools]") {
  SampleSweep sweep{sample_design("morris", 18, {{"trajectories", {3}}}), 1, {}};
  sweep.result = [](auto shares, uint32_t, size_t, uint32_t) {
    double sum = 0;
    for (size_t i = 0; i < shares.size(); ++i) sum += static_cast<double>(i + 1) * shares[i];
    return sum;
  };
  const auto report = analysed(sweep, {.scenario = "quota", .of = SensitivityOf::level});
  CHECK_THAT(report_text(report, ShownParameters::most_important),
             Contains("3 more parameters, none above 3 (--all shows them)"));
  CHECK_THAT(report_text(report), !Contains("more parameter"));
}
