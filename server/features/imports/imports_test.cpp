#include "features/imports/imports.h"

#include "core/text.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "support/test_database.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wallchart {
namespace {

class ImportsTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        auto root = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                        : std::filesystem::temp_directory_path();
        m_folder = root / ("wallchart_imports_" + std::to_string(new_id_value()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string file(const std::string& content, const std::string& name = "list.csv") {
        auto path = (m_folder / name).string();
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    Result<Import> start(const std::string& path, ImportKind kind = ImportKind::people,
                         std::vector<std::string> map = {}) {
        return (*database)->write(change, [&](Transaction& tx) -> Result<Import> {
            NewImport wanted;
            wanted.kind = kind;
            wanted.file_name = "list.csv";
            wanted.file_path = path;
            wanted.rejects_path = path + ".rejects.csv";
            wanted.map = std::move(map);
            return start_import(tx, wanted);
        });
    }
    Import find(Id<Import> id) {
        return *(*database)->read([&](Reader& reader) { return find_import(reader, change.workspace, id); });
    }
    Import after(Import import, Result<Import> (*begin)(Transaction&, Import)) {
        auto begun = (*database)->write(change, [&](Transaction& tx) { return begin(tx, import); });
        EXPECT_TRUE(begun) << begun.error().message;
        JobRunner runner(**database);
        add_import_jobs(runner);
        while (runner.run_one()) {
        }
        return find(import.id);
    }
    Import import(const std::string& content, ImportKind kind = ImportKind::people) {
        auto started = start(file(content), kind);
        EXPECT_TRUE(started) << started.error().message;
        return after(*started, begin_run);
    }
    std::int64_t count(const std::string& table) {
        return (*database)->read(
            [&](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM " + table); });
    }
    std::string text(const std::string& sql) {
        return (*database)->read([&](Reader& reader) { return reader.value<std::string>(sql); });
    }
    static std::string content(const std::string& path) {
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }

    Change change{Id<Workspace>{7}, Id<User>{8}, "import", "A test"};
    std::filesystem::path m_folder;
};
ON_BOTH_DATABASES(ImportsTest);

constexpr auto van_file =
    "VanID,FirstName,LastName,StreetAddress,City,State,ZipOrPostal,Email,CellPhone,HomePhone,Employer\r\n"
    "101,Ana,Rivera,12 Elm St,OMAHA,Nebraska,68102,Ana@Example.org,(402) 555-0123,402-555-0199,Harbor "
    "Foods\r\n"
    "102,José,Peña,,,,2139,jose@example.org,,,\r\n";

TEST_P(ImportsTest, TakesAnExportOfVan) {
    auto done = import(van_file);
    EXPECT_EQ(done.mapping.preset, "van");
    EXPECT_EQ(done.state, ImportState::done);
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(done.summary.rejected, 0);
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(text("SELECT family_first FROM person WHERE given_name = 'José'"), "pena jose");
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE label = 'home'"), "+14025550199");
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE kind = 'email' ORDER BY value"),
              "jose@example.org");
    EXPECT_EQ(text("SELECT state FROM address WHERE street = '12 Elm St'"), "NE");
    EXPECT_EQ(text("SELECT city FROM address WHERE street = '12 Elm St'"), "Omaha");
    EXPECT_EQ(text("SELECT postal_code FROM address WHERE street = ''"), "02139");
    EXPECT_EQ(text("SELECT value FROM external_id WHERE source = 'van' ORDER BY value DESC"), "101");
    EXPECT_EQ(text("SELECT employer_text FROM employment"), "Harbor Foods");
    EXPECT_FALSE(std::filesystem::exists(done.rejects_path));
}

TEST_P(ImportsTest, SaysBeforehandWhatItWillDoAndWritesNothing) {
    import(van_file);
    auto started =
        start(file("VanID,FirstName,LastName,Email,CellPhone\r\n"
                   "101,Ana,Rivera,ana@example.org,4025550123\r\n"  // unchanged
                   "102,José,Peña,jose@example.org,4025550777\r\n"  // a new phone
                   "103,Sam,Okafor,sam@example.org,\r\n"            // new
                   "103,Sam,Okafor,,4025550888\r\n"                 // the same again
                   "104,Max,Stone,not an address,\r\n"
                   "105,,,nobody@example.org,\r\n"));
    auto people = count("person");
    auto journal = count("journal");
    auto checked = after(*started, begin_preflight);
    EXPECT_EQ(checked.state, ImportState::checked);
    EXPECT_EQ(count("person"), people);
    EXPECT_EQ(count("journal"), journal);
    auto expect = [](const ImportSummary& summary) {
        EXPECT_EQ(summary.rows, 6);
        EXPECT_EQ(summary.created, 1);
        EXPECT_EQ(summary.updated, 1);
        EXPECT_EQ(summary.unchanged, 1);
        EXPECT_EQ(summary.repeated, 1);
        EXPECT_EQ(summary.rejected, 2);
    };
    expect(checked.summary);
    ASSERT_EQ(checked.rejects.size(), 2U);
    EXPECT_EQ(checked.rejects[0].line, 6);
    EXPECT_EQ(checked.rejects[0].column, "Email");
    EXPECT_EQ(checked.rejects[0].reason, RejectReason::email_invalid);
    EXPECT_EQ(checked.rejects[1].reason, RejectReason::name_missing);
    auto done = after(checked, begin_run);
    expect(done.summary);
    EXPECT_EQ(count("person"), people + 1);
    auto rejects = content(done.rejects_path);
    EXPECT_NE(rejects.find("VanID,FirstName,LastName,Email,CellPhone,line,column,reason"), std::string::npos);
    EXPECT_NE(rejects.find("104,Max,Stone,not an address,,6,Email,"), std::string::npos);
    // Mended, the file of rejects is taken with the same columns.
    auto mended = replace_all(rejects, "not an address", "max@example.org");
    auto again = start(file(mended, "mended.csv"));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(after(*again, begin_run).summary.created, 1);
}

TEST_P(ImportsTest, MatchesByNumberThenEmailThenPhoneAndFamilyName) {
    import(
        "id,first name,last name,email,phone\r\n"
        "1,Ana,Rivera,ana@example.org,402-555-0123\r\n"
        "2,Bo,Chen,bo@example.org,402-555-0124\r\n");
    auto done = import(
        "id,first name,last name,email,phone,city\r\n"
        "1,Ana,Rivera-Cruz,other@example.org,,Omaha\r\n"
        ",Bo,Chen,bo@example.org,,Lincoln\r\n");
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(done.summary.updated, 2);
    EXPECT_EQ(done.summary.created + done.summary.rejected, 0);
    auto by_phone = import(
        "id,first name,last name,email,phone,city\r\n"
        ",Ana,Rivera-Cruz,,402-555-0123,Lincoln\r\n");
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(by_phone.summary.updated, 1);
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE kind = 'email' ORDER BY value DESC"),
              "ana@example.org");
}

TEST_P(ImportsTest, DoesNotMergeAHousehold) {
    auto done = import(
        "first name,last name,email,phone\r\n"
        "Ana,Rivera,home@example.org,402-555-0123\r\n"
        "Luis,Rivera,,402-555-0123\r\n"    // shares the phone
        "Kim,Stone,home@example.org,\r\n"  // shares the e-mail
        "A.,Rivera,,402-555-0123\r\n");    // an initial: Ana again
    EXPECT_EQ(done.summary.created, 3);
    EXPECT_EQ(done.summary.repeated, 1);
}

TEST_P(ImportsTest, RejectsWhatItCannotTellApart) {
    import(
        "id,first name,last name,email\r\n"
        "1,Ana,Rivera,ana@example.org\r\n"
        "2,Ana,Rivera,ana@example.org\r\n");
    ASSERT_EQ(count("person"), 2);
    auto done =
        import("first name,last name,email,birth date,middle name\r\nAna,Rivera,ana@example.org,,\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::matches_several);
    import("first name,last name,email,birth date\r\nEva,Lund,eva@example.org,2/3/1980\r\n");
    done = import("first name,last name,email,birth date\r\nEva,Lund,eva@example.org,2/4/1980\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::maybe_another);
}

TEST_P(ImportsTest, DoesNotSeeOtherWorkspaces) {
    import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    change.workspace = Id<Workspace>{99};
    auto done = import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(count("person"), 2);
}

TEST_P(ImportsTest, IsUndoneAsAWhole) {
    import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    auto done = import(
        "first name,last name,email,phone,employer,worksite,Badge\r\n"
        "Ana,Rivera,ana@example.org,402-555-0123,Harbor Foods,North dock,7\r\n"
        "Bo,Chen,bo@example.org,,Harbor Foods,North dock,8\r\n");
    EXPECT_EQ(done.summary.updated, 1);
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(done.summary.worksites_created, 1);
    EXPECT_EQ(count("worksite"), 1);
    EXPECT_EQ(count("employment"), 2);
    auto undone = after(done, begin_undo);
    EXPECT_EQ(undone.state, ImportState::undone);
    EXPECT_EQ(undone.left_count, 0);
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(count("contact_point"), 1);
    EXPECT_EQ(count("worksite"), 0);
    EXPECT_EQ(count("employer"), 0);
    EXPECT_EQ(count("employment"), 0);
    // It is not undone twice, nor run again.
    EXPECT_FALSE((*database)->write(change, [&](Transaction& tx) { return begin_undo(tx, undone); }));
    EXPECT_FALSE((*database)->write(change, [&](Transaction& tx) { return begin_run(tx, undone); }));
}

TEST_P(ImportsTest, AnUndoLeavesWhatSomebodyChangedSince) {
    auto done =
        import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\nBo,Chen,bo@example.org\r\n");
    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) -> Result<void> {
        auto ana = *tx.row<Person>("SELECT " + columns<Person>() + " FROM person WHERE given_name = 'Ana'");
        ana.note = "Met at the gate.";
        return tx.update(ana);
    }));
    auto undone = after(done, begin_undo);
    EXPECT_GT(undone.left_count, 0);
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(text("SELECT given_name FROM person"), "Ana");
}

TEST_P(ImportsTest, KeepsConsentOnlyAsItWasSaid) {
    auto done = import(
        "first name,last name,email,email consent,sms consent,consent introduction\r\n"
        "Ana,Rivera,ana@example.org,yes,No,sí\r\n"
        "Bo,Chen,bo@example.org,,,\r\n"
        "Cy,Dunn,cy@example.org,perhaps,,\r\n");
    EXPECT_EQ(done.summary.created, 2);
    ASSERT_EQ(done.rejects.size(), 1U);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::consent_invalid);
    EXPECT_EQ(count("consent"), 3);
    EXPECT_EQ(text("SELECT source FROM consent WHERE kind = 'text' AND granted = 0"), "import");
}

TEST_P(ImportsTest, LinksALocalOnlyWhenItIsSure) {
    import(
        "name,union,number,city,state\r\n"
        "IBT Local 810,IBT,810,New York,NY\r\n"
        "IBT Local 25,IBT,25,Boston,MA\r\n",
        ImportKind::organizations);
    auto done = import(
        "first name,last name,email,union,local\r\n"
        "Ana,Rivera,ana@example.org,Teamsters,810\r\n"
        "Bo,Chen,bo@example.org,IBT Local 25,\r\n"
        "Cy,Dunn,cy@example.org,Teamsters,\r\n"
        "Di,Eng,di@example.org,none,\r\n");
    EXPECT_EQ(done.summary.created, 4);
    EXPECT_EQ(done.summary.placed, 2);
    EXPECT_EQ(count("membership"), 2);
    EXPECT_GE(done.summary.unplaced, 1);
}

TEST_P(ImportsTest, KeepsChosenColumnsAsFieldsOfTheWorkspace) {
    auto started = start(file("Name,Badge,Favorite\r\n\"Rivera, Ana\",7,tea\r\nBo Chen,8,\r\n"),
                         ImportKind::people, {"custom:Badge number=Badge"});
    ASSERT_TRUE(started) << started.error().message;
    auto done = after(*started, begin_run);
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(count("custom_field"), 1);
    EXPECT_EQ(count("custom_value"), 2);
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name = 'Ana'"), "Rivera");
}

TEST_P(ImportsTest, RemembersAMappingByItsHeader) {
    auto path = file("Given,Sur,Contact\r\nAna,Rivera,ana@example.org\r\n");
    auto started = *start(path);
    auto mapping = started.mapping;
    mapping.columns[1].field = ImportField::family_name;
    auto kept =
        (*database)->write(change, [&](Transaction& tx) { return set_mapping(tx, started, mapping); });
    ASSERT_TRUE(kept) << kept.error().message;
    EXPECT_EQ(start(path)->mapping.columns[1].field, ImportField::family_name);
    // One that makes no records is refused, with each fault named.
    for (auto& column : mapping.columns)
        column.field = ImportField::email;
    auto refused =
        (*database)->write(change, [&](Transaction& tx) { return set_mapping(tx, started, mapping); });
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
}

TEST_P(ImportsTest, ReadsTheEncodingsThatPeopleSave) {
    std::string utf16 = "\xFF\xFE";
    for (char c : std::string("first name\tlast name\temail\r\nJos\xE9\tPe\xF1"
                              "a\tjose@example.org\r\n")) {
        utf16.push_back(c);
        utf16.push_back('\0');
    }
    EXPECT_EQ(import(utf16).summary.created, 1);
    EXPECT_EQ(text("SELECT given_first FROM person"), "jose pena");
    auto done = import(
        "first name;last name;email\r\nBego\xF1"
        "a;Mu\xF1oz;b@example.org\r\n");
    EXPECT_EQ(done.encoding, "Windows-1252");
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name LIKE 'Bego%'"), "Muñoz");
    done = import(
        "\xEF\xBB\xBF"
        "Nombre,Apellidos,Correo electrónico,Teléfono\nLucía,Vega,lu@example.org,\n");
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name = 'Lucía'"), "Vega");
}

TEST_P(ImportsTest, RefusesFilesThatAreNoLists) {
    EXPECT_EQ(start(file("PK\x03\x04 zip")).error().kind, ErrorKind::unsupported);
    EXPECT_FALSE(start(file("")));
    EXPECT_FALSE(start(file("first name,last name\r\n")));
    EXPECT_FALSE(start(file("Ana,Rivera,ana@example.org\r\n")));  // no header
    EXPECT_EQ(start((m_folder / "absent.csv").string()).error().kind, ErrorKind::not_found);
    EXPECT_EQ(start(m_folder.string()).error().kind, ErrorKind::unsupported);
    EXPECT_FALSE(start(file("{\"a\": 1}", "x.json"), ImportKind::organizations));
    EXPECT_EQ(count("import"), 0);
}

TEST_P(ImportsTest, RejectsBrokenRowsOneByOne) {
    std::string broken = "first name,last name,,Email,Email\r\n";
    broken += "Ana,Rivera,x,ana@example.org,\r\n";
    broken += std::string("Bo\0b,Chen,x,bo@example.org,\r\n", 29);
    broken += "Cy,\"Dunn,x,cy@example.org,\r\n";
    broken += "Di,Eng,x,di@example.org,di2@example.org,more,cells\r\n";
    broken += "Ed\r\n";  // fewer cells: they are empty
    broken += "Fay,Gil,x,fay@example.org,\r\n";
    auto done = import(broken);
    EXPECT_EQ(done.summary.rows, 6);
    EXPECT_EQ(done.summary.created, 3);
    ASSERT_EQ(done.rejects.size(), 3U);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::nul_byte);
    EXPECT_EQ(done.rejects[1].reason, RejectReason::open_quote);
    EXPECT_EQ(done.rejects[2].reason, RejectReason::too_many_cells);
    EXPECT_EQ(done.mapping.columns[2].column, "Column 3");
    EXPECT_EQ(done.mapping.columns[4].column, "Email (2)");
}

