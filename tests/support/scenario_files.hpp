// A folder of scenario files for one test, gone at its end.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace rumbo {

class ScenarioFiles {
 public:
  ScenarioFiles() {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("rumbo_scenarios_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
    std::filesystem::create_directories(folder_);
  }
  ~ScenarioFiles() { std::filesystem::remove_all(folder_); }
  ScenarioFiles(const ScenarioFiles&) = delete;
  ScenarioFiles& operator=(const ScenarioFiles&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).generic_string(); }

  /// Writes a file, with its folders; returns its path.
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
    return path(name);
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace rumbo
