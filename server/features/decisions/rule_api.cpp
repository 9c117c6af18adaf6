#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/templates.h"
#include "engine/decision/wording.h"
#include "features/decisions/decisions.h"

namespace wallchart {
namespace {

using namespace decision;

struct OrganizationPath {
    Id<Organization> id;
};
BOOST_DESCRIBE_STRUCT(OrganizationPath, (), (id))

struct RuleFaultView {
    int line = 0;   ///< from 1; 0 where the fault is not in a line
    int step = -1;  ///< from 0; -1 for the rule as a whole
    std::string message;
};
BOOST_DESCRIBE_STRUCT(RuleFaultView, (), (line, step, message))

/// A rule in its two forms, with all that is wrong with it.
struct DecisionRuleView {
    std::string text;
    DecisionRule rule;
    std::vector<RuleFaultView> faults;
    std::string source;
    std::optional<Id<Batch>> revision;  ///< none: not stored
    bool can_edit = false;
};
BOOST_DESCRIBE_STRUCT(DecisionRuleView, (), (text, rule, faults, source, revision, can_edit))

/// One of the two forms; the text, if both are given.
struct DecisionRuleInput {
    std::optional<std::string> text;
    std::optional<DecisionRule> rule;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(DecisionRuleInput, (), (text, rule, source))

struct DecisionRuleTemplate {
    std::string key;
    std::string title;
    std::string text;
    DecisionRule rule;
};
BOOST_DESCRIBE_STRUCT(DecisionRuleTemplate, (), (key, title, text, rule))

constexpr std::size_t source_limit = 300;
constexpr std::size_t form_step_limit = 100;  // well over what check_rule takes, so that it can say so

DecisionRuleView view_of(RuleReading reading, std::string text, Language language) {
    DecisionRuleView view{.text = std::move(text), .rule = std::move(reading.rule)};
    for (const auto& fault : reading.faults)
        view.faults.push_back({fault.line, fault.step, say(fault.what, language)});
    return view;
}

/// Reads either form. The faults of a form are told by the lines of its text too.
Result<DecisionRuleView> read_input(const DecisionRuleInput& input, Language language) {
    if (!input.text && !input.rule) return invalid("/text", "Give the rule as text or as steps.");
    if (input.text) return view_of(read_rule(*input.text), *input.text, language);
    if (input.rule->steps.size() > form_step_limit) return invalid("/rule/steps", "At most 20 steps.");
    auto text = print_rule(*input.rule);
    auto reading = read_rule(text);
    // What the text cannot say (a number below zero) is found in the form itself.
    if (reading.faults.empty() || reading.rule != normalized(*input.rule)) {
        auto faults = check_rule(normalized(*input.rule));
        if (!faults.empty()) reading.faults = std::move(faults);
        reading.rule = normalized(*input.rule);
    }
    return view_of(std::move(reading), std::move(text), language);
}

Result<DecisionRuleView> check(Call& call, const DecisionRuleInput& input) {
    return read_input(input, language_of(call.access().language));
}

Result<DecisionRuleView> show(Call& call, const OrganizationPath& path) {
    return call.read([&](Reader& reader) -> Result<DecisionRuleView> {
        const auto& access = call.access();
        TRY(find_deciding_organization(reader, access, path.id));
        DecisionRuleView view;
        if (auto stored = find_rule(reader, path.id)) {
            view = view_of(read_rule(stored->text), stored->text, language_of(access.language));
            view.source = stored->source;
            view.revision = stored->revision;
        }
        view.can_edit = access.may(Permission::organize) && !access.read_only &&
                        find_organization_to_change(reader, access, path.id).has_value();
        return view;
    });
}

/// A rule with faults is not stored: the answer names each by its line.
Result<DecisionRuleView> write(Call& call, const OrganizationPath& path, const DecisionRuleInput& input) {
    auto language = language_of(call.access().language);
    auto view = TRY(read_input(input, language));
    view.source = squeeze(input.source);
    if (length(view.source) > source_limit) return invalid("/source", "At most 300 characters.");
    if (!view.faults.empty()) {
        Error error{ErrorKind::invalid, view.faults.front().message, {}};
        for (const auto& fault : view.faults)
            error.fields.push_back({fault.line > 0 ? "/lines/" + std::to_string(fault.line)
                                                   : "/rule/steps/" + std::to_string(std::max(fault.step, 0)),
                                    fault.message});
        return std::unexpected(std::move(error));
    }
    return call.write("edit", "Wrote how an organization decides",
                      [&](Transaction& tx) -> Result<DecisionRuleView> {
                          TRY(find_organization_to_change(tx, call.access(), path.id));
                          auto stored = find_rule(tx, path.id);
                          if (stored) {
                              stored->revision = call.expected_revision(stored->revision);
                              stored->text = view.text;
                              stored->source = view.source;
                              TRY(tx.update(*stored));
                              view.revision = stored->revision;
                          } else {
                              StoredRule made{.workspace_id = call.access().workspace,
                                              .organization_id = path.id,
                                              .text = view.text,
                                              .source = view.source};
                              tx.insert(made);
                              view.revision = made.revision;
                          }
                          view.can_edit = true;
                          return view;
                      });
}

Result<Nothing> erase(Call& call, const OrganizationPath& path) {
    return call.write("edit", "Removed how an organization decides", [&](Transaction& tx) -> Result<Nothing> {
        TRY(find_organization_to_change(tx, call.access(), path.id));
        auto stored = find_rule(tx, path.id);
        if (!stored) return not_found("The rule");
        stored->revision = call.expected_revision(stored->revision);
        TRY(tx.erase(*stored));
        return Nothing{};
    });
}

Result<Page<DecisionRuleTemplate>> list_templates(Call& call) {
    auto language = language_of(call.access().language);
    Page<DecisionRuleTemplate> page;
    for (const auto& each : rule_templates())
        page.items.push_back({std::string(each.key),
                              std::string(language == Language::es ? each.title_es : each.title_en),
                              std::string(each.text), read_rule(each.text).rule});
    return page;
}

}  // namespace

void add_decision_rule_routes(Router& router) {
    router.group("decisions")
        .add(Method::get, "/decision-rule-templates", Permission::see_counts, list_templates,
             "Rules to begin with: the ways in which most unions decide")
        .add(Method::post, "/decision-rules/check", Permission::see_counts, check,
             "Read a rule from text or from its steps: both forms and all faults; nothing is stored")
        .add(Method::get, "/organizations/{id}/decision-rule", Permission::see_counts, show,
             "How an organization decides")
        .add(Method::put, "/organizations/{id}/decision-rule", Permission::organize, write,
             "Write how an organization decides, as text or as steps")
        .add(Method::delete_, "/organizations/{id}/decision-rule", Permission::organize, erase,
             "Remove how an organization decides");
}

void add_decision_routes(Router& router) {
    add_decision_rule_routes(router);
    add_meeting_routes(router);
    add_timetable_routes(router);
}

}  // namespace wallchart
