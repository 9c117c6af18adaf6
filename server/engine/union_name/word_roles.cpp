// What words do in a union's name besides being part of it: glue, kinds of bodies, states.
#include "core/text.h"
#include "engine/union_name/lexicon.h"

namespace wallchart::union_name {

void Lexicon::add_role(std::string_view list, Role role) {
    for (auto word : split(list, ';'))
        m_words[add_word(normal_word(trim(word)))].role = role;
}

void Lexicon::add_designators() {
    struct Designator {
        std::string_view words;
        BodyKind kind;
    };
    constexpr Designator designators[] = {
        {"local; lu; llu; locala", BodyKind::local},
        {"lodge; ll; lll", BodyKind::lodge},
        {"branch", BodyKind::branch},
        {"chapter", BodyKind::chapter},
        {"division", BodyKind::division},
        {"unit", BodyKind::unit},
        {"district; dl", BodyKind::district},
        {"council; dc; jc", BodyKind::council},
        {"board; jb", BodyKind::joint_board},
        {"region", BodyKind::region},
    };
    for (const auto& designator : designators) {
        for (auto word : split(designator.words, ';')) {
            auto& meaning = m_words[add_word(trim(word))];
            meaning.role = Role::designator;
            meaning.kind = designator.kind;
        }
    }
    add_word("joint");
}

void Lexicon::add_roles() {
    add_role(
        "of; the; and; for; to; its; it; y; e; del; el; los; las; aw; dba; with; on; behalf; an; by; "
        "affiliated; affiliate; "
        "affil; chartered; known; also; as; through; or; at; a; de; la",
        Role::glue);
    add_role("number; area", Role::number_word);
    add_role(
        "union; brotherhood; association; federation; guild; worker; employee; alliance; labor; trabajador; "
        "congress; amalgamated; helper; apprentice; caucus; nurse; empleado; obrero; officer; fraternal; "
        "unity",
        Role::union_word);
    add_role("aflcio; clc; ctw; wctu; changetowin", Role::federation);
    add_role("inc; llc; corp; corporation; company; incorporated; ltd; lp; llp; pllc", Role::company);
    add_role("independent; unaffiliated", Role::independent);
    add_role("multi; multiple; various", Role::many);
    add_role("former; formerly; fka; previously; now", Role::former);
    add_designators();
    for (auto [code, name] : states()) {
        auto state = static_cast<std::int8_t>(find_state(code));
        m_words[add_word(code)].state = state;
        if (name.find(' ') == std::string_view::npos) {
            m_words[add_word(normal_word(name))].state = state;
        } else {
            add_phrase(name, {.state = state}, false);
        }
    }
}

}  // namespace wallchart::union_name
