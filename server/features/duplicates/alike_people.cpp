#include "features/duplicates/alike_people.h"

#include "core/text.h"
#include "engine/linkage/nicknames.h"

#include <algorithm>

namespace wallchart {
namespace {

/// Searches for those who share one thing, each bounded: a hall's phone, or a very common name, says little.
/// Few statements, as each is kept; all in one trip to the database.
class Searches {
public:
    explicit Searches(Id<Workspace> workspace) : m_workspace(as_value(workspace)) {}

    void contact(std::string value) {
        add("SELECT person_id FROM contact_point WHERE workspace_id = $1 AND value = $2 LIMIT 100",
            {std::move(value)});
    }
    void number(std::string source, std::string value) {
        add("SELECT person_id FROM external_id WHERE workspace_id = $1 AND source = $2 AND value = $3 "
            "LIMIT 100",
            {std::move(source), std::move(value)});
    }
    void street(std::string street) {
        add("SELECT p.id FROM address a JOIN person p ON p.id = a.person_id WHERE p.workspace_id = $1 AND "
            "a.street = $2 LIMIT 100",
            {std::move(street)});
    }
    void birth(std::string date) {
        add("SELECT id FROM person WHERE workspace_id = $1 AND birth_date = $2 AND length(birth_date) = 10 "
            "LIMIT 100",
            {std::move(date)});
    }
    /// People whose given name, then family name begin so.
    void given_first(const std::string& start) {
        add("SELECT id FROM person WHERE workspace_id = $1 AND given_first >= $2 AND given_first < $3 "
            "LIMIT 100",
            {start, prefix_end(start)});
    }
    /// People whose family name, then given name begin so.
    void family_first(const std::string& start) {
        add("SELECT id FROM person WHERE workspace_id = $1 AND family_first >= $2 AND family_first < $3 "
            "LIMIT 100",
            {start, prefix_end(start)});
    }

    /// Everyone whom one of the searches finds, some more than once.
    std::vector<Id<Person>> run(Reader& reader) {
        std::vector<Id<Person>> found;
        for (auto& question : m_questions)
            question.visit = [&](const Row& row) { found.push_back({row.integer(0)}); };
        reader.ask(m_questions);
        return found;
    }

private:
    void add(std::string_view sql, std::vector<std::string> texts) {
        std::vector<Value> parameters{m_workspace};
        for (auto& text : texts)
            parameters.emplace_back(std::move(text));
        m_questions.push_back({sql, std::move(parameters), {}});
    }

    Value m_workspace;
    std::vector<Question> m_questions;
};

/// The first letters of a name: what comes after them is where typing errors and second names stand.
std::string beginning(const std::string& name) {
    return name.substr(0, 3);
}

/// Names by which somebody of this given name may stand in a list.
std::vector<std::string> forms_of(const std::string& given) {
    std::vector<std::string> forms{given};
    auto first = given.substr(0, given.find(' '));
    for (auto name : linkage::other_forms_of(first))
        forms.emplace_back(name);
    return forms;
}

void search_names(Searches& searches, const std::string& given, const std::string& family) {
    if (family.empty() || given.empty()) {
        auto only = family + given;
        if (only.empty()) return;
        searches.family_first(only);
        searches.given_first(only);
        return;
    }
    for (const auto& form : forms_of(given))
        searches.given_first(form + " " + beginning(family));
    // Any given name with this family name, if that is rare; else those that begin with the same letter.
    searches.family_first(family + " ");
    searches.family_first(family + " " + given.substr(0, 1));
    // Either of two family names may be left out, and the two names may stand in each other's place.
    auto words = replace_all(family, "-", " ");
    for (auto part : split(words, ' '))
        if (part.size() > 3) searches.family_first(std::string(part) + " " + beginning(given));
    searches.family_first(given + " " + beginning(family));
}

}  // namespace

std::vector<Id<Person>> alike_people(Reader& reader, Id<Workspace> workspace, Id<Person> person) {
    Searches searches(workspace);
    auto id = as_value(person);
    std::array questions{
        Question{"SELECT given_name, family_name, birth_date FROM person WHERE id = $1",
                 {id},
                 [&](const Row& row) {
                     search_names(searches, fold(row.text(0)), fold(row.text(1)));
                     if (row.text(2).size() == 10) searches.birth(std::string(row.text(2)));
                 }},
        Question{"SELECT value FROM contact_point WHERE person_id = $1",
                 {id},
                 [&](const Row& row) { searches.contact(std::string(row.text(0))); }},
        Question{"SELECT street FROM address WHERE person_id = $1 AND street <> ''",
                 {id},
                 [&](const Row& row) { searches.street(std::string(row.text(0))); }},
        Question{
            "SELECT source, value FROM external_id WHERE person_id = $1",
            {id},
            [&](const Row& row) { searches.number(std::string(row.text(0)), std::string(row.text(1))); }},
    };
    reader.ask(questions);
    auto alike = searches.run(reader);
    std::ranges::sort(alike);
    auto repeated = std::ranges::unique(alike);
    alike.erase(repeated.begin(), repeated.end());
    std::erase(alike, person);
    return alike;
}

}  // namespace wallchart
