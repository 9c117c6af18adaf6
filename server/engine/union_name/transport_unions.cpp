#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

constexpr Affiliation table[] = {
    {.code = "IBT",
     .name = "International Brotherhood of Teamsters",
     .called = "teamsters; teamster; brotherhood of teamsters; I.B.T.; IBTCWHA; general teamsters; "
               "tronquistas; union de tronquistas; teamsters chauffeurs warehousemen and helpers; chauffeurs "
               "teamsters and helpers; hermandad de teamsters; camioneros; teamsters union; teamster union; "
               "IBT CTW; "
               "teamsters canada",
     .crafts =
         "chauffeurs; mail order employees; automotive petroleum; warehousemen and helpers; truck drivers; "
         "salesdrivers; sales drivers; bakery drivers; "
         "milk drivers; dairy employees; "
         "taxi drivers; brewery workers; beverage drivers; newspaper drivers; freight drivers; warehousemen; "
         "warehouse employees; "
         "milk wagon drivers; route drivers; sanitary truck drivers; bakery salesmen; package car drivers; "
         "van drivers; "
         "drivers salesmen; line drivers; brewery; cannery workers; mailers conference; drivers; helpers"},
    {.code = "BLE",
     .name = "Brotherhood of Locomotive Engineers and Trainmen",
     .called = "locomotive engineers and trainmen; locomotive engineers; BLET; BLET IBT",
     .part_of = "IBT"},
    {.code = "BMWE",
     .name = "Brotherhood of Maintenance of Way Employes",
     .called =
         "maintenance of way employees; maintenance of way; BMWED; BMWED IBT; maintenance of way employes "
         "division",
     .part_of = "IBT"},
    {.code = "BRS", .name = "Brotherhood of Railroad Signalmen", .called = "railroad signalmen; signalmen"},
    {.code = "TCU/IAM",
     .name = "Transportation Communications International Union",
     .called =
         "transportation communications union; transportation communications; TCU; TCIU; TCU IAM; BRAC; "
         "brotherhood of railway carmen; "
         "railway carmen; railway and airline clerks; brotherhood of railway airline and steamship clerks",
     .part_of = "IAM"},
    {.code = "UTU",
     .name = "United Transportation Union",
     .called = "transportation union; SMART UTU; transportation union ind",
     .now = "SMART"},
    {.code = "ATDA", .name = "American Train Dispatchers Association", .called = "train dispatchers"},
    {.code = "ACRE", .name = "Association of Commuter Rail Employees", .called = "commuter rail employees"},
    {.code = "ATU",
     .name = "Amalgamated Transit Union",
     .called = "amalgamated transit; transit union; A.T.U.; amalgamated transit workers",
     .crafts = "transit workers; bus drivers; transit"},
    {.code = "TWU",
     .name = "Transport Workers Union of America",
     .called =
         "transport workers union; transport workers; TWUA; transportation workers union; transport worker"},
    {.code = "ALPA",
     .name = "Air Line Pilots Association, International",
     .called = "air line pilots; airline pilots; airline pilots association; air line pilots association",
     .crafts = "pilots; pilots association"},
    {.code = "APA", .name = "Allied Pilots Association"},
    {.code = "AFA",
     .name = "Association of Flight Attendants",
     .called = "flight attendants; AFA CWA; flight attendant; association of flight attendants cwa",
     .part_of = "CWA",
     .numbers = Numbers::sector,
     .sector = "2"},
    {.code = "APFA",
     .name = "Association of Professional Flight Attendants",
     .called = "association of professional flight attendants"},
    {.code = "AMFA",
     .name = "Aircraft Mechanics Fraternal Association",
     .called = "aircraft mechanics fraternal"},
    {.code = "ILA",
     .name = "International Longshoremen's Association",
     .called =
         "longshoremens association; longshoremen; I.L.A.; longshoremens; estibadores; longshore association",
     .crafts = "checkers and clerks; stevedores; dockworkers; dock workers; longshore"},
    {.code = "ILWU",
     .name = "International Longshore and Warehouse Union",
     .called = "longshore and warehouse; longshoremens and warehousemens; longshore warehouse; I.L.W.U.; "
               "longshoremen and warehousemen; longshore and warehouse union; industrial longshore"},
    {.code = "IBU",
     .name = "Inlandboatmen's Union of the Pacific",
     .called = "inlandboatmens; inland boatmens",
     .part_of = "ILWU"},
    {.code = "MEBA",
     .name = "Marine Engineers' Beneficial Association",
     .called = "marine engineers beneficial; marine engineers; district no 1 pcd meba"},
    {.code = "MMP",
     .name = "International Organization of Masters, Mates and Pilots",
     .called = "masters mates and pilots; masters mates; MM&P; IOMMP",
     .part_of = "ILA"},
    {.code = "SIUNA",
     .name = "Seafarers International Union of North America",
     .called =
         "seafarers; SIU; seafarers international; SIUNA AFL-CIO; sailors union of the pacific; marineros"},
    {.code = "AMO", .name = "American Maritime Officers", .called = "maritime officers", .part_of = "SIUNA"},
    {.code = "FAAM", .name = "FAAM"},
};

}  // namespace

std::span<const Affiliation> transport_unions() {
    return table;
}

}  // namespace wallchart::union_name
