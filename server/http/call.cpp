#include "http/call.h"

#include "core/text.h"

namespace wallchart {

Id<Batch> Call::expected_revision(Id<Batch> stored) const {
    auto text = trim(m_request.header("if-match"));
    if (text.starts_with("W/")) text.remove_prefix(2);
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    if (text.empty() || text == "*") return stored;
    // A revision that can't be read is none that was ever stored: the update will answer "stale".
    return parse_id<Batch>(text).value_or(Id<Batch>{-1});
}

void Call::claim_idempotency(Transaction& tx) {
    if (!idempotency || idempotency->made) return;
    tx.execute("INSERT INTO idempotency (user_id, key_hash, request_hash, at) VALUES ($1, $2, $3, $4)",
               m_access.user, idempotency->key_hash, idempotency->request_hash, tx.now());
    idempotency->made = true;
}

}  // namespace wallchart
