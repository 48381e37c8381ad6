// The subcommands of `rumbo`, one file each: NAME_command.cpp or NAME.cpp defines add_NAME_command.
//
// Each adds itself to the application with its options and, as footer, two
// examples. Its callback throws InputError or RunError (main turns them into
// exit status 2 and 1) and writes any other exit status (75 = stopped at a
// checkpoint) into `status`, which outlives the application.
// May include: nothing; a subcommand's own file includes CLI11.
#pragma once

namespace CLI {
class App;
}

namespace rumbo {

void add_run_command(CLI::App& app, int& status);
void add_sweep_command(CLI::App& app, int& status);
void add_status_command(CLI::App& app, int& status);
void add_merge_command(CLI::App& app, int& status);
void add_slurm_command(CLI::App& app, int& status);
void add_check_command(CLI::App& app, int& status);
void add_show_command(CLI::App& app, int& status);
void add_diff_command(CLI::App& app, int& status);
void add_explain_command(CLI::App& app, int& status);
void add_list_command(CLI::App& app, int& status);
void add_compare_command(CLI::App& app, int& status);
void add_sensitivity_command(CLI::App& app, int& status);
void add_info_command(CLI::App& app, int& status);
void add_bench_command(CLI::App& app, int& status);

}  // namespace rumbo
