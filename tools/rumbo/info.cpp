// `rumbo info FILE`: what a file is, whether it is complete, what it holds.
#include <fmt/format.h>

#include <memory>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/provenance.hpp"
#include "engine/output/reader.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/file_info.hpp"

namespace rumbo {

void add_info_command(CLI::App& app, int& status) {
  auto path = std::make_shared<std::filesystem::path>();
  auto json = std::make_shared<bool>(false);
  auto* command =
      app.add_subcommand("info",
                         "What a result file or checkpoint is and holds; without a file, "
                         "how this program was built");
  command->add_option("FILE", *path, "Result file, part of one, or checkpoint");
  command->add_flag("--json", *json, "JSON");
  command->footer(
      "Examples:\n"
      "  rumbo info out/quota.h5\n"
      "  rumbo info out/quota.checkpoint.h5 --json");
  command->callback([path, json, &status] {
    const FileInfo info = path->empty() ? describe_program() : describe_file(*path);
    fmt::print("{}", *json ? as_json(info) : as_text(info));
    status = 0;
  });
}

}  // namespace rumbo
