#include "features/sample/words.h"

#include <array>

namespace wallchart::sample {
namespace {

using std::literals::operator""sv;

constexpr std::array two_shifts{"Day"sv, "Night"sv};
constexpr std::array three_shifts{"Day"sv, "Evening"sv, "Night"sv};
constexpr std::array runs{"AM"sv, "PM"sv, "Split"sv};
constexpr std::array day_only{"Day"sv};
constexpr std::array store_shifts{"Open"sv, "Mid"sv, "Close"sv};

constexpr std::array warehouse_employers{"% Logistics"sv, "% Freight Lines"sv, "% Fulfillment"sv,
                                         "% Cold Chain"sv};
constexpr std::array warehouse_sites{"% Distribution Center"sv, "% Sort Hub"sv, "% Cross-Dock"sv,
                                     "% Cold Storage"sv};
constexpr std::array warehouse_departments{"Sorting"sv, "Loading dock"sv, "Inbound"sv,
                                           "Drivers"sv, "Maintenance"sv,  "Office"sv};
constexpr std::array warehouse_titles{"Package handler"sv, "Forklift operator"sv, "Picker"sv,
                                      "Driver"sv,          "Mechanic"sv,          "Dispatcher"sv};
constexpr std::array warehouse_issues{"Overtime"sv, "Heat"sv,       "Pay"sv,
                                      "Safety"sv,   "Scheduling"sv, "Health care"sv};

constexpr std::array care_employers{"% Health System"sv, "% Medical Partners"sv, "Sisters of % Hospitals"sv,
                                    "% Senior Living"sv};
constexpr std::array care_sites{"% General Hospital"sv, "% Medical Center"sv, "% Nursing Home"sv,
                                "% Clinic"sv};
constexpr std::array care_departments{
    "Medical-surgical"sv,       "Emergency"sv, "Intensive care"sv, "Maternity"sv,
    "Environmental services"sv, "Dietary"sv,   "Laboratory"sv};
constexpr std::array care_titles{
    "Registered nurse"sv, "Nursing assistant"sv, "Technician"sv, "Housekeeper"sv, "Cook"sv, "Phlebotomist"sv};
constexpr std::array care_issues{"Staffing"sv, "Mandatory overtime"sv, "Health care"sv, "Pay"sv,
                                 "Safety"sv,   "Retirement"sv};

constexpr std::array transit_employers{"% Transit Authority"sv, "% Metro"sv, "% Paratransit"sv};
constexpr std::array transit_sites{"% Bus Garage"sv, "% Rail Yard"sv, "% Division"sv};
constexpr std::array transit_departments{"Bus operators"sv, "Rail operators"sv, "Shop"sv, "Track"sv,
                                         "Stations"sv};
constexpr std::array transit_titles{"Operator"sv, "Mechanic"sv, "Track worker"sv, "Station agent"sv,
                                    "Cleaner"sv};
constexpr std::array transit_issues{"Assaults"sv, "Restroom breaks"sv, "Pay"sv, "Scheduling"sv, "Pension"sv};

constexpr std::array school_employers{"% Public Schools"sv, "% Unified School District"sv,
                                      "% Charter Network"sv};
constexpr std::array school_sites{"% High School"sv, "% Elementary"sv, "% Middle School"sv, "% Bus Depot"sv};
constexpr std::array school_departments{"Teaching"sv, "Special education"sv, "Support staff"sv, "Cafeteria"sv,
                                        "Transport"sv};
constexpr std::array school_titles{"Teacher"sv,   "Paraprofessional"sv, "Counselor"sv,
                                   "Custodian"sv, "Bus driver"sv,       "Cook"sv};
constexpr std::array school_issues{"Class size"sv, "Pay"sv, "Health care"sv, "Rent"sv, "Special education"sv};

constexpr std::array campus_employers{"% State University"sv, "% College"sv, "% Polytechnic"sv};
constexpr std::array campus_sites{"% Main Campus"sv, "% Research Park"sv, "% Library"sv, "% Dining Hall"sv};
constexpr std::array campus_departments{"Humanities"sv, "Sciences"sv, "Engineering"sv,
                                        "Dining"sv,     "Housing"sv,  "Library"sv};
constexpr std::array campus_titles{
    "Graduate assistant"sv, "Adjunct instructor"sv, "Postdoctoral scholar"sv, "Librarian"sv, "Cook"sv,
    "Custodian"sv};
constexpr std::array campus_issues{"Pay"sv, "Rent"sv, "Visa fees"sv, "Health care"sv, "Child care"sv};

constexpr std::array building_employers{"% Electric"sv, "% Mechanical Contractors"sv, "% Builders"sv,
                                        "% Iron and Steel"sv};
constexpr std::array building_sites{"% Tower Project"sv, "% Hospital Expansion"sv, "% Bridge Replacement"sv,
                                    "% Shop"sv, "% Solar Field"sv};
constexpr std::array building_departments{"Journeymen"sv, "Apprentices"sv, "Foremen"sv, "Fabrication"sv};
constexpr std::array building_titles{"Journeyman"sv, "Apprentice"sv, "Foreman"sv, "Welder"sv};
constexpr std::array building_issues{"Hall dispatch"sv, "Safety"sv, "Pension"sv, "Travel pay"sv,
                                     "Health care"sv};

constexpr std::array post_employers{"% Postal District"sv, "% Parcel Post"sv};
constexpr std::array post_sites{"% Post Office"sv, "% Processing Plant"sv, "% Carrier Annex"sv};
constexpr std::array post_departments{"Carriers"sv, "Clerks"sv, "Mail handlers"sv, "Vehicle service"sv};
constexpr std::array post_titles{"City carrier"sv, "Rural carrier"sv, "Clerk"sv, "Mail handler"sv,
                                 "Mechanic"sv};
constexpr std::array post_issues{"Overtime"sv, "Heat"sv, "Privatization"sv, "Pay"sv, "Staffing"sv};

constexpr std::array food_employers{"% Packing"sv, "% Poultry"sv, "% Bakeries"sv, "% Foods"sv, "% Growers"sv};
constexpr std::array food_sites{"% Plant"sv, "% Cannery"sv, "% Packing House"sv, "% Bakery"sv};
constexpr std::array food_departments{"Kill floor"sv, "Fabrication line"sv, "Packing"sv, "Sanitation"sv,
                                      "Shipping"sv};
constexpr std::array food_titles{"Line worker"sv, "Packer"sv, "Machine operator"sv, "Sanitation worker"sv};
constexpr std::array food_issues{"Line speed"sv, "Injuries"sv, "Heat"sv, "Pay"sv, "Breaks"sv, "Language"sv};

constexpr std::array hotel_employers{"% Hotels and Resorts"sv, "% Hospitality"sv, "% Catering"sv};
constexpr std::array hotel_sites{"The % Hotel"sv, "% Inn"sv, "% Convention Center"sv, "% Airport Kitchen"sv};
constexpr std::array hotel_departments{"Housekeeping"sv, "Kitchen"sv, "Banquets"sv, "Front desk"sv,
                                       "Laundry"sv};
constexpr std::array hotel_titles{"Room attendant"sv, "Cook"sv, "Dishwasher"sv, "Server"sv,
                                  "Front desk agent"sv};
constexpr std::array hotel_issues{"Workload"sv, "Pay"sv,         "Health care"sv,
                                  "Safety"sv,   "Immigration"sv, "Rent"sv};

constexpr std::array retail_employers{"% Markets"sv, "% Grocers Cooperative"sv, "% Pharmacy"sv};
constexpr std::array retail_sites{"% Market"sv, "% Supercenter"sv, "% Pharmacy No. 4"sv};
constexpr std::array retail_departments{"Front end"sv, "Grocery"sv, "Meat"sv, "Deli"sv, "Pharmacy"sv};
constexpr std::array retail_titles{"Cashier"sv, "Stocker"sv, "Meat cutter"sv, "Deli clerk"sv,
                                   "Pharmacy technician"sv};
constexpr std::array retail_issues{"Hours"sv, "Pay"sv, "Scheduling"sv, "Safety"sv, "Health care"sv};

constexpr std::array public_employers{"City of %"sv, "% County"sv, "% Water District"sv};
constexpr std::array public_sites{"% City Hall"sv, "% Public Works Yard"sv, "% Water Plant"sv,
                                  "% Library Branch"sv};
constexpr std::array public_departments{"Streets"sv, "Sanitation"sv, "Parks"sv, "Clerical"sv, "Water"sv};
constexpr std::array public_titles{"Laborer"sv, "Equipment operator"sv, "Clerk"sv, "Librarian"sv,
                                   "Plant operator"sv};
constexpr std::array public_issues{"Understaffing"sv, "Pension"sv, "Pay"sv, "Privatization"sv, "Safety"sv};

constexpr std::array factory_employers{"% Motors"sv, "% Machine Works"sv, "% Appliance"sv, "% Aerospace"sv,
                                       "% Glass"sv};
constexpr std::array factory_sites{"% Assembly"sv, "% Stamping Plant"sv, "% Engine Works"sv, "% Foundry"sv};
constexpr std::array factory_departments{"Assembly"sv, "Stamping"sv, "Paint"sv, "Skilled trades"sv,
                                         "Material"sv};
constexpr std::array factory_titles{"Assembler"sv, "Press operator"sv, "Painter"sv, "Electrician"sv,
                                    "Machinist"sv};
constexpr std::array factory_issues{"Tiers"sv, "Overtime"sv, "Plant closing"sv, "Pension"sv, "Safety"sv};

constexpr std::array port_employers{"% Terminals"sv, "% Rail"sv, "% Towing"sv};
constexpr std::array port_sites{"% Terminal"sv, "% Switch Yard"sv, "Pier % East"sv};
constexpr std::array port_departments{"Longshore"sv, "Crane"sv, "Yard"sv, "Locomotive shop"sv};
constexpr std::array port_titles{"Longshore worker"sv, "Crane operator"sv, "Conductor"sv, "Machinist"sv};
constexpr std::array port_issues{"Automation"sv, "Crew size"sv, "Sick days"sv, "Safety"sv, "Pay"sv};

constexpr std::array media_employers{"% Telecom"sv, "% Broadcasting"sv, "% Courier-Post"sv};
constexpr std::array media_sites{"% Central Office"sv, "% Call Center"sv, "% Newsroom"sv, "% Studio"sv};
constexpr std::array media_departments{"Technicians"sv, "Customer service"sv, "Newsroom"sv, "Production"sv};
constexpr std::array media_titles{"Technician"sv, "Service representative"sv, "Reporter"sv,
                                  "Camera operator"sv};
constexpr std::array media_issues{"Outsourcing"sv, "Pay"sv, "Layoffs"sv, "Scheduling"sv, "Health care"sv};

constexpr std::array property_employers{"% Building Services"sv, "% Security"sv, "% Facilities"sv};
constexpr std::array property_sites{"% Tower"sv, "% Airport Concourse"sv, "% Plaza"sv};
constexpr std::array property_departments{"Cleaning"sv, "Security"sv, "Engineering"sv, "Baggage"sv};
constexpr std::array property_titles{"Cleaner"sv, "Guard"sv, "Building engineer"sv, "Baggage handler"sv};
constexpr std::array property_issues{"Pay"sv, "Sick days"sv, "Immigration"sv, "Health care"sv, "Respect"sv};

constexpr std::array energy_employers{"% Power"sv, "% Gas and Light"sv, "% Mining"sv, "% Refining"sv};
constexpr std::array energy_sites{"% Generating Station"sv, "% Line Yard"sv, "% Mine No. 3"sv,
                                  "% Refinery"sv};
constexpr std::array energy_departments{"Operations"sv, "Line crews"sv, "Maintenance"sv, "Control room"sv};
constexpr std::array energy_titles{"Operator"sv, "Lineworker"sv, "Millwright"sv, "Miner"sv};
constexpr std::array energy_issues{"Safety"sv, "Pension"sv, "Black lung"sv, "Contractors"sv, "Overtime"sv};

constexpr std::array all{
    Industry{"warehouse", "Warehousing and freight", warehouse_employers, warehouse_sites,
             warehouse_departments, two_shifts, warehouse_titles, warehouse_issues},
    Industry{"care", "Hospitals and nursing", care_employers, care_sites, care_departments, three_shifts,
             care_titles, care_issues},
    Industry{"transit", "Transit", transit_employers, transit_sites, transit_departments, runs,
             transit_titles, transit_issues},
    Industry{"school", "Schools", school_employers, school_sites, school_departments, day_only, school_titles,
             school_issues},
    Industry{"campus", "Higher education", campus_employers, campus_sites, campus_departments, day_only,
             campus_titles, campus_issues},
    Industry{"building", "Construction", building_employers, building_sites, building_departments, two_shifts,
             building_titles, building_issues},
    Industry{"post", "Mail and parcels", post_employers, post_sites, post_departments, three_shifts,
             post_titles, post_issues},
    Industry{"food", "Food and farming", food_employers, food_sites, food_departments, three_shifts,
             food_titles, food_issues},
    Industry{"hotel", "Hotels and catering", hotel_employers, hotel_sites, hotel_departments, three_shifts,
             hotel_titles, hotel_issues},
    Industry{"retail", "Retail and groceries", retail_employers, retail_sites, retail_departments,
             store_shifts, retail_titles, retail_issues},
    Industry{"public", "Public services", public_employers, public_sites, public_departments, two_shifts,
             public_titles, public_issues},
    Industry{"factory", "Manufacturing", factory_employers, factory_sites, factory_departments, three_shifts,
             factory_titles, factory_issues},
    Industry{"port", "Ports and rail", port_employers, port_sites, port_departments, three_shifts,
             port_titles, port_issues},
    Industry{"media", "Communications and media", media_employers, media_sites, media_departments, two_shifts,
             media_titles, media_issues},
    Industry{"property", "Building services and airports", property_employers, property_sites,
             property_departments, three_shifts, property_titles, property_issues},
    Industry{"energy", "Energy and mining", energy_employers, energy_sites, energy_departments, two_shifts,
             energy_titles, energy_issues},
};

}  // namespace

std::span<const Industry> industries() {
    return all;
}

const Industry& industry(std::string_view key) {
    for (const auto& each : all)
        if (each.key == key) return each;
    return all.front();
}

}  // namespace wallchart::sample
