#include "engine/union_name/affiliations.h"

namespace wallchart::union_name {
namespace {

constexpr Affiliation table[] = {
    {.code = "USW",
     .name = "United Steel, Paper and Forestry, Rubber, Manufacturing, Energy, Allied Industrial and Service "
             "Workers International Union",
     .called =
         "united steelworkers of america; united steelworkers; united steel workers; steelworkers; steel "
         "workers; steelworker; "
         "USWA; USA; steel paper and forestry; steel paper and forestry rubber manufacturing energy allied "
         "industrial and service workers; steel paper forestry rubber manufacturing energy; united steel; "
         "steel paper; "
         "steel paper and forestry rubber manufacturing; rubber manufacturing energy allied industrial and "
         "service "
         "workers; rubber manufacturing energy; paper and forestry rubber; energy allied industrial and "
         "service "
         "workers; siderurgicos; acereros; rubber plastic industry conference; USWAFLCIO",
     .crafts = "manufacturing energy allied; forestry rubber; oil workers; metal workers; steel worker"},
    {.code = "UAW",
     .name =
         "International Union, United Automobile, Aerospace and Agricultural Implement Workers of America",
     .called =
         "united auto workers; united autoworkers; united automobile workers; auto workers; autoworkers; "
         "automobile workers; UAWA; UAAAIW; automobile aerospace and agricultural implement workers; "
         "automobile aerospace and agricultural; automobile aerospace; automobile and aerospace; aerospace "
         "and agricultural implement "
         "workers; automobile aircraft and agricultural; automotive aerospace and agricultural; automotive "
         "aerospace; auto aerospace; united automotive workers; "
         "agricultural implement workers; trabajadores automotrices; "
         "national organization of legal services workers; NOLSW; "
         "graphic artists guild; national writers union",
     .crafts = "agricultural implement; auto worker; automobile; automotive workers"},
    {.code = "IAM",
     .name = "International Association of Machinists and Aerospace Workers",
     .called =
         "machinists and aerospace workers; machinists; machinist; IAMAW; IAM AW; aerospace machinists; "
         "automotive machinists; maquinistas; transportation communications machinists; IAMALU; IAM union",
     .crafts = "aerospace workers; automobile mechanics; automotive mechanics; auto mechanics; mechanics; "
               "tool and die makers; "
               "woodworkers"},
    {.code = "NFFE",
     .name = "National Federation of Federal Employees",
     .called = "federation of federal employees; NFFE IAM",
     .part_of = "IAM"},
    {.code = "IWA",
     .name = "International Woodworkers of America",
     .called = "woodworkers of america; IWNA",
     .now = "IAM",
     .numbers = Numbers::shared},
    {.code = "IUMSW",
     .name = "Industrial Union of Marine and Shipbuilding Workers of America",
     .called = "marine and shipbuilding workers",
     .now = "IAM",
     .numbers = Numbers::shared},
    {.code = "CWA",
     .name = "Communications Workers of America",
     .called = "communications workers; communication workers; communications worker; communication worker; "
               "united campus workers; campaign workers guild; public employees and health care workers cwa; "
               "news media guild; mailers union; telecommunications international union",
     .crafts = "communications; telephone workers; telecommunications workers; phone workers; code cwa; "
               "printing publishing and media workers; typographical"},
    {.code = "TNG",
     .name = "The Newspaper Guild",
     .called = "newspaper guild; newsguild; news guild; media workers guild; the newsguild",
     .now = "CWA",
     .numbers = Numbers::sector,
     .sector = "3"},
    {.code = "NABET",
     .name = "National Association of Broadcast Employees and Technicians",
     .called = "broadcast employees and technicians; broadcast technicians; broadcast employees",
     .now = "CWA",
     .numbers = Numbers::sector,
     .sector = "5"},
    {.code = "IUE",
     .name = "International Union of Electronic, Electrical, Salaried, Machine and Furniture Workers",
     .called = "electronic electrical salaried machine and furniture workers; electronic electrical salaried "
               "machine; electronic electrical salaried; electronic "
               "electrical technical salaried; electronic electrical; IUECWA; IUE AFL-CIO; electrical radio "
               "and machine workers international union; industrial division of the communications workers",
     .now = "CWA",
     .numbers = Numbers::sector,
     .sector = "8"},
    {.code = "UFWA",
     .name = "United Furniture Workers of America",
     .called = "furniture workers",
     .now = "IUE CWA",
     .numbers = Numbers::sector,
     .sector = "8"},
    {.code = "ITU",
     .name = "International Typographical Union",
     .called = "typographical union; PPMWS",
     .now = "CWA",
     .numbers = Numbers::sector,
     .sector = "14"},
    {.code = "UE",
     .name = "United Electrical, Radio and Machine Workers of America",
     .called = "electrical radio and machine workers; united electrical radio and machine workers; united "
               "electrical; "
               "electrical radio machine; united electrical workers; UERMWA; UE union; electrical and radio "
               "workers"},
    {.code = "UMW",
     .name = "United Mine Workers of America",
     .called = "mine workers; mineworkers; UMWA; miners; united mine workers; mineros"},
    {.code = "PACE",
     .name = "Paper, Allied-Industrial, Chemical and Energy Workers International Union",
     .called =
         "paper allied industrial chemical and energy workers; paper allied industrial chemical and energy; "
         "paper allied industrial chemical",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "UPIU",
     .name = "United Paperworkers International Union",
     .called = "paperworkers; united paperworkers; paper workers",
     .now = "PACE USW",
     .numbers = Numbers::shared},
    {.code = "OCAW",
     .name = "Oil, Chemical and Atomic Workers International Union",
     .called = "oil chemical and atomic workers; oil chemical and atomic",
     .now = "PACE USW",
     .numbers = Numbers::shared},
    {.code = "AIW",
     .name = "Allied Industrial Workers of America",
     .called = "allied industrial workers",
     .now = "PACE USW",
     .numbers = Numbers::shared},
    {.code = "URW",
     .name = "United Rubber, Cork, Linoleum and Plastic Workers of America",
     .called = "rubber workers; rubber cork linoleum and plastic workers; united rubber workers; URCLPWA",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "ABGW",
     .name = "Aluminum, Brick and Glass Workers International Union",
     .called = "aluminum brick and glass workers; aluminum brick and glass; aluminum workers; AWU; ABG",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "AFGW",
     .name = "American Flint Glass Workers Union",
     .called = "flint glass workers; flint glass",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "UIU",
     .name = "Upholsterers' International Union of North America",
     .called = "upholsterers",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "GMP",
     .name = "Glass, Molders, Pottery, Plastics and Allied Workers International Union",
     .called =
         "glass molders pottery plastics and allied workers; glass molders pottery; glass molders; glass "
         "molders plastics; GMPIU; GMPAW; glass pottery plastics; molders pottery plastics; glass bottle "
         "blowers",
     .now = "USW",
     .numbers = Numbers::shared},
    {.code = "IMAW",
     .name = "International Molders' and Allied Workers' Union",
     .called = "molders and allied workers; molders; IMAWU",
     .now = "GMP USW",
     .numbers = Numbers::shared},
    {.code = "CLGW",
     .name = "United Cement, Lime, Gypsum and Allied Workers International Union",
     .called = "cement lime gypsum and allied workers; cement lime gypsum; cement lime and gypsum",
     .now = "BBF",
     .numbers = Numbers::shared},
    {.code = "SFAAW",
     .name = "Stove, Furnace and Allied Appliance Workers",
     .called = "stove furnace and allied appliance; stove workers; stove furnace and energy workers",
     .now = "BBF",
     .numbers = Numbers::shared},
    {.code = "MPBP",
     .name = "Metal Polishers, Buffers, Platers and Allied Workers International Union",
     .called = "metal polishers; metal polishers buffers platers; metal polishers buffers",
     .now = "BBF",
     .numbers = Numbers::shared},
    {.code = "PPPWU",
     .name = "Printing Packaging and Production Workers Union of North America",
     .called = "printing packaging and production workers; printing packaging production; PPPWUNA"},
    {.code = "GCIU",
     .name = "Graphic Communications International Union",
     .called =
         "graphic communications; GCC; GCCIBT; graphic communications conference; graphic communication; "
         "printing and graphic communications; pressmen; graphic arts union; "
         "GAIU; IPGCU; PGCU; printing specialties; printing pressmen; paper products union; graphic "
         "communications workers",
     .crafts = "bookbinders; lithographers; photoengravers; printing",
     .part_of = "IBT",
     .now = "PPPWU"},
    {.code = "WPPW",
     .name = "Association of Western Pulp and Paper Workers",
     .called = "western pulp and paper workers; AWPPW; pulp and paper workers; western pulp",
     .part_of = "CJA"},
    {.code = "BCTGMI",
     .name = "Bakery, Confectionery, Tobacco Workers and Grain Millers International Union",
     .called =
         "bakery confectionery tobacco workers and grain millers; bakery confectionery and tobacco; bakery "
         "confectionery tobacco; bakery confectionary tobacco; BCTGM; BCT&GM; bakery tobacco and grain; "
         "bakery workers; "
         "bakery and confectionery workers; BCTWGM; BCTWGMI; bakery confectionery; bakers union; bakers; "
         "panaderos; "
         "confectionery tobacco workers and grain millers; tobacco workers",
     .crafts = "bakery; confectionery; sugar workers"},
    {.code = "BCTW",
     .name = "Bakery, Confectionery and Tobacco Workers International Union",
     .now = "BCTGMI"},
    {.code = "AFGM",
     .name = "American Federation of Grain Millers",
     .called = "grain millers",
     .now = "BCTGMI"},
    {.code = "UTWA",
     .name = "United Textile Workers of America",
     .called = "textile workers",
     .now = "UFCW",
     .numbers = Numbers::shared},
    {.code = "ICW",
     .name = "International Chemical Workers Union Council",
     .called = "chemical workers; ICWU; ICWUC; chemical workers union council; chemical workers union",
     .now = "UFCW",
     .numbers = Numbers::shared},
    {.code = "DWW",
     .name = "Distillery, Wine and Allied Workers International Union",
     .called = "distillery wine and allied workers; wine liquor and distillery workers; distillery workers; "
               "distillery rectifying",
     .now = "UFCW",
     .numbers = Numbers::shared},
    {.code = "UWU",
     .name = "Utility Workers Union of America",
     .called = "utility workers; UWUA; utility workers union; utility worker"},
    {.code = "IATC", .name = "International Association of Tool Craftsmen", .called = "tool craftsmen"},
    {.code = "PPDSE",
     .name = "International Plate Printers, Die Stampers and Engravers Union of North America",
     .called = "plate printers die stampers; plate printers; plate printers die stampers and engravers"},
    {.code = "IUPW",
     .name = "International Union of Petroleum and Industrial Workers",
     .called = "petroleum and industrial workers; IUPIW",
     .part_of = "SIUNA"},
    {.code = "LGPN",
     .name = "International Leather Goods, Plastics, Novelty and Service Workers Union",
     .called = "leather goods plastics; leather goods; leather goods plastics handbags and novelty"},
    {.code = "IUJAT",
     .name = "International Union of Journeymen and Allied Trades",
     .called =
         "journeymen and allied trades; industrial union of journeymen; united plant and production workers; "
         "journeymen allied trades",
     .crafts = ""},
    {.code = "USWU",
     .name = "United Service Workers Union",
     .called = "united service workers; USWU IUJAT",
     .part_of = "IUJAT"},
    {.code = "NOITU",
     .name = "National Organization of Industrial Trade Unions",
     .called = "industrial trade unions; NOITU IUJAT",
     .part_of = "IUJAT"},
    {.code = "NPW",
     .name = "International Union of Allied, Novelty and Production Workers",
     .called =
         "allied novelty and production workers; novelty and production workers; IUANPW; IUANPW AFL-CIO; "
         "novelty production; novelty workers",
     .crafts = "chemical and production workers"},
    {.code = "NPWU",
     .name = "National Production Workers Union",
     .called = "national production workers",
     .crafts = "production workers"},
    {.code = "BSAC",
     .name = "Brotherhood of Shoe and Allied Craftsmen",
     .called = "shoe and allied craftsmen"},
    {.code = "PRCGT", .name = "Concilio General de Trabajadores", .called = "CGT"},
};

}  // namespace

std::span<const Affiliation> industrial_unions() {
    return table;
}

}  // namespace wallchart::union_name
