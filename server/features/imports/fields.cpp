#include "features/imports/fields.h"

#include "core/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace wallchart {
namespace {

enum Kinds : unsigned { of_people = 1, of_organizations = 2, of_worksites = 4, of_places = 6, of_all = 7 };

struct FieldInfo {
    ImportField field;
    unsigned kinds;
    bool repeats;
    std::vector<std::string_view> headers;  ///< as header_key makes them
};

/// What columns are called. The first field that fits a header is taken.
const std::vector<FieldInfo>& table() {
    using enum ImportField;
    static const std::vector<FieldInfo> fields{
        {external_id,
         of_all,
         false,
         {"id", "externalid", "memberid", "personid", "uuid", "identificador", "iddelsocio", "vanid", "fnum",
          "filenumber", "numerodesocio", "membernumber", "employeeid", "badge", "casenumber"}},
        {given_name,
         of_people,
         false,
         {"firstname", "first", "givenname", "given", "forename", "fname", "nombre", "nombres",
          "primernombre", "nombredepila"}},
        {middle_name,
         of_people,
         false,
         {"middlename", "middle", "middleinitial", "mi", "mname", "segundonombre"}},
        {family_name,
         of_people,
         false,
         {"lastname", "last", "surname", "familyname", "family", "lname", "apellido", "apellidos",
          "primerapellido"}},
        {full_name,
         of_people,
         false,
         {"name", "fullname", "membername", "workername", "employeename", "nombrecompleto", "nombreyapellido",
          "nombreyapellidos", "person", "persona"}},
        {suffix, of_people, false, {"suffix", "namesuffix", "sufijo"}},
        {email,
         of_people,
         true,
         {"email", "emailaddress", "mail", "primaryemail", "personalemail", "preferredemail", "workemail",
          "emailaddress1", "email1", "email2", "correo", "correoelectronico", "emailpersonal", "homeemail"}},
        {mobile_phone,
         of_people,
         true,
         {"mobile", "mobilephone", "mobilenumber", "cell", "cellphone", "cellular", "cellnumber", "celular",
          "movil", "telefonomovil", "telefonocelular", "can2phone"}},
        {home_phone,
         of_people,
         true,
         {"homephone", "home", "landline", "telefonofijo", "telefonodecasa", "casa"}},
        {work_phone, of_people, true, {"workphone", "telefonodeltrabajo", "telefonotrabajo"}},
        {phone,
         of_people,
         true,
         {"phone", "phonenumber", "telephone", "tel", "primaryphone", "preferredphone", "phone1", "phone2",
          "telefono", "numerodetelefono"}},
        {street,
         of_people | of_worksites,
         false,
         {"street", "streetaddress", "address", "address1", "addressline1", "mailingaddress", "homeaddress",
          "direccion", "calle", "domicilio"}},
        {unit,
         of_people,
         false,
         {"unit", "apt", "apartment", "address2", "addressline2", "apartamento", "depto"}},
        {city,
         of_all,
         false,
         {"city", "town", "municipality", "ciudad", "municipio", "localidad", "unitcity"}},
        {state, of_all, false, {"state", "province", "region", "st", "estado", "provincia", "unitstate"}},
        {postal_code,
         of_all,
         false,
         {"zip", "zipcode", "zip5", "postalcode", "postcode", "ziporpostal", "codigopostal", "cp"}},
        {country, of_people, false, {"country", "countrycode", "pais"}},
        {birth_date,
         of_people,
         false,
         {"birthdate", "dateofbirth", "dob", "birthday", "fechadenacimiento", "nacimiento"}},
        {birth_year, of_people, false, {"birthyear", "yearofbirth", "yob", "anodenacimiento"}},
        {birth_month, of_people, false, {"birthmonth", "monthofbirth", "mob", "mesdenacimiento"}},
        {birth_day, of_people, false, {"dayofbirth", "diadenacimiento"}},
        {sex, of_people, false, {"sex", "gender", "sexo", "genero"}},
        {language,
         of_people,
         false,
         {"language", "preferredlanguage", "lang", "idioma", "lengua", "idiomapreferido"}},
        {union_,
         of_people | of_worksites,
         true,
         {"union", "unionname", "unionlocal", "unionandlocal", "labororganization", "sindicato",
          "sindicatoylocal", "unionaffiliation"}},
        {local,
         of_people | of_worksites,
         false,
         {"local", "localnumber", "localno", "localunion", "seccion", "numerodelocal", "seccional"}},
        {membership_status,
         of_people,
         false,
         {"membershipstatus", "memberstatus", "status", "membership", "estadodemembresia", "estatus",
          "membresia"}},
        {membership_role,
         of_people,
         false,
         {"role", "membershiprole", "unionrole", "steward", "position", "cargo", "rol"}},
        {worksite,
         of_people,
         false,
         {"worksite", "workplace", "site", "facility", "store", "location", "building", "lugardetrabajo",
          "centrodetrabajo", "sitio", "planta"}},
        {employer,
         of_people | of_worksites,
         false,
         {"employer", "employername", "company", "companyname", "empresa", "empleador", "patron"}},
        {department,
         of_people,
         false,
         {"department", "dept", "unitname", "departamento", "area", "seccionlaboral"}},
        {shift, of_people, false, {"shift", "turno"}},
        {job_title,
         of_people,
         false,
         {"jobtitle", "job", "title", "occupation", "classification", "puesto", "ocupacion", "oficio"}},
        {consent_email,
         of_people,
         false,
         {"emailconsent", "emailoptin", "emailpermission", "consentemail", "subscribed", "optin",
          "emailsubscribed", "consentimientocorreo", "aceptacorreo", "emailsubscriptionstatus"}},
        {consent_text,
         of_people,
         false,
         {"textconsent", "smsconsent", "textoptin", "smsoptin", "smspermission", "consenttext", "mobileoptin",
          "aceptamensajes", "consentimientomensajes", "smsstatus"}},
        {consent_introduction,
         of_people,
         false,
         {"introductionconsent", "consentintroduction", "introduce", "introduceme", "presentarme",
          "putmeintouch", "consentimientopresentacion"}},
        {note,
         of_people | of_organizations,
         true,
         {"note", "notes", "comment", "comments", "nota", "notas", "comentario", "comentarios",
          "observaciones"}},
        {name,
         of_places,
         false,
         {"name", "localname", "organization", "organizationname", "worksite", "worksitename", "facility",
          "nombre", "organizacion", "sitename", "casename", "site"}},
        {kind, of_organizations, false, {"kind", "type", "section", "organizationtype", "tipo", "desig"}},
        {affiliation,
         of_organizations,
         false,
         {"affiliation", "union", "unionname", "international", "parent", "aff", "sindicato", "afiliacion",
          "affabbr"}},
        {number,
         of_organizations,
         false,
         {"number", "localnumber", "local", "no", "numero", "designum", "numerodelocal"}},
        {members,
         of_organizations,
         false,
         {"members", "membercount", "membership", "miembros", "afiliados", "size"}},
        {eligible,
         of_worksites,
         false,
         {"eligible", "eligiblevoters", "numeligiblevoters", "workers", "unitsize", "headcount", "employees",
          "trabajadores", "bu"}},
        {industry, of_worksites, false, {"industry", "naics", "sector", "industria"}},
        {website, of_organizations, false, {"website", "url", "web", "sitioweb", "pagina"}},
        {latitude, of_places, false, {"latitude", "lat", "latitud"}},
        {longitude, of_places, false, {"longitude", "lon", "lng", "long", "longitud"}},
        {custom, of_people, true, {}},
    };
    return fields;
}

unsigned kind_bit(ImportKind kind) {
    return 1U << static_cast<unsigned>(kind);
}

ImportField field_for(ImportKind kind, const std::string& key) {
    for (const auto& info : table())
        if ((info.kinds & kind_bit(kind)) != 0 && std::ranges::find(info.headers, key) != info.headers.end())
            return info.field;
    return ImportField::ignore;
}

/// What the cells themselves look like, where the header is no help.
ImportField field_by_cells(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    int emails = 0, phones = 0, filled = 0;
    for (const auto& row : rows) {
        if (column >= row.size() || trim(row[column]).empty()) continue;
        ++filled;
        if (normalize_email(row[column])) ++emails;
        bool plain_number =
            row[column].find_first_not_of("0123456789") == std::string::npos && row[column].size() != 10;
        if (!plain_number && normalize_phone(row[column])) ++phones;
    }
    if (filled == 0) return ImportField::ignore;
    if (emails * 10 >= filled * 9) return ImportField::email;
    if (phones * 10 >= filled * 9) return ImportField::phone;
    return ImportField::ignore;
}

/// Whether slashed dates can only be read with the day first ("25/12/1980").
bool is_day_first(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    for (const auto& row : rows) {
        if (column >= row.size()) continue;
        auto parts = split(trim(row[column]), '/');
        if (parts.size() != 3 || parts[0].size() > 2) continue;
        if (std::atoi(std::string(parts[0]).c_str()) > 12) return true;
        if (std::atoi(std::string(parts[1]).c_str()) > 12) return false;
    }
    return false;
}

const Preset* recognize(ImportKind kind, const std::vector<std::string>& keys) {
    for (const auto& preset : all_presets()) {
        bool all = std::ranges::all_of(
            preset.recognized_by, [&](auto wanted) { return std::ranges::find(keys, wanted) != keys.end(); });
        if (preset.kind == kind && all) return &preset;
    }
    return nullptr;
}

}  // namespace

