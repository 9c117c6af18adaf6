#pragma once
// Word to open browsers that something changed: topics only, never data; each then asks again, as itself.

#include "core/access.h"
#include "db/database.h"
#include "http/message.h"

#include <memory>
#include <mutex>
#include <vector>

namespace wallchart {

class EventHub {
public:
    /// Hears of every commit, of this process and others.
    explicit EventHub(Database& database);

    /// A stream of `data: {"topics":["person","drive"]}` for one workspace.
    std::shared_ptr<EventStream> subscribe(Id<Workspace> workspace);
    /// A comment to each stream, so that dead ones are found; call every 20 seconds or so.
    void beat();
    void close();

private:
    struct Subscriber {
        Id<Workspace> workspace;
        std::weak_ptr<EventStream> stream;
    };
    void tell(const ChangeNotice& notice);
    std::vector<std::shared_ptr<EventStream>> streams_of(Id<Workspace> workspace);

    std::mutex m_mutex;
    std::vector<Subscriber> m_subscribers;
    Database::Listening m_listening;  // last: gone before what it uses
};

}  // namespace wallchart