TEST_P(ImportsTest, NeutralizesFormulasInTheFileOfRejectsAndReadsThemBack) {
    auto done = import("first name,last name,phone,note\r\nAna,Rivera,+1 (402) 555-01,=cmd()\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    auto rejects = content(done.rejects_path);
    EXPECT_NE(rejects.find("'=cmd()"), std::string::npos);
    auto mended = start(file(replace_all(rejects, "555-01", "555-0123"), "mended.csv"));
    EXPECT_EQ(after(*mended, begin_run).summary.created, 1);
    EXPECT_EQ(text("SELECT note FROM person"), "=cmd()");
}

TEST_P(ImportsTest, TakesRegistersOfOrganizationsWithoutDoublingThem) {
    auto official = import(
        "local_number,local_name,city,state,zip,website,divisions,latitude,longitude,scraped_at\r\n"
        "2,Teamsters LU No 2,Butte,MT,59702,https://example.org,Freight,45.9,-112.6,x\r\n",
        ImportKind::organizations);
    EXPECT_EQ(official.mapping.preset, "teamsters_official");
    auto register_file = import(
        "f_num,union_name,local_number,desig_name,city,state,members,yr_covered\r\n"
        "5522,TEAMSTERS,2,LU,MATAWAN,NJ,248,2024\r\n"
        "1364,TEAMSTERS,2,LU,BUTTE,MT,3073,2024\r\n",
        ImportKind::organizations);
    EXPECT_EQ(register_file.summary.created, 1);
    EXPECT_EQ(register_file.summary.updated, 1);
    EXPECT_EQ(text("SELECT name FROM organization WHERE state = 'MT'"), "Teamsters LU No 2");
    EXPECT_EQ(text("SELECT name FROM organization WHERE state = 'NJ'"), "IBT Local 2");
    auto lookup =
        import("{\"IBT|2\": [1364, 5522], \"IBT|7\": [19535], \"UAW|7\": [77]}", ImportKind::organizations);
    EXPECT_EQ(lookup.mapping.preset, "fnum_lookup");
    EXPECT_EQ(lookup.summary.created, 2);
    EXPECT_EQ(lookup.summary.unchanged, 2);
    // Each union stands above its locals, once.
    EXPECT_EQ(text("SELECT count(*) FROM organization WHERE kind = 'union'"), "2");
}

TEST_P(ImportsTest, MakesEmployersAndWorksites) {
    import("name,union,number,city,state\r\nUFCW Local 371,UFCW,371,Westport,CT\r\n",
           ImportKind::organizations);
    constexpr auto elections =
        "Case Number,Case Name,Unit City,Unit State,Unit ID,Num Eligible Voters,Labor Organization 1 Name\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,A,32,\"United Food and Commercial Workers, Local 371\"\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,B,12,Some Workers Union\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,A,33,\"United Food and Commercial Workers, Local "
        "371\"\r\n";
    auto done = import(elections, ImportKind::worksites);
    EXPECT_EQ(done.mapping.preset, "nlrb");
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(done.summary.repeated, 1);
    EXPECT_EQ(count("employer"), 1);
    EXPECT_EQ(text("SELECT eligible FROM worksite WHERE organization_id IS NOT NULL"), "33");
    EXPECT_EQ(import(elections, ImportKind::worksites).summary.created, 0);
}

TEST_P(ImportsTest, IsCancelledBetweenChunksAndCanBeUndone) {
    std::string list = "first name,last name,email\r\n";
    for (int at = 0; at < 24000; ++at)
        list += "Ana,Rivera" + std::to_string(at) + ",a" + std::to_string(at) + "@example.org\r\n";
    auto started = *start(file(list));
    auto begun = *(*database)->write(change, [&](Transaction& tx) { return begin_run(tx, started); });
    // Asked to stop as soon as the first chunk is there.
    std::atomic<bool> asked{false};
    std::thread canceller([&] {
        for (int wait = 0; wait < 2000 && !asked; ++wait) {
            if (find(begun.id).summary.rows == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                continue;
            }
            asked = true;
            (void)(*database)->write(change,
                                     [&](Transaction& tx) { return cancel_import(tx, find(begun.id)); });
        }
    });
    JobRunner runner(**database);
    add_import_jobs(runner);
    runner.run_one();
    canceller.join();
    auto stopped = find(begun.id);
    ASSERT_TRUE(asked);
    if (stopped.state == ImportState::cancelled) {
        EXPECT_LT(stopped.summary.rows, 24000);
        EXPECT_EQ(count("person"), stopped.summary.created);
    }
    EXPECT_EQ(after(stopped, begin_undo).state, ImportState::undone);
    EXPECT_EQ(count("person"), 0);
}

TEST(ImportAfterKill, GoesOnWithoutLosingOrDoublingARow) {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("wallchart_kill_" + std::to_string(new_id_value()));
    std::filesystem::create_directories(folder);
    auto path = (folder / "list.csv").string();
    constexpr int rows = 30'000;
    {
        std::ofstream list(path);
        list << "first name,last name,email,phone\r\n";
        for (int at = 0; at < rows; ++at) {
            bool broken = at % 1000 == 7;
            list << "Ana,Rivera" << at << (broken ? ",broken" : ",a") << at << (broken ? "" : "@example.org")
                 << ",\r\n";
        }
    }
    SystemClock clock;
    Change change{Id<Workspace>{7}, {}, "import", "A test"};
    Id<Import> id;
    {
        auto database = *Database::open(folder / "data", clock, 2);
        auto begun = database->write(change, [&](Transaction& tx) -> Result<Import> {
            NewImport wanted;
            wanted.file_name = "list.csv";
            wanted.file_path = path;
            wanted.rejects_path = path + ".rejects.csv";
            return begin_run(tx, TRY(start_import(tx, wanted)));
        });
        ASSERT_TRUE(begun) << begun.error().message;
        id = begun->id;
    }
    int kills = 0;
    for (int attempt = 0; attempt < 12; ++attempt) {
        auto child = fork();
        if (child == 0) {
            auto database = Database::open(folder / "data", clock, 2);
            if (!database) _exit(3);
            JobRunner runner(**database);
            add_import_jobs(runner);
            runner.free_cut_off();
            runner.run_one();
            _exit(0);
        }
        ASSERT_GT(child, 0);
        usleep(static_cast<useconds_t>(30'000 + 40'000 * attempt));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) ++kills;
    }
    EXPECT_GT(kills, 0);
    auto database = *Database::open(folder / "data", clock, 2);
    JobRunner runner(*database);
    add_import_jobs(runner);
    runner.free_cut_off();
    while (runner.run_one()) {
    }
    auto import = *database->read([&](Reader& reader) { return find_import(reader, change.workspace, id); });
    EXPECT_EQ(import.state, ImportState::done);
    EXPECT_EQ(import.summary.rows, rows);
    EXPECT_EQ(import.summary.created, rows - rows / 1000);
    database->read([&](Reader& reader) {
        EXPECT_EQ(reader.value<std::int64_t>("SELECT count(*) FROM person"), rows - rows / 1000);
        EXPECT_EQ(reader.value<std::int64_t>("SELECT count(DISTINCT value) FROM contact_point"),
                  rows - rows / 1000);
        EXPECT_EQ(reader.value<std::int64_t>("SELECT count(*) FROM journal WHERE table_name = 'person'"),
                  rows - rows / 1000);
    });
    std::stringstream rejects;
    rejects << std::ifstream(import.rejects_path).rdbuf();
    auto text = rejects.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), rows / 1000 + 1);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace wallchart
