#include "features/sample/words.h"

#include <array>

namespace wallchart::sample {
namespace {

// The first seven are those whose locals the largest drives are in.
constexpr std::array all{
    Union{"WLW", "Warehouse and Logistics Workers Union", "Warehouse Workers", "Local", "warehouse"},
    Union{"UNC", "United Nurses and Caregivers", "Nurses United", "Local", "care"},
    Union{"ATO", "Associated Transit Operators", "Transit", "Local", "transit"},
    Union{"EAU", "Educators' Association Union", "Educators", "Chapter", "school"},
    Union{"EWB", "Electrical Workers Brotherhood and Sisterhood", "Electrical", "Local", "building"},
    Union{"PWA", "Postal Workers' Alliance", "Postal", "Branch", "post"},
    Union{"CWL", "Campus Workers League", "Campus Workers", "Local", "campus"},
    Union{"UHRW", "United Harbor and Rail Workers", "Harbor and Rail", "Local", "port"},
    Union{"FPW", "Food and Packing Workers International", "Packing Workers", "Local", "food"},
    Union{"HHU", "Hotel and Hospitality Union", "Hospitality", "Local", "hotel"},
    Union{"GRU", "Grocery and Retail Union", "Grocery Workers", "Local", "retail"},
    Union{"PSW", "Public Service Workers Federation", "Public Service", "Local", "public"},
    Union{"MAW", "Machine and Assembly Workers", "Machine Workers", "Local", "factory"},
    Union{"CMU", "Communications Members Union", "Communications", "Local", "media"},
    Union{"JSU", "Janitors and Security Union", "Building Services", "Local", "property"},
    Union{"PGW", "Power and Gas Workers", "Power Workers", "Local", "energy"},
    Union{"FHT", "Freight Haulers and Terminals Union", "Freight Haulers", "Local", "warehouse"},
    Union{"CCE", "Care and Clinic Employees", "Clinic Employees", "District", "care"},
    Union{"BSO", "Bus and Streetcar Operatives", "Streetcar", "Lodge", "transit"},
    Union{"TPA", "Teachers and Paraprofessionals Assembly", "Teachers", "Local", "school"},
    Union{"PFS", "Pipe and Steam Fitters Society", "Pipe Fitters", "Local", "building"},
    Union{"RLC", "Rural Letter Couriers", "Rural Couriers", "Branch", "post"},
    Union{"AGE", "Association of Graduate Employees", "Graduate Employees", "Chapter", "campus"},
    Union{"BLU", "Brakemen and Locomotive Engineers United", "Locomotive", "Division", "port"},
    Union{"UFH", "United Farm Hands", "Farm Hands", "Local", "food"},
    Union{"CCW", "Culinary and Catering Workers", "Culinary", "Local", "hotel"},
    Union{"PTU", "Pharmacy Technicians Union", "Pharmacy", "Chapter", "retail"},
    Union{"MCE", "Municipal and County Employees", "Municipal Employees", "Council", "public"},
    Union{"AVW", "Auto and Vehicle Workers", "Auto Workers", "Local", "factory"},
    Union{"NBG", "News and Broadcast Guild", "News Guild", "Chapter", "media"},
    Union{"ASW", "Airport Service Workers", "Airport Workers", "Local", "property"},
    Union{"MEU", "Mine and Energy Union", "Mine Workers", "Local", "energy"},
    Union{"CSD", "Cold Storage and Delivery Workers", "Cold Storage", "Local", "warehouse"},
    Union{"HTA", "Hospital Technicians' Association", "Hospital Technicians", "Chapter", "care"},
    Union{"RTM", "Rail Transit Mechanics", "Transit Mechanics", "Local", "transit"},
    Union{"SBC", "School Bus and Cafeteria Union", "School Support", "Local", "school"},
    Union{"ISR", "Iron and Structural Riggers", "Riggers", "Local", "building"},
    Union{"PPH", "Parcel and Post Handlers", "Parcel Handlers", "Local", "post"},
    Union{"LAU", "Lecturers and Adjuncts United", "Adjuncts United", "Chapter", "campus"},
    Union{"DTW", "Dock and Towboat Workers", "Dock Workers", "Local", "port"},
    Union{"BCM", "Bakery, Cannery and Mill Workers", "Bakery and Cannery", "Local", "food"},
    Union{"CSH", "Casino and Stadium Hospitality Union", "Stadium Workers", "Local", "hotel"},
    Union{"DSW", "Department Store Workers", "Store Workers", "Local", "retail"},
    Union{"SEU", "State Employees' Association United", "State Employees", "Chapter", "public"},
    Union{"GCW", "Glass and Ceramic Workers", "Glass Workers", "Local", "factory"},
    Union{"SCU", "Stage and Camera Union", "Stage and Camera", "Local", "media"},
    Union{"UWC", "United Window Cleaners and Custodians", "Custodians", "Local", "property"},
    Union{"RCW", "Refinery and Chemical Workers", "Refinery Workers", "Local", "energy"},
    Union{"CRD", "Couriers and Riders Union", "Couriers", "Local", "warehouse"},
    Union{"HCA", "Home Care Attendants Union", "Home Care", "Local", "care"},
    Union{"PDU", "Paratransit Drivers Union", "Paratransit", "Local", "transit"},
    Union{"LMU", "Librarians and Museum Workers", "Librarians", "Local", "public"},
    Union{"CJF", "Carpenters, Joiners and Framers", "Carpenters", "Local", "building"},
    Union{"PLF", "Painters and Lathers Federation", "Painters", "Local", "building"},
    Union{"NPW", "Newspaper and Print Workers", "Print Workers", "Local", "media"},
    Union{"GTW", "Garment and Textile Workers", "Garment Workers", "Local", "factory"},
    Union{"ACU", "Aerospace Crafts Union", "Aerospace Crafts", "Lodge", "factory"},
    Union{"FCW", "Fishery and Cannery Workers", "Cannery Workers", "Local", "food"},
    Union{"WSU", "Water and Sanitation Union", "Sanitation", "Local", "public"},
    Union{"SDU", "Software and Design Union", "Software Workers", "Chapter", "media"},
};
static_assert(all.size() == 60);

}  // namespace

std::span<const Union> unions() {
    return all;
}

}  // namespace wallchart::sample