std::vector<ImportField> fields_of(ImportKind kind) {
    std::vector<ImportField> fields{ImportField::ignore};
    for (const auto& info : table())
        if ((info.kinds & kind_bit(kind)) != 0) fields.push_back(info.field);
    return fields;
}

bool may_repeat(ImportField field) {
    if (field == ImportField::ignore) return true;
    for (const auto& info : table())
        if (info.field == field) return info.repeats;
    return false;
}

std::string header_key(std::string_view header) {
    std::string key;
    for (char c : fold(header))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key.push_back(c);
    return key;
}

std::vector<std::string> column_names(const std::vector<std::string_view>& header) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (std::size_t at = 0; at < header.size(); ++at) {
        auto name = std::string(first_characters(squeeze(header[at]), 100));
        if (name.empty()) name = "Column " + std::to_string(at + 1);
        auto unique = name;
        for (int count = 2; !taken.insert(to_lower_ascii(unique)).second; ++count)
            unique = name + " (" + std::to_string(count) + ")";
        names.push_back(std::move(unique));
    }
    return names;
}

ImportMapping guess_mapping(ImportKind kind, const std::vector<std::string>& columns,
                            const std::vector<std::vector<std::string>>& rows, std::string_view preset_name) {
    std::vector<std::string> keys;
    for (const auto& column : columns) {
        // A repeated header is recognized like the first.
        auto plain = column.substr(0, column.ends_with(')') ? column.rfind(" (") : std::string::npos);
        keys.push_back(header_key(plain));
    }
    const auto* preset = preset_name.empty() ? recognize(kind, keys) : find_preset(kind, preset_name);
    ImportMapping mapping;
    mapping.preset = preset == nullptr ? "" : std::string(preset->name);
    mapping.source = preset == nullptr ? "import" : std::string(preset->source);
    std::set<ImportField> taken;
    // The same header twice in a preset (two parts of one number) is meant; elsewhere it is not.
    for (std::size_t at = 0; at < columns.size(); ++at) {
        auto field = ImportField::ignore;
        bool known = false;
        if (preset != nullptr) {
            for (const auto& column : preset->columns) {
                if (column.header != keys[at]) continue;
                field = column.field;
                known = true;
                break;
            }
        }
        if (!known) {
            field = field_for(kind, keys[at]);
            if (field == ImportField::ignore && kind == ImportKind::people) field = field_by_cells(rows, at);
            if (field != ImportField::ignore && !may_repeat(field) && taken.contains(field))
                field = ImportField::ignore;
        } else if (kind == ImportKind::people && !may_repeat(field) && taken.contains(field)) {
            field = ImportField::ignore;
        }
        taken.insert(field);
        if (field == ImportField::birth_date) mapping.day_first = is_day_first(rows, at);
        mapping.columns.push_back({columns[at], field, {}});
    }
    // "Name" beside first and last names is the same again.
    if (taken.contains(ImportField::full_name) &&
        (taken.contains(ImportField::family_name) || taken.contains(ImportField::given_name))) {
        bool both = taken.contains(ImportField::family_name) && taken.contains(ImportField::given_name);
        for (auto& column : mapping.columns) {
            if (both && column.field == ImportField::full_name) column.field = ImportField::ignore;
            if (!both && column.field == ImportField::given_name) column.field = ImportField::full_name;
        }
    }
    // In Spanish a list may say just "Nombre" for the whole name.
    if (kind == ImportKind::people && taken.contains(ImportField::given_name) &&
        !taken.contains(ImportField::family_name)) {
        for (auto& column : mapping.columns)
            if (column.field == ImportField::given_name && header_key(column.column) == "nombre")
                column.field = ImportField::full_name;
    }
    return mapping;
}

