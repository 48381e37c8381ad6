// Entry point of the `rumbo` command.
#include "tools/rumbo/program.hpp"

int main(int argc, char** argv) {
  return rumbo::run_program(argc, argv);
}
