#include "features/features.h"

#include "features/accounts/accounts.h"
#include "features/conversations/conversations.h"
#include "features/decisions/decisions.h"
#include "features/directory/directory.h"
#include "features/drives/drives.h"
#include "features/duplicates/duplicates.h"
#include "features/exports/exports.h"
#include "features/formations/formations.h"
#include "features/history/history.h"
#include "features/imports/imports.h"
#include "features/mail/mail.h"
#include "features/people/people.h"
#include "features/placements/placements.h"
#include "features/resolutions/resolutions.h"
#include "features/sign_ups/sign_ups.h"
#include "features/slate_board/slate_board.h"
#include "features/slates/slates.h"
#include "features/wall_chart/wall_chart.h"
#include "http/system_pages.h"

namespace wallchart {

void add_all_routes(Router& router) {
    ask_for_decision_facts(read_decision_facts);
    add_system_routes(router);
    add_account_routes(router);
    add_decision_routes(router);
    add_people_routes(router);
    add_directory_routes(router);
    add_history_routes(router);
    add_job_routes(router);
    add_import_routes(router);
    add_placement_routes(router);
    add_export_routes(router);
    add_formation_routes(router);
    add_sign_up_routes(router);
    add_resolution_routes(router);
    add_conversation_routes(router);
    add_wall_chart_routes(router);
    add_mail_routes(router);
    add_slate_routes(router);
    add_drive_routes(router);
    add_duplicate_routes(router);
    add_slate_board_routes(router);
}

void add_all_jobs(JobRunner& runner) {
    add_history_jobs(runner);
    add_import_jobs(runner);
    add_duplicate_jobs(runner);
}

}  // namespace wallchart
