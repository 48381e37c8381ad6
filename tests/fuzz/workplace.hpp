// A folder in memory with the tutorial's tables, and the commands that work in it.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/fuzz/targets.hpp"
#include "tools/rumbo/commands.hpp"

namespace rumbo::fuzz {

/// The folder of this process, with a copy of scenarios/tutorial; removed at its end.
const std::filesystem::path& workplace();

/// Writes a file of the workplace and returns its path.
std::string write_file(const std::string& name, Bytes bytes);
std::string write_file(const std::string& name, const std::string& text);
std::vector<uint8_t> bytes_of_file(const std::filesystem::path& path);

/// Runs what may refuse its input.
/// returns  whether it was accepted
/// throws   Finding for any exception that is no InputError, RunError or refusal of options
bool accepts(const std::function<void()>& attempt);

/// One command of the program, without the net that turns exceptions into words.
using AddCommand = void (*)(CLI::App&, int&);
bool accepts_command(AddCommand add, const std::vector<std::string>& words);

/// The same for input that is known to be good. Throws Finding if it is refused.
void run_command(AddCommand add, const std::vector<std::string>& words);

}  // namespace rumbo::fuzz
