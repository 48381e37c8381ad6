// sha256 by OpenSSL. See provenance.hpp.
#include <openssl/evp.h>

#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>

#include "engine/base/error.hpp"
#include "engine/output/provenance.hpp"

namespace rumbo {

namespace {

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    RUMBO_REQUIRE(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }
  void add(std::string_view bytes) {
    RUMBO_REQUIRE(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }
  std::string hexadecimal() {
    unsigned char digest[32];
    RUMBO_REQUIRE(EVP_DigestFinal_ex(context_.get(), digest, nullptr) == 1);
    std::string text;
    for (const unsigned char byte : digest) {
      text += "0123456789abcdef"[byte >> 4];
      text += "0123456789abcdef"[byte & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.hexadecimal();
}

std::string sha256_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw RunError("cannot read " + path.string() + ": " + std::generic_category().message(errno));
  Sha256 sum;
  std::string buffer(1 << 16, '\0');
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0)
    sum.add({buffer.data(), static_cast<size_t>(file.gcount())});
  if (file.bad())
    throw RunError("cannot read " + path.string() + ": the system gave up on the way");
  return sum.hexadecimal();
}

}  // namespace rumbo
