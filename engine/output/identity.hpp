// What two runs must agree in before one goes on from what the other left.
//
// A text of lines "what: value", kept in checkpoints and compared line by line, so that a refusal
// can say what differs. May include: base.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace rumbo {

/// sha256 of the file that this program was started from. Two builds of one commit differ if their
/// flags, libraries or uncommitted changes do; a copy on another machine does not.
const std::string& program_digest();

using IdentityLines = std::vector<std::pair<std::string, std::string>>;

/// Version and commit of this program, and its digest: the first lines of every identity.
IdentityLines program_identity();

/// Lines as one text.
std::string identity_text(const IdentityLines& lines);

/// What differs between two texts of identity_text(): "seed (3, here 4); scale (0.1, here 0.2)".
/// "" if they are equal.
///
/// theirs  may be anything, as it comes from a file
std::string identity_difference(const std::string& theirs, const std::string& mine);

}  // namespace rumbo