Result<void> check_mapping(ImportKind kind, const ImportMapping& mapping,
                           const std::vector<std::string>& columns) {
    Error error{ErrorKind::invalid, "The columns can't be used as they are mapped."};
    auto fault = [&](std::string pointer, std::string message) {
        error.fields.push_back({std::move(pointer), std::move(message)});
    };
    if (!mapping.preset.empty() && find_preset(kind, mapping.preset) == nullptr)
        fault("/preset", "There is no preset of this name for this kind of file.");
    if (mapping.source.empty() || mapping.source.size() > 40)
        fault("/source", "Name the system that the numbers come from, in 1 to 40 characters.");
    if (mapping.columns.size() != columns.size()) {
        fault("/columns", "The file has " + std::to_string(columns.size()) + " columns.");
        return std::unexpected(std::move(error));
    }
    auto offered = fields_of(kind);
    std::map<ImportField, int> count;
    bool of_preset = !mapping.preset.empty();
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto& column = mapping.columns[at];
        auto pointer = "/columns/" + std::to_string(at);
        if (column.column != columns[at])
            fault(pointer + "/column", "The file's column is called otherwise.");
        if (std::ranges::find(offered, column.field) == offered.end())
            fault(pointer + "/field", "Files of this kind have no such field.");
        if (column.field == ImportField::custom &&
            (trim(column.custom_name).empty() || length(column.custom_name) > 60))
            fault(pointer + "/custom_name", "Name the field, in 1 to 60 characters.");
        if (++count[column.field] == 2 && !may_repeat(column.field) &&
            !(of_preset && column.field == ImportField::external_id))
            fault(pointer + "/field", "Another column holds this already.");
    }
    auto has = [&](ImportField field) { return count[field] > 0; };
    if (kind == ImportKind::people && !has(ImportField::full_name) && !has(ImportField::given_name) &&
        !has(ImportField::family_name))
        fault("/columns", "Say which column holds the names.");
    if (kind == ImportKind::organizations && !has(ImportField::name) && !has(ImportField::number))
        fault("/columns", "Say which column holds the names, or the numbers, of the organizations.");
    if (kind == ImportKind::worksites && !has(ImportField::name) && !has(ImportField::employer))
        fault("/columns", "Say which column holds the names of the worksites, or of the employers.");
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

