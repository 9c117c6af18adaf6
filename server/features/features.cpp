#include "features/features.h"

#include "features/accounts/accounts.h"
#include "features/people/people.h"
#include "http/system_pages.h"

namespace wallchart {

void add_all_routes(Router& router) {
    add_system_routes(router);
    add_account_routes(router);
    add_people_routes(router);
}

}  // namespace wallchart
