#include "engine/linkage/nicknames.h"

#include "core/text.h"

#include <algorithm>
#include <unordered_map>

namespace wallchart::linkage {
namespace {

/// English names. The full name, then what people call themselves by it. Variants of spelling stand here only
/// where their sounds or letters differ much.
constexpr std::string_view english = R"(
aaron: ron ronnie
abigail: abby abbie gail
abraham: abe bram
adelaide: addie heidi della
agnes: aggie nessie inez ines
albert: al bert bertie albie
alexander: al alex alec sandy xander sasha lex alexandre
alexandra: alex sandra sandy lexi sasha alexa alix
alfred: al fred alf freddie
alice: allie ali alicia
alison: ali allie
amanda: mandy manda
amelia: amy millie mia
anastasia: ana stacy stasia tasia
andrea: andi drea andie
andrew: andy drew
angela: angie ange
anita: ana ann
ann: annie nan nancy anna anne
anna: annie ann anya ana
anthony: tony ant
archibald: archie
arnold: arnie
arthur: art artie
augustus: gus
barbara: barb barbie babs bobbie
bartholomew: bart
beatrice: bea trixie bee
benedict: ben
benjamin: ben benny benji benjy benja
bernadette: bernie
bernard: bernie barney
bertha: bertie
bradley: brad
brandon: brand
brenda: bren
bridget: biddy bridie
calvin: cal
cameron: cam
candace: candy dace
carol: carrie caroline
caroline: carrie carol lynn caro
cassandra: cassie sandra
catherine: cathy kate katie kathy cat kit kitty kay cate katherine catharine
charles: charlie chuck chas chaz chip
charlotte: lottie charlie char
cheryl: sherry cher
christian: chris
christina: chris tina chrissy christy kristina
christine: chris tina chrissy christy
christopher: chris kit topher kris cristobal
clarence: clare
clifford: cliff
clinton: clint
constance: connie
cornelius: neil corny
crystal: chris
curtis: curt
cynthia: cindy cyn
daniel: dan danny dani
david: dave davey davy
deborah: deb debbie debby debra
delores: dee lola
dennis: denny
diana: di
dominic: dom nick domingo
donald: don donny donnie
donna: dona
dorothy: dot dottie dolly dora
douglas: doug
duncan: dunc
edgar: ed eddie
edith: edie
edmund: ed eddie ned ted
edward: ed eddie ted teddy ned eddy
edwin: ed eddie
eileen: lena
eleanor: ellie nell nora ella nellie lenore
elijah: eli lige
elizabeth: liz beth lizzie betty eliza bess betsy lisa libby elsie elise bette lizbeth elisabeth isabel
ellen: nell ellie
emily: em emmy millie
emma: em emmy
ernest: ernie
esther: essie hester
eugene: gene
evelyn: evie eve
ezekiel: zeke
florence: flo flossie
frances: fran fanny frankie francie
francis: frank fran
frank: frankie
franklin: frank
frederick: fred freddie rick fritz freddy
gabriel: gabe gabi
gabrielle: gabby
geoffrey: geoff jeff
george: geordie
gerald: gerry jerry
geraldine: gerry
gertrude: gertie trudy
gilbert: gil bert
gloria: glo
graciela: chela grace
grace: gracie
gregory: greg gregg
gretchen: greta
harold: hal harry
harriet: hattie
harry: hal
heather: heath
hector: tito
helen: nell ellen lena
henry: hank harry hal
herbert: herb bert
howard: howie
hubert: hugh bert
isaac: ike zac
isabella: bella izzy isa belle
jacob: jake jay
jacqueline: jackie jacqui
james: jim jimmy jamie jem
jane: janie jenny
janet: jan
janice: jan
jason: jay
jean: jeannie
jedidiah: jed
jeffrey: jeff
jennifer: jen jenny jenna jenn
jeremiah: jerry jeremy
jeremy: jerry
jerome: jerry
jesse: jess
jessica: jess jessie
joan: joanie jo
joann: jo
joanna: jo anna
john: jack johnny jon jock ian
jonathan: jon jonny nathan john
joseph: joe joey jos
josephine: jo josie
joshua: josh
judith: judy jude
julia: julie jules
julian: jules
justin: jus
karen: kari
katherine: kate kathy katie kay kat kathryn kit katy
kathleen: kathy katie kath
kenneth: ken kenny
kevin: kev
kimberly: kim kimmy
kristen: kris krissy
kristin: kris krissy
lawrence: larry laurie lars
leah: lee
leonard: len lenny leo
leopold: leo
leroy: roy lee
leslie: les
leticia: lety letty
lillian: lil lilly lily
linda: lindy lin
lisa: lise
louis: lou louie
louise: lou lulu
lucas: luke luc
lucille: lucy lu
lucy: lu lucinda
madeline: maddie maddy lena
marcus: marc mark
margaret: maggie peggy meg marge margie greta peg rita daisy madge margot
marjorie: marge margie
mark: marc
martha: marty mattie
martin: marty
mary: molly polly mae mamie may minnie
matilda: tilly mattie
matthew: matt matty
maureen: mo
maximilian: max
maxwell: max
megan: meg
melanie: mel
melinda: mindy mel linda
melissa: mel missy lissa
melvin: mel
michael: mike mick mickey micky mikey mitch misha
michelle: shelly mich chelle
mildred: millie
miriam: mimi
mitchell: mitch
mohammed: mo mohamed muhammad mohammad mohamad
montgomery: monty
morris: moe
nancy: nan
natalie: nat talia
nathan: nate nat
nathaniel: nate nat nathan nathanial
nicholas: nick nicky nico klaus
nicole: nikki nicky
norman: norm
oliver: ollie
olivia: liv ollie livvy
oscar: ozzie
pamela: pam
patricia: pat patty trish tricia patsy paty trisha
patrick: pat paddy rick patricio
paul: paulie
paula: polly
penelope: penny
peter: pete
philip: phil pip
phillip: phil pip
phyllis: phyl
priscilla: prissy cilla
rachel: rae
randall: randy
randolph: randy
raymond: ray
rebecca: becky becca beck reba
regina: gina reggie
reginald: reggie reg
richard: rick dick rich richie ricky
robert: bob rob bobby robbie bert robin
roberta: bobbie robbie
rodney: rod
roger: rog
roland: rollie
ronald: ron ronnie
rose: rosie
rosemary: rose rosie
roxanne: roxie
rudolph: rudy
russell: russ rusty
ruth: ruthie
samantha: sam sammy
samuel: sam sammy
sandra: sandy
sara: sally sadie
sarah: sally sadie
seymour: sy
sharon: shari
shirley: shirl
sidney: sid
solomon: sol
sophia: sophie
spencer: spence
stanley: stan
stephanie: steph stevie steffi
stephen: steve stevie steph
steven: steve stevie
stuart: stu
susan: sue susie suzy sukie
susanna: sue susie
suzanne: sue suzy
sylvester: sly
tabitha: tabby
tamara: tammy
terence: terry
terrence: terry
thaddeus: thad tad
theodora: dora thea
theodore: ted teddy theo
theresa: terry tess tessa tracy
thomas: tom tommy
tiffany: tiff
timothy: tim timmy
tobias: toby
valerie: val
vanessa: nessa
victoria: vicky tori vic
vincent: vince vinny
virginia: ginny ginger vicky
vivian: viv
walter: walt wally
wendell: wen
wesley: wes
wilfred: will fred
william: bill willy will billy willie liam wil
winifred: winnie
winston: win
woodrow: woody
zachary: zach zack zac
)";

using Table = std::unordered_map<std::string_view, std::vector<std::string_view>>;

const Table& names() {
    static const Table read = [] {
        Table all;
        for (auto table : {english, spanish_nicknames()})
            for (auto line : split(table, '\n')) {
                auto colon = line.find(':');
                if (colon == std::string_view::npos) continue;
                auto full = line.substr(0, colon);
                for (auto name : split(trim(line.substr(colon + 1)), ' '))
                    if (name != full) all[name].push_back(full);
            }
        return all;
    }();
    return read;
}

/// For each full name, what people call themselves by it.
const Table& short_names() {
    static const Table read = [] {
        Table all;
        for (const auto& [name, full_names] : names())
            for (auto full : full_names)
                all[full].push_back(name);
        return all;
    }();
    return read;
}

}  // namespace

const std::vector<std::string_view>& full_names_of(std::string_view name) {
    static const std::vector<std::string_view> none;
    auto found = names().find(name);
    return found == names().end() ? none : found->second;
}

std::vector<std::string_view> other_forms_of(std::string_view name) {
    std::vector<std::string_view> full_names = full_names_of(name);
    std::vector<std::string_view> forms = full_names;
    full_names.push_back(name);
    for (auto full : full_names)
        if (auto found = short_names().find(full); found != short_names().end())
            forms.insert(forms.end(), found->second.begin(), found->second.end());
    std::ranges::sort(forms);
    auto repeated = std::ranges::unique(forms);
    forms.erase(repeated.begin(), repeated.end());
    std::erase(forms, name);
    return forms;
}

}  // namespace wallchart::linkage