Result<void> apply_map_option(ImportKind kind, ImportMapping& mapping, std::string_view option) {
    auto equals = option.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return invalid("/map", "Write --map FIELD=COLUMN, as in --map given_name=\"First name\".");
    auto field_name = option.substr(0, equals);
    auto column_name = option.substr(equals + 1);
    std::string custom_name;
    if (field_name.starts_with("custom:")) {
        custom_name = squeeze(field_name.substr(7));
        field_name = "custom";
    }
    auto field = parse_choice<ImportField>(field_name);
    auto offered = fields_of(kind);
    if (!field || std::ranges::find(offered, *field) == offered.end()) {
        std::string names;
        for (auto known : offered)
            names += (names.empty() ? "" : ", ") + std::string(name_of(known));
        return invalid("/map", "There is no field \"" + std::string(first_characters(field_name, 60)) +
                                   "\"; there are " + names + ".");
    }
    ColumnMapping* found = nullptr;
    for (auto& column : mapping.columns)
        if (to_lower_ascii(column.column) == to_lower_ascii(trim(column_name))) found = &column;
    if (found == nullptr)
        return invalid("/map",
                       "The file has no column \"" + std::string(first_characters(column_name, 60)) + "\".");
    if (!may_repeat(*field)) {
        for (auto& column : mapping.columns)
            if (column.field == *field) column.field = ImportField::ignore;
    }
    found->field = *field;
    found->custom_name = std::move(custom_name);
    return {};
}

}  // namespace wallchart
