#include "core/text.h"
#include "features/directory/directory.h"

namespace wallchart {
namespace {

/// Collects the faults of a record, field by field.
class Faults {
public:
    void at_most(const char* pointer, const std::string& text, std::size_t limit) {
        if (length(text) > limit) add(pointer, "At most " + std::to_string(limit) + " characters.");
    }
    void not_negative(const char* pointer, const std::optional<std::int64_t>& number) {
        if (number && (*number < 0 || *number > 100'000'000)) add(pointer, "From 0 to 100,000,000.");
    }
    void on_earth(const std::optional<double>& latitude, const std::optional<double>& longitude) {
        if (latitude && (*latitude < -90 || *latitude > 90)) add("/latitude", "From -90 to 90.");
        if (longitude && (*longitude < -180 || *longitude > 180)) add("/longitude", "From -180 to 180.");
        if (latitude.has_value() != longitude.has_value())
            add("/latitude", "Latitude and longitude belong together.");
    }
    void add(const char* pointer, std::string message) {
        m_error.fields.push_back({pointer, std::move(message)});
    }
    Result<void> result() && {
        if (m_error.fields.empty()) return {};
        return std::unexpected(std::move(m_error));
    }

private:
    Error m_error{ErrorKind::invalid, "This can't be saved as it is."};
};

}  // namespace

Result<void> check_organization(const Organization& organization) {
    Faults faults;
    if (organization.name.empty()) faults.add("/name", "A name is needed.");
    faults.at_most("/name", organization.name, 200);
    faults.at_most("/affiliation", organization.affiliation, 40);
    faults.at_most("/number", organization.number, 40);
    faults.at_most("/city", organization.city, 100);
    faults.at_most("/state", organization.state, 40);
    faults.at_most("/postal_code", organization.postal_code, 20);
    faults.at_most("/website", organization.website, 300);
    faults.at_most("/note", organization.note, 10'000);
    faults.not_negative("/members", organization.members);
    faults.on_earth(organization.latitude, organization.longitude);
    if (organization.parent_organization_id == organization.id && organization.id)
        faults.add("/parent_organization_id", "An organization can't be above itself.");
    bool address =
        organization.website.starts_with("https://") || organization.website.starts_with("http://");
    if (!organization.website.empty() && !address)
        faults.add("/website", "An address begins with https:// or http://.");
    return std::move(faults).result();
}

Result<void> check_employer(const Employer& employer) {
    Faults faults;
    if (employer.name.empty()) faults.add("/name", "A name is needed.");
    faults.at_most("/name", employer.name, 200);
    faults.at_most("/industry", employer.industry, 100);
    return std::move(faults).result();
}

Result<void> check_worksite(const Worksite& worksite) {
    Faults faults;
    if (worksite.name.empty()) faults.add("/name", "A name is needed.");
    faults.at_most("/name", worksite.name, 200);
    faults.at_most("/street", worksite.street, 200);
    faults.at_most("/city", worksite.city, 100);
    faults.at_most("/state", worksite.state, 40);
    faults.at_most("/postal_code", worksite.postal_code, 20);
    faults.not_negative("/eligible", worksite.eligible);
    faults.on_earth(worksite.latitude, worksite.longitude);
    return std::move(faults).result();
}

}  // namespace wallchart
