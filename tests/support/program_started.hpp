// The program running beside the test, to be told to stop at any moment.
#pragma once
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

namespace rumbo::test {

/// `rumbo` with arguments as a shell reads them, in a folder; its words go to started.txt there.
class StartedProgram {
 public:
  StartedProgram(const std::filesystem::path& folder, const std::string& arguments) {
    const std::string command = "cd '" + folder.string() + "' && exec " RUMBO_PROGRAM " " +
                                arguments + " > started.txt 2>&1 < /dev/null";
    process_ = ::fork();
    if (process_ != 0) return;
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  ~StartedProgram() {
    if (has_ended()) return;
    send(SIGKILL);
    wait();
  }
  StartedProgram(const StartedProgram&) = delete;
  StartedProgram& operator=(const StartedProgram&) = delete;

  pid_t process() const { return process_; }
  void send(int signal) const { ::kill(process_, signal); }
  /// Exit status, or 128 + the signal that ended it.
  int wait() {
    if (!has_ended_) ::waitpid(process_, &raw_, 0);
    has_ended_ = true;
    return status();
  }
  bool has_ended() {
    has_ended_ = has_ended_ || ::waitpid(process_, &raw_, WNOHANG) == process_;
    return has_ended_;
  }
  /// False if the program ends before the file is there.
  bool wait_for(const std::filesystem::path& file) {
    while (!std::filesystem::exists(file)) {
      if (has_ended()) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
  }

 private:
  int status() const { return WIFEXITED(raw_) ? WEXITSTATUS(raw_) : 128 + WTERMSIG(raw_); }

  pid_t process_ = -1;
  int raw_ = 0;
  bool has_ended_ = false;
};

}  // namespace rumbo::test
