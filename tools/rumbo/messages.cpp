// See messages.hpp.
#include "tools/rumbo/messages.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>

#include <memory>

#include "tools/rumbo/terminal.hpp"

namespace rumbo {
namespace {

namespace level = spdlog::level;

/// What a line begins with, by its level.
class Beginning final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&,
              spdlog::memory_buf_t& line) override {
    const std::string_view word = message.level == level::info   ? "note: "
                                  : message.level == level::warn ? "warning: "
                                  : message.level == level::err  ? "rumbo: "
                                                                 : "";
    line.append(word.data(), word.data() + word.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<Beginning>();
  }
};

std::unique_ptr<spdlog::logger> make_logger() {
  using spdlog::color_mode;
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>();
  sink->set_color_mode(has_colours(stderr) ? color_mode::always : color_mode::never);
  sink->set_color(level::info, sink->reset);
  sink->set_color(level::warn, sink->yellow);
  sink->set_color(level::err, sink->red);
  sink->set_color(level::critical, sink->reset);
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  formatter->add_flag<Beginning>('*').set_pattern("%^%*%$%v");
  sink->set_formatter(std::move(formatter));
  auto made = std::make_unique<spdlog::logger>("rumbo", std::move(sink));
  made->set_level(level::info);
  made->flush_on(level::info);
  made->set_error_handler([](const std::string&) {});  // there is nowhere left to say it
  return made;
}

spdlog::logger& logger() {
  static const std::unique_ptr<spdlog::logger> one = make_logger();
  return *one;
}

}  // namespace

void note(const std::string& sentence) {
  logger().info("{}", sentence);
}
void warn(const std::string& sentence) {
  logger().warn("{}", sentence);
}
void complain(const std::string& sentence) {
  logger().error("{}", sentence);
}
void say(const std::string& sentence) {
  logger().critical("{}", sentence);
}

void set_quiet(bool is_quiet) {
  logger().set_level(is_quiet ? level::warn : level::info);
}

}  // namespace rumbo
