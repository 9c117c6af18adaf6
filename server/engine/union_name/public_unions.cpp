#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

constexpr Affiliation table[] = {
    {.code = "AFSCME",
     .name = "American Federation of State, County and Municipal Employees",
     .called = "state county and municipal employees; state county and municipal; state county municipal "
               "employees; "
               "A.F.S.C.M.E.; state county and muni employees; empleados estatales de condado y municipales; "
               "cultural workers united; united domestic workers; UDW; council of afscme",
     .crafts =
         "municipal employees; county employees; state employees; public service workers; city employees; "
         "school employees"},
    {.code = "OAPSE", .name = "Ohio Association of Public School Employees", .now = "AFSCME"},
    {.code = "OCSEA", .name = "Ohio Civil Service Employees Association", .now = "AFSCME"},
    {.code = "CSEA", .name = "Civil Service Employees Association", .called = "CSEA AFSCME", .now = "AFSCME"},
    {.code = "AFGE",
     .name = "American Federation of Government Employees",
     .called =
         "federation of government employees; government employees; government employees afge; A.F.G.E."},
    {.code = "AFT",
     .name = "American Federation of Teachers",
     .called =
         "federation of teachers; united federation of teachers; teachers union; united teachers; IFT AFT; "
         "ILFT; "
         "illinois federation of teachers; IFT; AFT AFL-CIO; AFT massachusetts; AFT michigan; AFT "
         "connecticut; health professionals and allied employees; "
         "HPAE; federation of nurses and health professionals; nurses and health professionals; AFT oregon; "
         "AFT healthcare; "
         "NYSUT; new york state united teachers; graduate employees organization; "
         "oregon federation of nurses; federacion de maestros; maestros; united academics; "
         "united university professions; public employees federation; PSEA health care; CHFT; JNESO aft; "
         "federation of paraprofessionals; american federation of school administrators",
     .crafts = "teachers; teacher; paraprofessionals; faculty union; adjunct faculty; academic "
               "professionals; graduate "
               "employees"},
    {.code = "NEA",
     .name = "National Education Association",
     .called = "IEA NEA; illinois education association; IEA; ILEA; ohio education association; OEA; OHEA; "
               "pennsylvania state education association; PSEA; michigan education association; MEA; "
               "california teachers association; massachusetts teachers association; NEA rhode island; "
               "vermont NEA; florida education association; PSEA NEA; new jersey education association",
     .crafts = "education association; educators association; educators; education support professionals; "
               "education support"},
    {.code = "AAUP",
     .name = "American Association of University Professors",
     .called = "association of university professors; university professors"},
    {.code = "NTEU", .name = "National Treasury Employees Union", .called = "treasury employees"},
    {.code = "APWU",
     .name = "American Postal Workers Union",
     .called = "postal workers; postal workers american; carteros postales"},
    {.code = "NALC",
     .name = "National Association of Letter Carriers",
     .called = "letter carriers; letter carrier; carteros"},
    {.code = "RLCA",
     .name = "National Rural Letter Carriers' Association",
     .called = "rural letter carriers; NRLCA; letter carriers rural; rural carriers"},
    {.code = "NPMHU",
     .name = "National Postal Mail Handlers Union",
     .called = "postal mail handlers; mail handlers; mailhandlers; mail handler; NPMHU LIUNA",
     .part_of = "LIUNA"},
    {.code = "NAPFE",
     .name = "National Alliance of Postal and Federal Employees",
     .called = "postal and federal employees; alliance of postal and federal employees"},
    {.code = "IAFF",
     .name = "International Association of Fire Fighters",
     .called =
         "fire fighters; firefighters; fire fighter; firefighter; professional fire fighters; professional "
         "firefighters; bomberos; firefighters association; uniformed firefighters"},
    {.code = "IUPA",
     .name = "International Union of Police Associations",
     .called = "union of police associations"},
    {.code = "NFOP",
     .name = "National Fraternal Order of Police",
     .called = "fraternal order of police; FOP"},
    {.code = "NATCA",
     .name = "National Air Traffic Controllers Association",
     .called = "air traffic controllers association; air traffic controllers"},
    {.code = "PATCO", .name = "Professional Air Traffic Controllers Organization"},
    {.code = "NLRBU",
     .name = "National Labor Relations Board Union",
     .called = "labor relations board union"},
    {.code = "ACT", .name = "Association of Civilian Technicians", .called = "civilian technicians"},
    {.code = "NWSEO",
     .name = "National Weather Service Employees Organization",
     .called = "weather service employees"},
    {.code = "AACSE",
     .name = "American Association of Classified School Employees",
     .called = "classified school employees"},
    {.code = "PSE",
     .name = "Public School Employees of Washington",
     .called = "public school employees of washington",
     .now = "SEIU"},
    {.code = "NAATS",
     .name = "National Association of Air Traffic Specialists",
     .called = "air traffic specialists"},
    {.code = "AFLCIO",
     .name = "American Federation of Labor and Congress of Industrial Organizations",
     .called = "central labor council; labor federation; state federation of labor; federation of labor; "
               "area labor federation; directly affiliated local "
               "union; DALU"},
    {.code = "MTD",
     .name = "Metal Trades Department",
     .called = "metal trades council; metal trades department; metal trades"},
    {.code = "MTTD",
     .name = "Maritime Trades Department",
     .called = "maritime trades department; maritime port council"},
    {.code = "DPE",
     .name = "Department for Professional Employees",
     .called = "department for professional employees"},
    {.code = "TTD", .name = "Transportation Trades Department", .called = "transportation trades department"},
    {.code = "NAIL",
     .name = "National Association of Independent Labor",
     .called = "association of independent labor"},
    {.code = "AFOSA", .name = "Air Force OSI Special Agents Association"},
    {.code = "PAFCA",
     .name = "Professional Airline Flight Control Association",
     .called = "professional airline flight control",
     .part_of = "TWU"},
    {.code = "AAE", .name = "Association of Aeronautical Examiners", .called = "aeronautical examiners"},
    {.code = "NALEO",
     .name = "National Alliance of Law Enforcement Officers",
     .called = "alliance of law enforcement officers"},
};

}  // namespace

std::span<const Affiliation> public_unions() {
    return table;
}

}  // namespace wallchart::union_name
