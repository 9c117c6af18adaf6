#pragma once
// Secrets that stand for something: in links, cookies and API tokens. Only their hashes are stored.

#include <string>
#include <string_view>

namespace wallchart {

/// 256 random bits in URL-safe Base64.
std::string new_token();
/// What is stored of a token: its BLAKE2b hash in hexadecimal.
std::string hash_token(std::string_view token);

}  // namespace wallchart
