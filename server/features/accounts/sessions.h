#pragma once
// Who sent a request: sessions by cookie, tokens by header.

#include "features/accounts/accounts.h"
#include "http/application.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace wallchart {

inline constexpr std::string_view session_cookie = "wallchart_session";
inline constexpr std::chrono::hours session_lifetime{24 * 14};
/// How long the code of the second factor may be given after the password.
inline constexpr std::chrono::minutes half_session_lifetime{10};

/// Begins a session and answers its token. `second_factor`: whether all that is asked for has been shown.
std::string begin_session(Transaction& tx, Id<User> user, std::optional<Id<Workspace>> workspace,
                          bool second_factor);
/// The user of a session that still lacks its code.
std::optional<Id<User>> user_of_half_session(Reader& reader, std::string_view token, Instant now);
/// The code is shown: replaces the half session by a whole one and answers its token.
std::string complete_session(Transaction& tx, std::string_view token, Id<User> user);
void end_session(Transaction& tx, std::string_view token);
void end_sessions_of(Transaction& tx, Id<User> user);

/// The value of Set-Cookie for a session's token; an empty token takes the cookie away.
std::string session_cookie_header(std::string_view token, bool https);

/// Removes what has expired: sessions, links, counted attempts, answers kept for repeated requests. For
/// every hour or so.
void remove_expired(Database& database);

/// Looks up who sends a request. Remembers answers for a moment, so that a busy page asks the database
/// once; forgets them at every change of roles, by whichever process.
class Identities {
public:
    explicit Identities(Database& database);
    /// In the language of the screen that asks, where it says one ("en", "es"); else in the account's.
    /// Errors: unauthenticated, for a token or cookie that is unknown or out of date.
    Result<std::optional<Identity>> identify(const Request& request);
    void forget_all();

private:
    struct Remembered {
        Identity identity;
        std::chrono::steady_clock::time_point until;
    };
    Result<std::optional<Identity>> known(const Request& request);
    Result<Identity> by_session(std::string_view hash);
    Result<Identity> by_token(std::string_view hash);
    /// Notes that a session or token is in use, at most every hour.
    void note_use(std::string_view sql, std::string_view hash, std::optional<Instant> before);

    Database& m_database;
    std::mutex m_mutex;
    std::unordered_map<std::string, Remembered> m_remembered;
    Database::Listening m_listening;
};

}  // namespace wallchart
