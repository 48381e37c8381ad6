// See sha256.hpp.
#include "engine/base/sha256.hpp"

#include <openssl/evp.h>

#include "engine/base/error.hpp"

namespace rumbo {

struct Sha256::Context {
  EVP_MD_CTX* state = EVP_MD_CTX_new();
  ~Context() { EVP_MD_CTX_free(state); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  RUMBO_REQUIRE(EVP_DigestInit_ex(context_->state, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(const void* bytes, size_t count) {
  RUMBO_REQUIRE(EVP_DigestUpdate(context_->state, bytes, count) == 1);
}

std::string Sha256::hexadecimal() {
  unsigned char digest[32];
  RUMBO_REQUIRE(EVP_DigestFinal_ex(context_->state, digest, nullptr) == 1);
  std::string text;
  for (const unsigned char byte : digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace rumbo
