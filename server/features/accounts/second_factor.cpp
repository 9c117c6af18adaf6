#include "core/text.h"
#include "features/accounts/account_letters.h"
#include "features/accounts/accounts.h"

namespace wallchart {
namespace {

constexpr int recovery_codes = 10;

/// "k7qm-2xpd": as long as nobody guesses it within the limit of attempts, and easy to copy by hand.
std::string new_recovery_code() {
    auto letters = to_lower_ascii(new_totp_secret().substr(0, 12));
    return letters.substr(0, 4) + "-" + letters.substr(4, 4) + "-" + letters.substr(8, 4);
}

std::string hash_recovery_code(Id<User> user, std::string_view code) {
    std::string plain;
    for (char letter : to_lower_ascii(code))
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0) plain.push_back(letter);
    return hash_token("recovery:" + to_string(user) + ":" + plain);
}

std::vector<std::string> make_recovery_codes(Transaction& tx, Id<User> user) {
    tx.execute("DELETE FROM recovery_code WHERE user_id = $1", user);
    std::vector<std::string> codes;
    for (int at = 0; at < recovery_codes; ++at) {
        codes.push_back(new_recovery_code());
        tx.execute("INSERT INTO recovery_code (user_id, code_hash) VALUES ($1, $2)", user,
                   hash_recovery_code(user, codes.back()));
    }
    return codes;
}

struct CurrentPassword {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(CurrentPassword, (), (password))

/// Whoever finds an open browser must not change how its owner signs in.
Result<void> check_own_password(Call& call, std::string_view password) {
    auto user = call.access().user;
    TRY(call.write("account", "", [&](Transaction& tx) -> Result<void> {
        return count_attempt(tx, Guess::password, to_string(user), call.request().peer);
    }));
    if (!call.read([&](Reader& reader) { return has_password(reader, user, password); }))
        return invalid("/password", "The password is wrong.");
    return call.write("account", "", [&](Transaction& tx) -> Result<void> {
        forget_attempts(tx, Guess::password, to_string(user), call.request().peer);
        return {};
    });
}

void tell_of_change(Transaction& tx, Id<User> user) {
    auto known =
        tx.row<User>("SELECT id, email, name, language, disabled FROM user_account WHERE id = $1", user);
    if (known) (void)queue_mail(tx, {}, known->email, changed_letter(known->language, false));
}

struct SecondFactorOffer {
    std::string secret;   ///< to type where nothing can be scanned
    std::string address;  ///< otpauth://
    std::string qr_code;  ///< SVG
};
BOOST_DESCRIBE_STRUCT(SecondFactorOffer, (), (secret, address, qr_code))

Result<SecondFactorOffer> begin(Call& call, const CurrentPassword& input) {
    TRY(check_own_password(call, input.password));
    auto user = call.access().user;
    return call.write("account", "", [&](Transaction& tx) -> Result<SecondFactorOffer> {
        if (has_second_factor(tx, user))
            return failure(ErrorKind::conflict, "The second factor is in use already; take it away first.");
        SecondFactorOffer offer;
        offer.secret = new_totp_secret();
        auto email = tx.value<std::string>("SELECT email FROM user_account WHERE id = $1", user);
        offer.address = totp_address(offer.secret, "Wallchart", email);
        offer.qr_code = qr_code_svg(offer.address);
        tx.execute("UPDATE user_account SET totp_pending = $1 WHERE id = $2", offer.secret, user);
        return offer;
    });
}

struct ConfirmSecondFactor {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmSecondFactor, (), (code))

struct RecoveryCodes {
    std::vector<std::string> codes;  ///< shown this once; each works once
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

Result<RecoveryCodes> confirm(Call& call, const ConfirmSecondFactor& input) {
    auto user = call.access().user;
    TRY(call.write("account", "", [&](Transaction& tx) -> Result<void> {
        return count_attempt(tx, Guess::code, to_string(user), call.request().peer);
    }));
    return call.write("account", "", [&](Transaction& tx) -> Result<RecoveryCodes> {
        auto secret = tx.value<std::string>("SELECT totp_pending FROM user_account WHERE id = $1", user);
        if (secret.empty()) return failure(ErrorKind::conflict, "Begin with the QR code.");
        auto step = totp_step(secret, input.code, tx.now(), {});
        if (!step) return invalid("/code", "The code is wrong. Is the phone's clock right?");
        tx.execute(
            "UPDATE user_account SET totp_secret = totp_pending, totp_pending = NULL, totp_last_step = $1 "
            "WHERE id = $2",
            *step, user);
        tx.touch("user_account");
        forget_attempts(tx, Guess::code, to_string(user), call.request().peer);
        tell_of_change(tx, user);
        return RecoveryCodes{make_recovery_codes(tx, user)};
    });
}

Result<RecoveryCodes> renew_recovery_codes(Call& call, const CurrentPassword& input) {
    TRY(check_own_password(call, input.password));
    return call.write("account", "", [&](Transaction& tx) -> Result<RecoveryCodes> {
        if (!has_second_factor(tx, call.access().user))
            return failure(ErrorKind::conflict, "The second factor is not in use.");
        return RecoveryCodes{make_recovery_codes(tx, call.access().user)};
    });
}

Result<Nothing> end(Call& call, const CurrentPassword& input) {
    TRY(check_own_password(call, input.password));
    return call.write("account", "", [&](Transaction& tx) -> Result<Nothing> {
        remove_second_factor(tx, call.access().user);
        tell_of_change(tx, call.access().user);
        return Nothing{};
    });
}

}  // namespace

bool has_second_factor(Reader& reader, Id<User> user) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM user_account WHERE id = $1 AND totp_secret IS NOT NULL", user) > 0;
}

bool use_second_factor(Transaction& tx, Id<User> user, std::string_view code) {
    std::string secret;
    std::optional<std::int64_t> last_step;
    tx.each(
        "SELECT totp_secret, totp_last_step FROM user_account WHERE id = $1" +
            std::string(tx.dialect().lock_rows()),
        [&](const Row& row) {
            if (!row.is_null(0)) secret = row.text(0);
            if (!row.is_null(1)) last_step = row.integer(1);
        },
        user);
    if (secret.empty()) return false;
    if (auto step = totp_step(secret, code, tx.now(), last_step)) {
        tx.execute("UPDATE user_account SET totp_last_step = $1 WHERE id = $2", *step, user);
        return true;
    }
    return tx.execute("DELETE FROM recovery_code WHERE user_id = $1 AND code_hash = $2", user,
                      hash_recovery_code(user, code)) > 0;
}

void remove_second_factor(Transaction& tx, Id<User> user) {
    tx.execute(
        "UPDATE user_account SET totp_secret = NULL, totp_pending = NULL, totp_last_step = NULL WHERE id = "
        "$1",
        user);
    tx.execute("DELETE FROM recovery_code WHERE user_id = $1", user);
    tx.touch("user_account");
}

void add_second_factor_routes(Router& router) {
    router.group("accounts")
        .add(Method::post, "/account/second-factor", Permission::account, begin,
             "A secret for an authenticator app, to be confirmed by a code")
        .answers_secret()
        .add(Method::post, "/account/second-factor/confirm", Permission::account, confirm,
             "Put the second factor to use; answers the recovery codes, once")
        .answers_secret()
        .add(Method::post, "/account/second-factor/recovery-codes", Permission::account, renew_recovery_codes,
             "New recovery codes; the old ones no longer work")
        .answers_secret()
        .add(Method::post, "/account/second-factor/end", Permission::account, end,
             "Take the second factor away");
}

}  // namespace wallchart
