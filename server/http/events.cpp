#include "http/events.h"

#include "core/json.h"

#include <algorithm>

namespace wallchart {

EventHub::EventHub(Database& database) {
    m_listening = database.on_change([this](const ChangeNotice& notice) { tell(notice); });
}

std::shared_ptr<EventStream> EventHub::subscribe(Id<Workspace> workspace) {
    auto stream = std::make_shared<EventStream>();
    stream->push("retry: 2000\n\n");
    std::lock_guard lock(m_mutex);
    std::erase_if(m_subscribers, [](const Subscriber& subscriber) { return subscriber.stream.expired(); });
    m_subscribers.push_back({workspace, stream});
    return stream;
}

std::vector<std::shared_ptr<EventStream>> EventHub::streams_of(Id<Workspace> workspace) {
    std::vector<std::shared_ptr<EventStream>> streams;
    std::lock_guard lock(m_mutex);
    for (const auto& subscriber : m_subscribers)
        if (!workspace || subscriber.workspace == workspace)
            if (auto stream = subscriber.stream.lock()) streams.push_back(std::move(stream));
    return streams;
}

void EventHub::tell(const ChangeNotice& notice) {
    auto streams = streams_of(notice.workspace);
    if (streams.empty()) return;
    std::string event = "data: {\"topics\":" + encode(notice.topics) + "}\n\n";
    for (const auto& stream : streams)
        stream->push(event);
}

void EventHub::beat() {
    for (const auto& stream : streams_of({}))
        stream->push(": beat\n\n");
}

void EventHub::close() {
    for (const auto& stream : streams_of({}))
        stream->close();
}

}  // namespace wallchart
