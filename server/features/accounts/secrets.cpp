#include "core/text.h"
#include "features/accounts/accounts.h"

#include <sodium.h>

#include <semaphore>
#include <stdexcept>

namespace wallchart {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("libsodium can't start");
}

/// Hashing takes 64 MB each time: a few at once, so that a flood of sign-ins can't take all memory.
class Turn {
public:
    Turn() { gate().acquire(); }
    ~Turn() { gate().release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    static std::counting_semaphore<4>& gate() {
        static std::counting_semaphore<4> semaphore(2);
        return semaphore;
    }
};

}  // namespace

std::string hash_password(std::string_view password) {
    start_sodium();
    Turn turn;
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::runtime_error("no memory to hash a password");
    hash.resize(hash.find('\0'));
    return hash;
}

bool password_fits(std::string_view password, std::string_view hash) {
    start_sodium();
    // Of an address without an account the time tells nothing: some hash is always checked.
    static const std::string nobody = hash_password(new_token());
    Turn turn;
    std::string checked(hash.empty() ? std::string_view(nobody) : hash);
    bool fits = crypto_pwhash_str_verify(checked.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

Result<void> check_password(std::string_view password, std::string_view email, std::string_view name) {
    if (length(password) < 10) return invalid("/password", "The password needs at least 10 characters.");
    if (password.size() > 1000) return invalid("/password", "The password is longer than 1000 characters.");
    auto folded = fold(password);
    auto local = email.substr(0, email.find('@'));
    bool own_words = folded == fold(email) || folded == fold(name) || folded == fold(local);
    bool one_letter = std::ranges::all_of(folded, [&](char letter) { return letter == folded.front(); });
    static constexpr std::array<std::string_view, 8> common{"password12", "1234567890",  "qwertyuiop",
                                                            "0123456789", "password123", "contraseña",
                                                            "wallchart1", "iloveyou12"};
    if (own_words || one_letter || std::ranges::find(common, std::string_view(folded)) != common.end())
        return invalid("/password", "This password is too easy to guess.");
    return {};
}

}  // namespace wallchart
