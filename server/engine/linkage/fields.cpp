#include "engine/linkage/fields.h"

#include "core/text.h"

#include <algorithm>
#include <map>

namespace wallchart::linkage {
namespace {

struct UsualNames {
    Field field;
    std::string_view names;  // without case, blanks and marks
};

constexpr UsualNames usual_names[] = {
    {Field::id, "id uniqueid recid recordid rowid rownumber row personid uid uuid index"},
    {Field::full_name,
     "name fullname personname membername votername displayname contactname signername "
     "participantname employeename workername nameasregistered nombrecompleto"},
    {Field::given,
     "given givenname givennames first firstname fname forename forenames firstnames namefirst "
     "firstgivenname preferredname preferredfirstname fnamec1 nombre nombres"},
    {Field::middle, "middle middlename middlenames middleinitial mi mname namemiddle secondname fnamec2"},
    {Field::family,
     "family familyname surname surnames last lastname lname namelast sname lnamec1 apellido "
     "apellidos"},
    {Field::suffix, "suffix namesuffix generation generationalsuffix namesuf suffixname"},
    {Field::birth_date,
     "birthdate dateofbirth dob birthday born bdate birthdt fechadenacimiento "
     "fechanacimiento"},
    {Field::birth_year, "yob birthyear yearofbirth byear by dobyear birthyr anodenacimiento"},
    {Field::birth_month, "mob birthmonth monthofbirth bmonth bm dobmonth"},
    {Field::birth_day, "dayofbirth birthdayofmonth bday bd dobday"},
    {Field::email,
     "email emailaddress mail emails personalemail workemail homeemail otheremail primaryemail "
     "secondaryemail correo correoelectronico"},
    {Field::phone,
     "phone phonenumber telephone telephonenumber tel mobile mobilephone mobilenumber cell "
     "cellphone homephone workphone otherphone primaryphone secondaryphone phonehome phonemobile "
     "phonework preferredphone telefono celular fullphonenumber phonenum"},
    {Field::street_number,
     "streetnumber streetno housenumber houseno housenum streetnum addressnumber "
     "buildingnumber number"},
    {Field::address,
     "address address1 addressline1 addr addr1 street streetaddress streetaddress1 streetname "
     "street1 line1 mailingaddress mailingaddress1 residentialaddress residentialaddress1 "
     "resstreetaddress homeaddress postaladdress mailaddr1 fulladdress road roadname "
     "resaddress resaddress1 domicilio direccion calle"},
    {Field::unit,
     "unit unitnumber apt apartment aptnumber aptno address2 addressline2 addr2 street2 suite "
     "line2 flat streetaddress2 mailingaddress2 unitno"},
    {Field::city,
     "city town suburb municipality locality place placename cityname rescity rescitydesc "
     "mailingcity homecity addresscity residentialcity ciudad municipio birthplace village"},
    {Field::state,
     "state province region statecode stateprovince homestate mailingstate rescitystate"
     "residentialstate addressstate stateabbreviation stateabbr estado"},
    {Field::postal_code,
     "postcode postalcode zip zipcode zip5 reszip reszipcode zipcode5 mailingzip homezip "
     "addresszip zippostalcode postcodefake residentialzip residentialzip5 codigopostal"},
    {Field::sex, "sex gender sexcode gendercode sexo genero"},
    {Field::employer,
     "employer employername company companyname workplace worksite placeofwork employedby "
     "occupation empleador"},
    {Field::identifier,
     "ssn socsecid socialsecuritynumber socialsecurity ssn4 ssnlast4 memberid membernumber "
     "memberno membershipid membershipnumber voterid voterregnum voterfilevanid statevoterid "
     "statefileid registrationnumber registrationid vanid vanvoterid myvvanid dwid "
     "employeeid employeenumber employeeno badgenumber badge licensenumber driverslicense "
     "driverslicensenumber driverlicense externalid unionid cardnumber passport "
     "passportnumber nationalid taxid clocknumber payrollid payrollnumber staffid studentid"},
};

/// "First Name" and "first_name" → "firstname".
std::string plain(std::string_view name) {
    std::string letters;
    for (char c : fold(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters.push_back(c);
    return letters;
}

std::size_t most_columns(Field field) {
    switch (field) {
        case Field::email:
            return 2;
        case Field::phone:
        case Field::identifier:
            return 3;
        case Field::ignored:
            return 1000;
        default:
            return 1;
    }
}

Result<Field> field_named(std::string_view name) {
    auto wanted = plain(name);
    std::string known;
    Field found = Field::ignored;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Field>>([&](auto each) {
        if (plain(each.name) == wanted) found = each.value;
        if (each.value != Field::ignored) known += (known.empty() ? "" : ", ") + std::string(each.name);
    });
    if (wanted == "ignored" || wanted == "ignore") return Field::ignored;
    if (found == Field::ignored) found = recognise(name);
    if (found == Field::ignored)
        return failure(ErrorKind::invalid,
                       "\"" + std::string(name) + "\" is no field. There are: " + known + ".");
    return found;
}

Result<std::size_t> column_named(std::span<const std::string> header, std::string_view name) {
    for (std::size_t at = 0; at < header.size(); ++at)
        if (header[at] == name) return at;
    for (std::size_t at = 0; at < header.size(); ++at)
        if (plain(header[at]) == plain(name) && !plain(name).empty()) return at;
    return failure(ErrorKind::invalid, "The file has no column \"" + std::string(name) + "\".");
}

}  // namespace

Field recognise(std::string_view column_name) {
    static const auto known = [] {
        std::map<std::string, Field, std::less<>> all;
        for (const auto& usual : usual_names)
            for (auto name : split(usual.names, ' '))
                all.emplace(name, usual.field);
        return all;
    }();
    auto name = plain(column_name);
    auto found = known.find(name);
    if (found == known.end() && !name.empty() &&
        (name.back() == '1' || name.back() == '2' || name.back() == '3')) {
        // "Phone 2", "email_1": further ones of what may be there several times.
        found = known.find(name.substr(0, name.size() - 1));
        if (found != known.end() && most_columns(found->second) == 1) return Field::ignored;
    }
    return found == known.end() ? Field::ignored : found->second;
}

Result<std::vector<Column>> recognise_columns(std::span<const std::string> header, std::string_view id_column,
                                              std::span<const std::string> mappings) {
    std::vector<Column> columns;
    std::vector<bool> told(header.size());
    for (const auto& name : header)
        columns.push_back({name, Field::ignored, 0});
    if (!id_column.empty()) {
        auto at = TRY(column_named(header, id_column));
        columns[at].field = Field::id;
        told[at] = true;
    }
    for (const auto& mapping : mappings) {
        auto equals = mapping.find('=');
        if (equals == std::string::npos)
            return failure(ErrorKind::invalid, "--map is FIELD=COLUMN, not \"" + mapping + "\".");
        auto field = TRY(field_named(std::string_view(mapping).substr(0, equals)));
        auto at = TRY(column_named(header, std::string_view(mapping).substr(equals + 1)));
        columns[at].field = field;
        told[at] = true;
    }
    // What was told comes first, whatever the order of the columns.
    std::map<Field, std::size_t> count;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (told[at]) columns[at].slot = static_cast<std::uint8_t>(count[columns[at].field]++);
    for (auto [field, times] : count)
        if (times > most_columns(field))
            return failure(ErrorKind::invalid, "At most " + std::to_string(most_columns(field)) +
                                                   (most_columns(field) == 1 ? " column" : " columns") +
                                                   " can hold one field; more are given.");
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (told[at]) continue;
        auto field = recognise(header[at]);
        if (count[field] >= most_columns(field)) field = Field::ignored;
        columns[at].field = field;
        columns[at].slot = static_cast<std::uint8_t>(std::min<std::size_t>(count[field]++, 255));
    }
    // "YoB", "MoB", "DoB": the last is the day.
    if (count.contains(Field::birth_year) && count.contains(Field::birth_month) &&
        !count.contains(Field::birth_day))
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (!told[at] && columns[at].field == Field::birth_date && plain(header[at]) == "dob")
                columns[at].field = Field::birth_day;
    if (std::ranges::all_of(columns, [](const Column& column) {
            return column.field == Field::ignored || column.field == Field::id;
        }))
        return failure(ErrorKind::invalid,
                       "No column is recognised: say which is which by --map FIELD=COLUMN (given, family, "
                       "full_name, birth_date, email, phone, address, city, postal_code ...).");
    return columns;
}

}  // namespace wallchart::linkage
