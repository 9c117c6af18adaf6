#include "features/sample/words.h"

#include <array>

namespace wallchart::sample {
namespace {

using std::string_view;
using std::literals::operator""sv;

constexpr std::array women{
    "Mary"sv,      "Linda"sv,     "Patricia"sv,  "Jennifer"sv, "Barbara"sv,      "Susan"sv,    "Jessica"sv,
    "Sarah"sv,     "Karen"sv,     "Lisa"sv,      "Nancy"sv,    "Ashley"sv,       "Sandra"sv,   "Kimberly"sv,
    "Emily"sv,     "Donna"sv,     "Michelle"sv,  "Carol"sv,    "Amanda"sv,       "Melissa"sv,  "Deborah"sv,
    "Stephanie"sv, "Rebecca"sv,   "Sharon"sv,    "Laura"sv,    "Cynthia"sv,      "Dorothy"sv,  "Amy"sv,
    "Kathleen"sv,  "Angela"sv,    "Shirley"sv,   "Brenda"sv,   "Emma"sv,         "Pamela"sv,   "Nicole"sv,
    "Samantha"sv,  "Katherine"sv, "Christine"sv, "Helen"sv,    "Debra"sv,        "Rachel"sv,   "Carolyn"sv,
    "Janet"sv,     "Keisha"sv,    "Latoya"sv,    "Tamika"sv,   "Ebony"sv,        "Imani"sv,    "Aaliyah"sv,
    "Nia"sv,       "Monique"sv,   "Denise"sv,    "Yvonne"sv,   "Mai"sv,          "Linh"sv,     "Thuy"sv,
    "Priya"sv,     "Anjali"sv,    "Fatima"sv,    "Aisha"sv,    "Amina"sv,        "Halima"sv,   "Nadia"sv,
    "Layla"sv,     "Ngozi"sv,     "Adaeze"sv,    "Abena"sv,    "Marie-Claire"sv, "Roseline"sv, "Mireille"sv,
    "Agnieszka"sv, "Ewa"sv,       "Svetlana"sv,  "Olga"sv,     "Ingrid"sv,       "Astrid"sv,   "Siobhán"sv,
    "Maeve"sv,     "Colleen"sv,   "Grace"sv,     "Hannah"sv,   "Chloe"sv,        "Brianna"sv,  "Destiny"sv,
    "Crystal"sv,   "Tiffany"sv,   "Heather"sv,   "Dawn"sv,     "Tina"sv,         "Wendy"sv,    "Joyce"sv,
    "Gloria"sv,    "Ruth"sv,      "Mei"sv,       "Xiu"sv,      "Hye-jin"sv,      "Soo-ah"sv,   "Malia"sv};

constexpr std::array men{
    "James"sv,    "Robert"sv,  "John"sv,        "Michael"sv, "David"sv,    "William"sv,  "Richard"sv,
    "Joseph"sv,   "Thomas"sv,  "Christopher"sv, "Charles"sv, "Daniel"sv,   "Matthew"sv,  "Anthony"sv,
    "Mark"sv,     "Donald"sv,  "Steven"sv,      "Andrew"sv,  "Paul"sv,     "Joshua"sv,   "Kenneth"sv,
    "Kevin"sv,    "Brian"sv,   "George"sv,      "Timothy"sv, "Ronald"sv,   "Jason"sv,    "Edward"sv,
    "Jeffrey"sv,  "Ryan"sv,    "Jacob"sv,       "Gary"sv,    "Nicholas"sv, "Eric"sv,     "Jonathan"sv,
    "Stephen"sv,  "Larry"sv,   "Justin"sv,      "Scott"sv,   "Brandon"sv,  "Benjamin"sv, "Samuel"sv,
    "Gregory"sv,  "Frank"sv,   "Raymond"sv,     "Patrick"sv, "Darnell"sv,  "Tyrone"sv,   "Jamal"sv,
    "Terrence"sv, "DeShawn"sv, "Malik"sv,       "Marcus"sv,  "Reggie"sv,   "Curtis"sv,   "Minh"sv,
    "Tuan"sv,     "Duc"sv,     "Arjun"sv,       "Vikram"sv,  "Dev"sv,      "Omar"sv,     "Yusuf"sv,
    "Ibrahim"sv,  "Hassan"sv,  "Abdi"sv,        "Chidi"sv,   "Emeka"sv,    "Kwame"sv,    "Kofi"sv,
    "Jean-Luc"sv, "Wilner"sv,  "Piotr"sv,       "Marek"sv,   "Dmitri"sv,   "Oleg"sv,     "Lars"sv,
    "Björn"sv,    "Seán"sv,    "Declan"sv,      "Connor"sv,  "Ethan"sv,    "Noah"sv,     "Caleb"sv,
    "Tyler"sv,    "Dustin"sv,  "Travis"sv,      "Wayne"sv,   "Dale"sv,     "Roy"sv,      "Earl"sv,
    "Wei"sv,      "Jun"sv,     "Min-jun"sv,     "Sione"sv,   "Keoni"sv};

constexpr std::array spanish_women{
    "María"sv,       "Ana"sv,        "Rosa"sv,      "Carmen"sv,     "Guadalupe"sv, "Juana"sv,
    "Leticia"sv,     "Verónica"sv,   "Patricia"sv,  "Alejandra"sv,  "Gabriela"sv,  "Elizabeth"sv,
    "Claudia"sv,     "Adriana"sv,    "Sandra"sv,    "Mónica"sv,     "Yolanda"sv,   "Silvia"sv,
    "Marisol"sv,     "Teresa"sv,     "Elena"sv,     "Lucía"sv,      "Sofía"sv,     "Isabel"sv,
    "Beatriz"sv,     "Dolores"sv,    "Esperanza"sv, "Consuelo"sv,   "Graciela"sv,  "Irma"sv,
    "Norma"sv,       "Araceli"sv,    "Maribel"sv,   "Yesenia"sv,    "Daniela"sv,   "Valentina"sv,
    "Ximena"sv,      "Camila"sv,     "Inés"sv,      "Julia"sv,      "Luz María"sv, "Ana María"sv,
    "María Elena"sv, "María José"sv, "Rosario"sv,   "Concepción"sv, "Itzel"sv,     "Xóchitl"sv,
    "Begoña"sv};

constexpr std::array spanish_men{
    "José"sv,      "Juan"sv,        "Luis"sv,      "Carlos"sv,       "Jesús"sv,   "Miguel"sv,
    "Jorge"sv,     "Francisco"sv,   "Antonio"sv,   "Pedro"sv,        "Manuel"sv,  "Alejandro"sv,
    "Ricardo"sv,   "Roberto"sv,     "Fernando"sv,  "Javier"sv,       "Rafael"sv,  "Eduardo"sv,
    "Sergio"sv,    "Raúl"sv,        "Víctor"sv,    "Arturo"sv,       "Enrique"sv, "Alberto"sv,
    "Óscar"sv,     "Héctor"sv,      "Rubén"sv,     "Armando"sv,      "Gerardo"sv, "Ramón"sv,
    "Julio"sv,     "César"sv,       "Adrián"sv,    "Andrés"sv,       "Martín"sv,  "Ángel"sv,
    "Iván"sv,      "Hugo"sv,        "Mateo"sv,     "Santiago"sv,     "Diego"sv,   "Emiliano"sv,
    "Teo"sv,       "Juan Carlos"sv, "José Luis"sv, "Miguel Ángel"sv, "Ignacio"sv, "Efraín"sv,
    "Cuauhtémoc"sv};

constexpr std::array families{
    "Smith"sv,         "Johnson"sv,   "Williams"sv,  "Brown"sv,      "Jones"sv,      "Davis"sv,
    "Miller"sv,        "Wilson"sv,    "Anderson"sv,  "Thomas"sv,     "Taylor"sv,     "Moore"sv,
    "Jackson"sv,       "Martin"sv,    "Lee"sv,       "Thompson"sv,   "White"sv,      "Harris"sv,
    "Clark"sv,         "Lewis"sv,     "Robinson"sv,  "Walker"sv,     "Young"sv,      "Allen"sv,
    "King"sv,          "Wright"sv,    "Scott"sv,     "Hill"sv,       "Green"sv,      "Adams"sv,
    "Nelson"sv,        "Baker"sv,     "Hall"sv,      "Campbell"sv,   "Mitchell"sv,   "Carter"sv,
    "Roberts"sv,       "Phillips"sv,  "Evans"sv,     "Turner"sv,     "Parker"sv,     "Collins"sv,
    "Edwards"sv,       "Stewart"sv,   "Morris"sv,    "Murphy"sv,     "Cook"sv,       "Rogers"sv,
    "Morgan"sv,        "Cooper"sv,    "Peterson"sv,  "Bailey"sv,     "Reed"sv,       "Kelly"sv,
    "Howard"sv,        "Ward"sv,      "Cox"sv,       "Richardson"sv, "Wood"sv,       "Watson"sv,
    "Brooks"sv,        "Bennett"sv,   "Gray"sv,      "Hughes"sv,     "Price"sv,      "Myers"sv,
    "Long"sv,          "Foster"sv,    "Sanders"sv,   "Ross"sv,       "Powell"sv,     "Sullivan"sv,
    "Russell"sv,       "Jenkins"sv,   "Perry"sv,     "Butler"sv,     "Barnes"sv,     "Fisher"sv,
    "Henderson"sv,     "Coleman"sv,   "Simmons"sv,   "Patterson"sv,  "Jordan"sv,     "Reynolds"sv,
    "Hamilton"sv,      "Graham"sv,    "Wallace"sv,   "Washington"sv, "Freeman"sv,    "Booker"sv,
    "Whitaker"sv,      "Dubois"sv,    "Okafor"sv,    "Adeyemi"sv,    "Mensah"sv,     "Abara"sv,
    "Owusu"sv,         "Tesfaye"sv,   "Hassan"sv,    "Abdullahi"sv,  "Khalil"sv,     "Haddad"sv,
    "Nguyen"sv,        "Tran"sv,      "Pham"sv,      "Vo"sv,         "Chen"sv,       "Wang"sv,
    "Huang"sv,         "Kim"sv,       "Park"sv,      "Patel"sv,      "Shah"sv,       "Singh"sv,
    "Kaur"sv,          "Santos"sv,    "Reyes"sv,     "Bautista"sv,   "Joseph"sv,     "Pierre"sv,
    "Jean-Baptiste"sv, "Toussaint"sv, "Kowalczyk"sv, "Nowak"sv,      "Wiśniewski"sv, "Petrov"sv,
    "Ivanova"sv,       "Schmidt"sv,   "Weber"sv,     "Lindqvist"sv,  "Sørensen"sv,   "O'Brien"sv,
    "O'Connor"sv,      "McCarthy"sv,  "MacDonald"sv, "Rossi"sv,      "Esposito"sv,   "De Luca"sv,
    "Van Dyke"sv,      "Begay"sv,     "Yazzie"sv,    "Whitehorse"sv, "Kealoha"sv,    "Faleolo"sv,
    "Tuiasosopo"sv};

constexpr std::array spanish_families{
    "García"sv,        "Hernández"sv,  "Martínez"sv,  "López"sv,     "González"sv,   "Rodríguez"sv,
    "Pérez"sv,         "Sánchez"sv,    "Ramírez"sv,   "Torres"sv,    "Flores"sv,     "Rivera"sv,
    "Gómez"sv,         "Díaz"sv,       "Cruz"sv,      "Morales"sv,   "Reyes"sv,      "Gutiérrez"sv,
    "Ortiz"sv,         "Ramos"sv,      "Chávez"sv,    "Ruiz"sv,      "Mendoza"sv,    "Álvarez"sv,
    "Castillo"sv,      "Jiménez"sv,    "Vásquez"sv,   "Romero"sv,    "Moreno"sv,     "Herrera"sv,
    "Medina"sv,        "Aguilar"sv,    "Vargas"sv,    "Guzmán"sv,    "Muñoz"sv,      "Castro"sv,
    "Rojas"sv,         "Salazar"sv,    "Delgado"sv,   "Soto"sv,      "Vega"sv,       "Peña"sv,
    "Ríos"sv,          "Sandoval"sv,   "Contreras"sv, "Estrada"sv,   "Ortega"sv,     "Núñez"sv,
    "Guerrero"sv,      "Maldonado"sv,  "Domínguez"sv, "Luna"sv,      "Espinoza"sv,   "Cervantes"sv,
    "Acosta"sv,        "Ávila"sv,      "Campos"sv,    "Quiroga"sv,   "Ibarra"sv,     "Zamora"sv,
    "Montes de Oca"sv, "De la Cruz"sv, "De León"sv,   "Del Valle"sv, "Villaseñor"sv, "Ybarra"sv,
    "Trujillo"sv,      "Pacheco"sv,    "Cárdenas"sv,  "Bolaños"sv};

constexpr std::array streets{
    "Main St"sv,       "Oak St"sv,          "Maple Ave"sv,     "Second St"sv,      "Third Ave"sv,
    "Park Ave"sv,      "Cedar St"sv,        "Elm St"sv,        "Washington St"sv,  "Mill Rd"sv,
    "Lake Shore Dr"sv, "River Rd"sv,        "Union St"sv,      "Depot St"sv,       "Canal St"sv,
    "Foundry Ln"sv,    "Church St"sv,       "Hill St"sv,       "Prospect Ave"sv,   "Railroad Ave"sv,
    "Harbor Way"sv,    "Orchard Ln"sv,      "Sycamore Dr"sv,   "Chestnut St"sv,    "Jefferson Ave"sv,
    "Highland Ave"sv,  "Sunset Blvd"sv,     "Ridge Rd"sv,      "Old Quarry Rd"sv,  "Camino Real"sv,
    "Calle Luna"sv,    "Avenida del Sol"sv, "Lincoln Way"sv,   "Pleasant St"sv,    "Cherry Ln"sv,
    "Eighth St"sv,     "Twelfth Ave"sv,     "County Road 9"sv, "Quarry Hill Ct"sv, "Millrace Pl"sv};

constexpr std::array places{
    "Northgate"sv,   "Eastfield"sv,   "Kestrel"sv,     "Summit"sv,     "Ironwood"sv,      "Bluewater"sv,
    "Cedar Ridge"sv, "Stonebridge"sv, "Halcyon"sv,     "Fairmont"sv,   "Granite Falls"sv, "Silver Creek"sv,
    "Redstone"sv,    "Westlake"sv,    "Meridian"sv,    "Crossroads"sv, "Lakeside"sv,      "Pinecrest"sv,
    "Harborview"sv,  "Riverside"sv,   "Oakhurst"sv,    "Highpoint"sv,  "Midland"sv,       "Southport"sv,
    "Valley"sv,      "Heron"sv,       "Copper Hill"sv, "Mariner"sv,    "Sterling"sv,      "Beacon"sv,
    "Thornton"sv,    "Ashbury"sv,     "Calloway"sv,    "Delmar"sv,     "Brightwater"sv,   "Hollow Pine"sv,
    "Cardinal"sv,    "Evergreen"sv,   "Prairie"sv,     "Longview"sv,   "Tidewater"sv,     "Maplewood"sv,
    "Quarry"sv,      "Orchard"sv,     "Whitcomb"sv,    "Larkspur"sv,   "Belhaven"sv,      "Amberly"sv,
    "Rosedale"sv,    "Winslow"sv};

}  // namespace

Words given_names_women() {
    return women;
}
Words given_names_men() {
    return men;
}
Words spanish_given_names_women() {
    return spanish_women;
}
Words spanish_given_names_men() {
    return spanish_men;
}
Words family_names() {
    return families;
}
Words spanish_family_names() {
    return spanish_families;
}
Words street_names() {
    return streets;
}
Words place_words() {
    return places;
}

}  // namespace wallchart::sample
