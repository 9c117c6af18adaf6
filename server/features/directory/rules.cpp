#include "core/text.h"
#include "features/directory/directory.h"

namespace wallchart {
namespace {

class Faults {
public:
    void at_most(std::string pointer, const std::string& text, std::size_t limit) {
        if (length(text) > limit)
            add(std::move(pointer), "At most " + std::to_string(limit) + " characters.");
    }
    void named(const std::string& name) {
        if (trim(name).empty()) add("/name", "A name is needed.");
        at_most("/name", name, 250);
    }
    void within(std::string pointer, std::optional<double> degrees, double limit) {
        if (degrees && (*degrees < -limit || *degrees > limit))
            add(std::move(pointer), "Degrees, from -" + std::to_string(static_cast<int>(limit)) + " to " +
                                        std::to_string(static_cast<int>(limit)) + ".");
    }
    void count(std::string pointer, std::optional<std::int64_t> number) {
        if (number && (*number < 0 || *number > 100'000'000))
            add(std::move(pointer), "A number of people, from 0 to 100,000,000.");
    }
    void add(std::string pointer, std::string message) {
        m_error.fields.push_back({std::move(pointer), std::move(message)});
    }
    Result<void> result() {
        if (!m_error.fields.empty()) return std::unexpected(std::move(m_error));
        return {};
    }

private:
    Error m_error{ErrorKind::invalid, "It can't be saved as it is."};
};

template <class T>
void take(T& stored, const std::optional<T>& said) {
    if (said) stored = *said;
}
template <class T>
void take(std::optional<T>& stored, const std::optional<T>& said) {
    if (said) stored = said;
}
void take(std::string& stored, const std::optional<std::string>& said) {
    if (said) stored = trim(*said);
}

}  // namespace

Result<void> check_organization(Organization& body) {
    Faults faults;
    faults.named(body.name);
    faults.at_most("/affiliation", body.affiliation, 40);
    faults.at_most("/number", body.number, 40);
    faults.at_most("/city", body.city, 100);
    faults.at_most("/state", body.state, 100);
    faults.at_most("/postal_code", body.postal_code, 20);
    faults.at_most("/website", body.website, 250);
    faults.at_most("/note", body.note, 10'000);
    faults.within("/latitude", body.latitude, 90);
    faults.within("/longitude", body.longitude, 180);
    faults.count("/members", body.members);
    bool safe = body.website.empty() || body.website.find(':') == std::string::npos ||
                body.website.starts_with("http://") || body.website.starts_with("https://");
    if (!safe) faults.add("/website", "A web address begins with https:// or http://.");
    body.name_folded = fold(body.name);
    return faults.result();
}

Result<void> check_employer(Employer& employer) {
    Faults faults;
    faults.named(employer.name);
    faults.at_most("/industry", employer.industry, 250);
    employer.name_folded = fold(employer.name);
    return faults.result();
}

Result<void> check_worksite(Worksite& site) {
    Faults faults;
    faults.named(site.name);
    faults.at_most("/street", site.street, 250);
    faults.at_most("/city", site.city, 100);
    faults.at_most("/state", site.state, 100);
    faults.at_most("/postal_code", site.postal_code, 20);
    faults.at_most("/organization_text", site.organization_text, 500);
    faults.within("/latitude", site.latitude, 90);
    faults.within("/longitude", site.longitude, 180);
    faults.count("/eligible", site.eligible);
    site.name_folded = fold(site.name);
    return faults.result();
}

void apply(Organization& body, const OrganizationChange& change) {
    take(body.parent_organization_id, change.parent_organization_id);
    take(body.kind, change.kind);
    take(body.name, change.name);
    take(body.affiliation, change.affiliation);
    take(body.number, change.number);
    take(body.city, change.city);
    take(body.state, change.state);
    take(body.postal_code, change.postal_code);
    take(body.latitude, change.latitude);
    take(body.longitude, change.longitude);
    take(body.members, change.members);
    take(body.website, change.website);
    take(body.note, change.note);
}

void apply(Employer& employer, const EmployerChange& change) {
    take(employer.name, change.name);
    take(employer.industry, change.industry);
}

void apply(Worksite& site, const WorksiteChange& change) {
    take(site.employer_id, change.employer_id);
    take(site.organization_id, change.organization_id);
    take(site.name, change.name);
    take(site.street, change.street);
    take(site.city, change.city);
    take(site.state, change.state);
    take(site.postal_code, change.postal_code);
    take(site.latitude, change.latitude);
    take(site.longitude, change.longitude);
    take(site.eligible, change.eligible);
    take(site.organization_text, change.organization_text);
}

}  // namespace wallchart
