#include "features/accounts/accounts.h"

namespace wallchart {
namespace {

constexpr auto window = std::chrono::minutes(15);

struct Limits {
    std::int64_t of_subject = 0;
    std::int64_t of_peer = 0;  ///< higher: an office or a union hall shares one address
};

constexpr Limits limits_of(Guess guess) {
    switch (guess) {
        case Guess::password:
            return {8, 60};
        case Guess::code:
            return {6, 60};
        case Guess::reset:
            break;
    }
    return {3, 20};
}

std::string key_of(Guess guess, std::string_view what, std::string_view subject) {
    auto key = std::to_string(static_cast<int>(guess)) + ":";
    key += what;
    key += ":";
    key += subject;
    return hash_token(key);
}

Result<void> count(Transaction& tx, const std::string& key, std::int64_t limit) {
    auto now = tx.now();
    // Later ones than now are from before the clock was set back: they count no more than old ones.
    tx.execute("DELETE FROM attempt WHERE subject_hash = $1 AND (at <= $2 OR at > $3)", key, now - window,
               now);
    std::int64_t made = 0;
    Instant first = now;
    tx.each(
        "SELECT count(*), coalesce(min(at), $2) FROM attempt WHERE subject_hash = $1",
        [&](const Row& row) {
            made = row.integer(0);
            first = Instant(std::chrono::milliseconds(row.integer(1)));
        },
        key, now);
    if (made >= limit) {
        Error error{ErrorKind::too_many, "Too many attempts. Wait a quarter of an hour, then try again."};
        auto wait = std::chrono::ceil<std::chrono::seconds>(first + window - now);
        error.retry_after = static_cast<int>(std::max<std::int64_t>(1, wait.count()));
        return std::unexpected(std::move(error));
    }
    tx.execute("INSERT INTO attempt (subject_hash, at) VALUES ($1, $2)", key, now);
    return {};
}

}  // namespace

Result<void> count_attempt(Transaction& tx, Guess guess, std::string_view subject, std::string_view peer) {
    auto limits = limits_of(guess);
    TRY(count(tx, key_of(guess, "peer", peer), limits.of_peer));
    return count(tx, key_of(guess, "subject", subject), limits.of_subject);
}

void forget_attempts(Transaction& tx, Guess guess, std::string_view subject, std::string_view peer) {
    tx.execute("DELETE FROM attempt WHERE subject_hash = $1", key_of(guess, "subject", subject));
    // Of the address only this one: the others may be somebody else's guesses.
    tx.execute(
        "DELETE FROM attempt WHERE subject_hash = $1 AND at = (SELECT max(at) FROM attempt WHERE "
        "subject_hash "
        "= $1)",
        key_of(guess, "peer", peer));
}

}  // namespace wallchart
