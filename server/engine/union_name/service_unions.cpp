#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

constexpr Affiliation table[] = {
    {.code = "SEIU",
     .name = "Service Employees International Union",
     .called =
         "service employees; service employee international; S.E.I.U.; committee of interns and residents; "
         "doctors council; SEIU healthcare; faculty forward; empleados de servicio; united service workers "
         "west; "
         "mass media workers seiu; SEIUHC; building service employees; service employees intl; CIR SEIU; "
         "united domestic workers seiu",
     .crafts = "janitors; healthcare workers; health care workers; empleados de servicios; public employees "
               "and service workers"},
    {.code = "NAGE",
     .name = "National Association of Government Employees",
     .called = "association of government employees; NAGE SEIU; NAGE IBPO; international association of emts "
               "and paramedics; emts and paramedics; IAEP; "
               "international brotherhood of police officers; IBPO; brotherhood of police officers; "
               "international brotherhood of correctional "
               "officers; association of emts paramedics; international association of emt and paramedics",
     .part_of = "SEIU"},
    {.code = "WU",
     .name = "Workers United, Service Employees International Union",
     .called =
         "workers united; workers united seiu; joint board workers united; joint board of workers united; "
         "SEIU workers "
         "united; "
         "chicago and midwest regional joint board; midwest regional joint board; CMRJB; "
         "rochester regional joint board; philadelphia joint board; new york joint board; "
         "new york metropolitan area joint board; laundry distribution and food service joint board; "
         "pennsylvania joint board; western states regional joint board; workers united southern regional "
         "joint board; southern regional joint board; mid-atlantic regional joint board; new england joint "
         "board; "
         "starbucks workers united; knitgoods workers",
     .crafts = "joint board; regional joint board",
     .part_of = "SEIU"},
    {.code = "UNITE",
     .name = "Union of Needletrades, Industrial and Textile Employees",
     .called = "needletrades; needletrades industrial and textile employees; unite AFL-CIO",
     .now = "WU UNITHE"},
    {.code = "ACTWU",
     .name = "Amalgamated Clothing and Textile Workers Union",
     .called = "clothing and textile workers; clothing workers",
     .now = "UNITE WU"},
    {.code = "ILGWU",
     .name = "International Ladies' Garment Workers' Union",
     .called = "ladies garment workers; garment workers",
     .now = "UNITE WU"},
    {.code = "UNITHE",
     .name = "UNITE HERE",
     .called = "unitehere; unite here international union; UNITE HERE!; culinary workers union; culinary "
               "workers; culinary; local "
               "joint executive board; hotel trades council; hotel and motel trades council; gastronomical "
               "workers; "
               "union gastronomica; bartenders; hospitality workers union; casino hotel workers",
     .crafts = "hotel workers; bartender; dining room employees; hotel and gaming trades; cafeteria workers; "
               "hospitality workers; restaurant workers; trabajadores de hoteles"},
    {.code = "HERE",
     .name = "Hotel Employees and Restaurant Employees International Union",
     .called =
         "hotel employees and restaurant employees; hotel and restaurant employees; HEREIU; hotel employees "
         "restaurant employees; hotel and restaurant",
     .now = "UNITHE"},
    {.code = "UFCW",
     .name = "United Food and Commercial Workers International Union",
     .called = "food and commercial workers; united food and commercial; united food commercial workers; "
               "U.F.C.W.; UCFW; "
               "food and commercial; meat cutters; retail clerks; retail store employees; trabajadores de "
               "alimentos; packinghouse workers; amalgamated meat "
               "cutters; trabajadores unidos de la alimentacion y el comercio; united food workers; barbers "
               "beauticians",
     .crafts = "butchers; grocery workers; food workers; cannabis workers; packing house"},
    {.code = "RWDSU",
     .name = "Retail, Wholesale and Department Store Union",
     .called = "retail wholesale and department store; retail wholesale; RWDSU UFCW; retail wholesale "
               "department store; "
               "RWDSU AFL-CIO; retail wholesale dc ufcw; RWDS",
     .crafts = "department store; dairy bakery and food workers",
     .part_of = "UFCW"},
    {.code = "OPEIU",
     .name = "Office and Professional Employees International Union",
     .called =
         "office and professional employees; office professional employees; OPEU; OPEIU AFL-CIO; office and "
         "professional; office employees international; hawaii nurses association; pennsylvania association "
         "of staff nurses "
         "tech workers opeiu",
     .crafts = "office workers; office employees; podiatric"},
    {.code = "PTE",
     .name = "International Federation of Professional and Technical Engineers",
     .called = "professional and technical engineers; professional technical engineers; IFPTE; IFPTE "
               "AFL-CIO; technical and professional engineers; "
               "nonprofit professional employees union; nonprofit employees union; "
               "engineers prof and tech; engineering association ifpte; federation of professional and "
               "technical; engineers and scientists "
               "of california; engineers and scientists"},
    {.code = "IATSE",
     .name = "International Alliance of Theatrical Stage Employees, Moving Picture Technicians, Artists and "
             "Allied "
             "Crafts",
     .called =
         "theatrical stage employees; theatrical and stage employees; stage employees; stagehands; "
         "theatrical stage employes; I.A.T.S.E.; theatrical stage; stage and picture operators; "
         "alliance of theatrical stage employees; moving picture technicians; motion picture projectionists; "
         "theatrical wardrobe; cinematographers guild; motion picture editors guild; animation guild; "
         "united scenic artists; moving picture machine operators; moving picture technicians artists and "
         "allied "
         "crafts; treasurers and ticket sellers; costume designers guild; theatrical employees",
     .crafts = "stage hands; projectionists; motion picture; screen cartoonists; wardrobe; ticket sellers; "
               "stage technicians; studio mechanics"},
    {.code = "AFM",
     .name = "American Federation of Musicians",
     .called =
         "federation of musicians; musicians; musicians union; musician; musicians association; musicos; CFM "
         "AFM; musicians mutual protective"},
    {.code = "SAG",
     .name = "Screen Actors Guild",
     .called = "screen actors; SAG AFTRA; SAGAFTRA; screen actors guild "
               "american federation of television and radio artists"},
    {.code = "AFTRA",
     .name = "American Federation of Television and Radio Artists",
     .called = "television and radio artists",
     .now = "SAG"},
    {.code = "AGMA", .name = "American Guild of Musical Artists", .called = "musical artists"},
    {.code = "AGVA", .name = "American Guild of Variety Artists", .called = "variety artists"},
    {.code = "AEA", .name = "Actors' Equity Association", .called = "actors equity"},
    {.code = "WGAE",
     .name = "Writers Guild of America, East",
     .called = "writers guild of america east; writers guild east"},
    {.code = "WGAW",
     .name = "Writers Guild of America, West",
     .called = "writers guild of america; writers guild; "
               "writers guild of america west; WGA"},
    {.code = "DGA", .name = "Directors Guild of America", .called = "directors guild"},
    {.code = "ANA",
     .name = "American Nurses Association",
     .called = "state nurses association",
     .crafts = "nurses association; nurses"},
    {.code = "NNU",
     .name = "National Nurses United",
     .called =
         "california nurses association; CNA; CANA; CNA NNU; CNA NNOC; national nurses organizing committee; "
         "NNOC; NNOC NNU; NNOC CNA; minnesota nurses association; MNNA; massachusetts nurses association; "
         "michigan nurses association; maine state nurses association; enfermeras de california",
     .crafts = "registered nurses"},
    {.code = "NYSNA", .name = "New York State Nurses Association", .called = "NYS nurses association"},
    {.code = "UNAP",
     .name = "United Nurses and Allied Professionals",
     .called = "nurses and allied professionals"},
    {.code = "ONA", .name = "Oregon Nurses Association", .now = "AFT"},
    {.code = "WSNA", .name = "Washington State Nurses Association"},
    {.code = "PASNAP",
     .name = "Pennsylvania Association of Staff Nurses and Allied Professionals",
     .called = "association of staff nurses and allied professionals"},
    {.code = "NUHW",
     .name = "National Union of Healthcare Workers",
     .called = "union of healthcare workers; union of health care "
               "workers"},
    {.code = "NUHHCE",
     .name = "National Union of Hospital and Health Care Employees",
     .called = "hospital and health care employees; hospital and healthcare employees; hospital health care "
               "employees; NHHSEU; NUHHCE "
               "AFSCME",
     .now = "AFSCME"},
    {.code = "NEHCEU",
     .name = "New England Health Care Employees Union, District 1199",
     .called = "new england health care employees; new england healthcare employees; health care employees "
               "union district",
     .now = "SEIU"},
    {.code = "UAPD",
     .name = "Union of American Physicians and Dentists",
     .called = "american physicians and dentists; physicians and dentists",
     .part_of = "AFSCME"},
    {.code = "IBFO",
     .name = "International Brotherhood of Firemen and Oilers",
     .called = "firemen and oilers; NCFO; conference of firemen and oilers; firemen oilers",
     .now = "SEIU"},
    {.code = "LPN", .name = "Licensed Practical Nurses", .called = "licensed practical nurses"},
    {.code = "TP",
     .name = "Textile Processors, Service Trades, Health Care, Professional and Technical Employees "
             "International Union",
     .called = "textile processors; laundry and dry cleaning",
     .part_of = "IBT"},
    {.code = "IWW", .name = "Industrial Workers of the World", .called = "wobblies"},
    {.code = "UFW",
     .name = "United Farm Workers of America",
     .called = "farm workers; farmworkers; united farmworkers; trabajadores campesinos; campesinos unidos; "
               "union de campesinos"},
    {.code = "ALU", .name = "Amazon Labor Union", .called = "amazon labor union", .now = "IBT"},
};

}  // namespace

std::span<const Affiliation> service_unions() {
    return table;
}

}  // namespace wallchart::union_name
