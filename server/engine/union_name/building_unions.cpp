#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

constexpr Affiliation table[] = {
    {.code = "BAC",
     .name = "International Union of Bricklayers and Allied Craftworkers",
     .called = "bricklayers and allied craftsmen; bricklayers; bricklayer; IUBAC; tile marble and terrazzo "
               "workers; "
               "albaniles",
     .crafts = "masons; tile setters; marble polishers; stone masons; terrazzo workers; pointers cleaners "
               "caulkers",
     .by_state = true},
    {.code = "BBF",
     .name =
         "International Brotherhood of Boilermakers, Iron Ship Builders, Blacksmiths, Forgers and Helpers",
     .called = "boilermakers; boiler makers; boilermaker; IBB; IBBISB; boilermakers blacksmiths; "
               "iron ship builders blacksmiths forgers",
     .crafts = "blacksmiths; shipbuilders"},
    {.code = "BSOIW",
     .name = "International Association of Bridge, Structural, Ornamental and Reinforcing Iron Workers",
     .called =
         "iron workers; ironworkers; iron worker; ironworker; IABSORIW; IABSOIW; "
         "bridge structural and ornamental iron workers; bridge structural ornamental; shopmens iron workers",
     .crafts = "shopmens; shopmen; rodmen; riggers and machinery movers"},
    {.code = "CJA",
     .name = "United Brotherhood of Carpenters and Joiners of America",
     .called = "carpenters and joiners; carpenters; carpenter; UBC; UBCJA; UBCJ; brotherhood of carpenters; "
               "carpinteros; millwrights; millwright; regional council of carpenters; "
               "carpenters industrial council; pile drivers and divers; piledrivers",
     .crafts =
         "floor coverers; lathers; cabinet makers; drywall; pile drivers; mill cabinet; carpet linoleum; "
         "exhibition workers; dockbuilders; residential carpenters"},
    {.code = "HFIA",
     .name = "International Association of Heat and Frost Insulators and Allied Workers",
     .called =
         "heat and frost insulators; insulators and allied workers; asbestos workers; HFIAW; IAHFIAW; AWIU; "
         "HIFA; insulators; heat and frost insulators and asbestos workers; international association of "
         "heat frost insulators"},
    {.code = "IBEW",
     .name = "International Brotherhood of Electrical Workers",
     .called = "brotherhood of electrical workers; IBEW AFL-CIO; electrical workers IBEW; electricistas",
     .crafts = "electrical workers; electricians; electrical worker; electrician; linemen; lineman"},
    {.code = "IUEC",
     .name = "International Union of Elevator Constructors",
     .called = "elevator constructors; elevator constructor; elevator workers"},
    {.code = "IUOE",
     .name = "International Union of Operating Engineers",
     .called = "operating engineers; operating engineer; engineers operating; stationary engineers; "
               "hoisting and portable engineers; OE",
     .crafts = "stationary engineer; stationary firemen; crane operators; engineers"},
    {.code = "LIUNA",
     .name = "Laborers' International Union of North America",
     .called = "laborers international; laborers union; laborers; laborer; labourers; jornaleros; "
               "mason tenders; construction and general laborers; laborers district council; cement and "
               "concrete workers",
     .crafts = "construction craft laborers; hod carriers; public service employees; common laborers; "
               "asbestos lead "
               "and hazardous waste; obreros"},
    {.code = "LDC", .name = "Laborers' District Council", .part_of = "LIUNA"},
    {.code = "OPCM",
     .name = "Operative Plasterers' and Cement Masons' International Association",
     .called = "plasterers and cement masons; operative plasterers; OPCMIA; OPCMIA AFL-CIO; plasterers; "
               "cement masons; cement finishers; cement mason; plasterer; OP&CMIA"},
    {.code = "PAT",
     .name = "International Union of Painters and Allied Trades",
     .called = "painters and allied trades; IUPAT; IBPAT; painters; painter; glaziers; glazier; "
               "brotherhood of painters; drywall finishers; sign painters; pintores; "
               "glaziers architectural metal and glass workers; drywall tapers; painters decorators",
     .crafts =
         "glass workers; decorators; tapers; paperhangers; floor layers; sign and display; paint makers; "
         "auto marine and specialty painters; specialty painters; glassworkers"},
    {.code = "PPF",
     .name = "United Association of Journeymen and Apprentices of the Plumbing and Pipe Fitting Industry",
     .called =
         "plumbing and pipefitting industry; plumbing and pipe fitting; plumbing pipefitting; plumbers; "
         "plumber; pipefitters; pipe fitters; "
         "pipefitter; steamfitters; steam fitters; steamfitter; sprinkler fitters; sprinklerfitters; "
         "road sprinkler fitters; sprinkler fitter; plumbers and pipefitters; plumbers and steamfitters; "
         "UA; UAJAPPI; UAPP; plomeros; journeymen and apprentices of the plumbing; "
         "united association of plumbers; "
         "united association of journeymen and apprentices; plumbers fitters",
     .crafts = "united association; gas fitters; refrigeration fitters; hvac; gas workers; refrigeration and "
               "air conditioning; pipe trades"},
    {.code = "RWAW",
     .name = "United Union of Roofers, Waterproofers and Allied Workers",
     .called = "roofers; roofer; roofers and waterproofers; waterproofers; UURWAW; URWAW; roofers union; "
               "roofers damp and waterproof workers"},
    {.code = "SMART",
     .name = "International Association of Sheet Metal, Air, Rail and Transportation Workers",
     .called =
         "sheet metal air rail and transportation; sheet metal air rail transportation; sheet metal; "
         "sheetmetal; sheetmetal workers; "
         "sheet metal workers; SMWIA; SMW; sheet metal workers international association; SMWIA AFL-CIO; "
         "sheet metal air and transportation workers; SMART sheet metal; SMART TD; SMART transportation "
         "division; sheet metal air; SM",
     .crafts = "transportation division; tinsmiths"},
    {.code = "BCTD",
     .name = "Building and Construction Trades Department",
     .called =
         "building trades department; building and construction trades council; building trades council; "
         "building and construction trades"},
};

}  // namespace

std::span<const Affiliation> building_unions() {
    return table;
}

}  // namespace wallchart::union_name
