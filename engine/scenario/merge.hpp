// Merging documents: sections key by key, policies by id, later wins. May include: base.
#pragma once
#include <string>
#include <vector>

#include "engine/scenario/document.hpp"

namespace rumbo {

/// Merges `later` over `earlier`, both roots of documents.
void merge_documents(DocumentNode& earlier, DocumentNode&& later);

/// What hinders merging in one file: [[policy]] entries without id or with the same id, and what
/// is no entry at all, which is taken out.
std::vector<Finding> take_policy_mistakes(DocumentNode& root);

/// The id of a [[policy]] entry, "" if it has none.
std::string policy_id(const DocumentNode& policy);

/// Puts NAME=VALUE of the command line into a document.
/// returns  false with `why` if it is about a policy that is not there
/// throws InputError  not of that form
bool apply_override(DocumentNode& root, const std::string& assignment, uint32_t layer,
                    Finding& why);

}  // namespace rumbo
