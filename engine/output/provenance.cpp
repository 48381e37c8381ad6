// See provenance.hpp.
#include "engine/output/provenance.hpp"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>

namespace rumbo {

namespace {

std::string host_name() {
  char name[256] = {};
  return gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

/// {"file": "digest", ...} in the order given.
std::string digests_as_json(const std::vector<std::pair<std::string, std::string>>& digests) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [file, digest] : digests) object[file] = digest;
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::vector<ResultAttribute> provenance(const RunFacts& facts) {
  const BuildFacts& build = build_facts();
  const std::string created = now_utc();
  std::vector<ResultAttribute> list = {
      {"title", facts.title},
      {"question", facts.question},
      {"history", created + " " + facts.command_line},
      {"source", "rumbo " + build.version + " (agent-based simulation)"},
      {"program_version", build.version},
      {"git_commit", build.git_commit},
      {"compiler", build.compiler},
      {"build_flags", build.flags},
      {"libraries", build.libraries},
      {"hostname", host_name()},
      {"threads", int64_t{facts.threads}},
      {"ranks", int64_t{facts.ranks}},
      {"seed", std::to_string(facts.seed)},
      {"rng", "philox4x32-10"},
      {"input_digests", digests_as_json(facts.input_digests)},
      {"created", created},
      {"command_line", facts.command_line},
  };
  if (const char* job = std::getenv("SLURM_JOB_ID")) list.push_back({"slurm_job_id", job});
  return list;
}

}  // namespace rumbo
