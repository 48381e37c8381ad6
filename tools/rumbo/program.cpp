// See program.hpp.
#include "tools/rumbo/program.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"
#include "engine/run/signals.hpp"
#include "tools/rumbo/commands.hpp"
#include "tools/rumbo/messages.hpp"
#include "tools/rumbo/streams.hpp"

namespace rumbo {
namespace {

constexpr int done = 0, failed = 1, bad_input = 2;

const char* const first_steps =
    "First steps:\n"
    "  rumbo check scenarios/americas/baseline.toml\n"
    "  rumbo list levers\n"
    "Exit status: 0 done, 1 failed, 2 bad input, 75 stopped at a checkpoint.";

void add_commands(CLI::App& app, int& status) {
  add_run_command(app, status);
  add_sweep_command(app, status);
  add_status_command(app, status);
  add_merge_command(app, status);
  add_slurm_command(app, status);
  add_check_command(app, status);
  add_show_command(app, status);
  add_diff_command(app, status);
  add_explain_command(app, status);
  add_list_command(app, status);
  add_compare_command(app, status);
  add_sensitivity_command(app, status);
  add_info_command(app, status);
  add_bench_command(app, status);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// "there is no command 'chek'; did you mean 'check'?"
std::string unknown(const std::string& what, const std::string& name,
                    const std::vector<std::string>& valid) {
  const std::string near = nearest_name(name, valid);
  return "there is no " + what + " '" + name + "'" +
         (near.empty() ? "" : "; did you mean '" + near + "'?");
}

/// "... . See rumbo check --help"
std::string with_help(const std::string& sentence, const std::string& command) {
  return sentence + (sentence.ends_with('?') ? "" : ".") + " See " + command + " --help";
}

/// A first word that is no command and no option; "" if there is none.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return "";
  for (const auto& name : command_names(app))
    if (name == argv[1]) return "";
  return argv[1];
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// What the parser refused, in one sentence.
std::string refusal(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.front();
  const std::string name = chosen.empty() ? "rumbo" : "rumbo " + command.get_name();
  for (const auto& extra : app.remaining(true))
    if (extra.size() > 1 && extra.front() == '-')
      return with_help(unknown("option of " + name, extra, option_names(command)), name);
  return with_help(error.what(), name);
}

int parse(CLI::App& app, int argc, const char* const* argv, const int& status) {
  try {
    app.parse(argc, argv);
    return status;
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    complain(refusal(app, error));
    return bad_input;
  }
}

int dispatch(int argc, const char* const* argv) {
  int status = done;
  CLI::App app{"rumbo: migration flows and policies, simulated person by person", "rumbo"};
  app.set_version_flag("--version", "rumbo " + build_facts().version);
  app.footer(first_steps);
  app.require_subcommand(0, 1);
  add_commands(app, status);
  if (argc < 2) {
    fmt::print("{}", app.help());
    return done;
  }
  if (const std::string name = unknown_command(app, argc, argv); !name.empty()) {
    complain(with_help(unknown("command", name, command_names(app)), "rumbo"));
    return bad_input;
  }
  return parse(app, argc, argv, status);
}

/// The same, with every error told and turned into a status.
int dispatch_safely(int argc, const char* const* argv) {
  try {
    return dispatch(argc, argv);
  } catch (const InputError& error) {
    for (const auto& message : error.messages()) say(message);
    return bad_input;
  } catch (const Stopped&) {
    say("stopped before anything was begun; the same command starts it");
    return exit_status_checkpoint;
  } catch (const std::bad_alloc&) {
    complain("the machine has not enough memory for this");
  } catch (const std::system_error& error) {  // also of what was printed
    if (error.code().value() == EPIPE) return exit_status_pipe;
    complain(error.what());
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return failed;
}

std::string given;

}  // namespace

const std::string& command_line() {
  return given;
}

int run_program(int argc, const char* const* argv) {
  given = shell_quoted({argv, argv + argc});
  const int status = dispatch_safely(argc, argv);
  const OutputState output = finish_output();
  if (status != done || output == OutputState::written) return status;
  if (output == OutputState::reader_is_gone) return exit_status_pipe;
  const std::string why = errno == 0 ? "" : ": " + std::generic_category().message(errno);
  complain("cannot write to standard output" + why);
  return failed;
}

}  // namespace rumbo
