#include "engine/decision/templates.h"

#include <array>

namespace wallchart::decision {
namespace {

constexpr std::array templates{
    RuleTemplate{"executive_board", "The executive board decides", "Decide la junta ejecutiva",
                 R"(1. Executive board
   who votes: 9 seats
   quorum: majority of those eligible
   carries with: majority of votes cast
   abstentions: do not count
   decides: everything
)"},
    RuleTemplate{"membership_meeting", "A membership meeting decides", "Decide la asamblea de afiliados",
                 R"(1. Membership meeting
   who votes: members in good standing
   quorum: 30
   carries with: majority of votes cast
   abstentions: do not count
   notice: 10 days
   decides: everything
)"},
    RuleTemplate{"two_meetings", "Read at one meeting, voted at the next",
                 "Se lee en una asamblea y se vota en la siguiente",
                 R"(1. Executive board
   who votes: 9 seats
   quorum: 5
   carries with: majority of votes cast
   abstentions: do not count
   notice: 3 days
   after a no: goes on

2. Membership meeting
   who votes: members in good standing
   quorum: 30
   carries with: 2/3 of votes cast
   abstentions: do not count
   notice: 10 days
   read: at the meeting before
   decides: everything
)"},
    RuleTemplate{"labor_council", "Labor council: delegates decide local races, recommend others",
                 "Consejo sindical: los delegados deciden las elecciones locales y recomiendan en las demás",
                 R"(1. Committee "Political committee"
   who votes: 11 seats
   quorum: 6
   carries with: majority of votes cast
   abstentions: do not count
   questionnaire: returned 7 days before, 14 days to answer

2. Delegate body "Delegate meeting"
   who votes: delegates plus officers
   quorum: 25
   carries with: 2/3 of votes cast
   abstentions: do not count
   notice: 7 days
   decides: local, ballot measures
   recommends: state, federal to the State Federation
)"},
    RuleTemplate{"state_federation", "State federation: 2/3 of delegates, questionnaire and interview",
                 "Federación estatal: 2/3 de los delegados, cuestionario y entrevista",
                 R"(1. Executive board
   who votes: 21 seats
   quorum: majority of those eligible
   carries with: majority of votes cast
   abstentions: do not count
   questionnaire: returned 14 days before, 21 days to answer
   interview: 1 day before

2. Delegate body "Endorsement conference"
   who votes: delegates
   quorum: 1/4 of those eligible
   carries with: 2/3 of votes cast
   abstentions: do not count
   notice: 30 days
   decides: local, state, ballot measures
   recommends: federal to the national federation
)"},
    RuleTemplate{"convention", "Convention: two delegates per local plus officers",
                 "Convención: dos delegados por local más la directiva",
                 R"(1. Convention
   who votes: 2 delegates per local plus officers
   quorum: majority of those eligible
   carries with: 2/3 of votes cast for candidates; majority of votes cast for ballot measures
   abstentions: do not count
   notice: 60 days
   decides: everything
)"},
    RuleTemplate{"town_halls_and_poll", "Three months of town halls, then a binding member poll",
                 "Tres meses de asambleas abiertas y después una consulta vinculante",
                 R"(1. Town halls
   held: 3 town halls over at least 3 months, at least 14 days apart

2. Member ballot "Member poll"
   who votes: members in good standing
   quorum: 10 % of those eligible
   carries with: majority of votes cast
   abstentions: do not count
   notice: 14 days
   open: 14 days
   decides: everything
)"},
    RuleTemplate{"floor_may_overrule", "A committee recommends, the floor may overrule it",
                 "Un comité recomienda y el pleno puede revocarlo",
                 R"(1. Committee "Endorsement committee"
   who votes: 7 seats
   quorum: 4
   carries with: majority of votes cast
   abstentions: do not count
   interview: 1 day before
   floor may overrule: with 2/3 of votes cast

2. Membership meeting
   who votes: members in good standing
   quorum: 50
   carries with: majority of votes cast
   abstentions: do not count
   notice: 7 days
   decides: everything
)"},
};

}  // namespace

std::span<const RuleTemplate> rule_templates() {
    return templates;
}

}  // namespace wallchart::decision
