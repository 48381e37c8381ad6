// sha256 of bytes that come piece by piece. May include: std only.
#pragma once
#include <cstddef>
#include <memory>
#include <string>

namespace rumbo {

/// One digest in the making, by OpenSSL.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(const void* bytes, size_t count);
  /// 64 digits; ends the digest.
  std::string hexadecimal();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace rumbo
