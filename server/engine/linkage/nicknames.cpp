#include "engine/linkage/nicknames.h"

#include "core/text.h"

#include <unordered_map>

namespace wallchart::linkage {
namespace {

/// The full name, then what people call themselves by it. Variants of spelling stand here only where their
/// sounds or letters differ much.
constexpr std::string_view table = R"(
aaron: ron ronnie
abigail: abby abbie gail
abraham: abe bram
adalberto: beto berto
adelaide: addie heidi della
adriana: adri
agnes: aggie nessie inez ines
agustin: tino
albert: al bert bertie albie
alberto: beto berto al
alejandra: ale sandra alex jandra
alejandro: ale alex jandro alec
alexander: al alex alec sandy xander sasha lex alexandre
alexandra: alex sandra sandy lexi sasha alexa alix
alfonso: poncho fonso alonso al
alfred: al fred alf freddie
alfredo: fredo freddy al
alice: allie ali alicia
alicia: licha ali
alison: ali allie
amanda: mandy manda
amelia: amy millie mia
anastasia: ana stacy stasia tasia
andrea: andi drea andie
andres: andy
andrew: andy drew
angela: angie ange
angelica: angie
anita: ana ann
ann: annie nan nancy anna anne
anna: annie ann anya ana
anthony: tony ant
antonia: toni tonya tona
antonio: tony tono toni
archibald: archie
armando: mando
arnold: arnie
arthur: art artie
arturo: turo art arthur
augustus: gus
barbara: barb barbie babs bobbie
bartholomew: bart
beatrice: bea trixie bee
beatriz: bety betty bea
benedict: ben
benito: ben beni
benjamin: ben benny benji benjy benja
bernadette: bernie
bernard: bernie barney
bernardo: nardo bernie
bertha: bertie
bradley: brad
brandon: brand
brenda: bren
bridget: biddy bridie
calvin: cal
cameron: cam
candace: candy dace
carlos: carlitos charlie charles
carmen: carmela carmelita
carol: carrie caroline
caroline: carrie carol lynn caro
cassandra: cassie sandra
catalina: cata cathy
catherine: cathy kate katie kathy cat kit kitty kay cate katherine catharine
cecilia: ceci celia cissy
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
concepcion: concha conchita
constance: connie
consuelo: chelo connie
cornelius: neil corny
crystal: chris
curtis: curt
cynthia: cindy cyn
daniel: dan danny dani
daniela: dani
david: dave davey davy
deborah: deb debbie debby debra
delores: dee lola
dennis: denny
diana: di
dolores: lola lolita
dominic: dom nick domingo
donald: don donny donnie
donna: dona
dorothy: dot dottie dolly dora
douglas: doug
duncan: dunc
edgar: ed eddie
edith: edie
edmund: ed eddie ned ted
eduardo: lalo eddie edu ed edward
edward: ed eddie ted teddy ned eddy
edwin: ed eddie
eileen: lena
eleanor: ellie nell nora ella nellie lenore
elena: nena lena helen
elijah: eli lige
elizabeth: liz beth lizzie betty eliza bess betsy lisa libby elsie elise bette lizbeth elisabeth isabel
ellen: nell ellie
emily: em emmy millie
emiliano: emi milo
emma: em emmy
enrique: quique kike henry rick
ernest: ernie
ernesto: neto ernie
esteban: steve teban
esther: essie hester
eugene: gene
eugenia: gena genie
evelyn: evie eve
ezekiel: zeke
ezequiel: cheque
faustino: tino
felipe: phil pipe
fernando: fer nando ferdie
florence: flo flossie
frances: fran fanny frankie francie
francesca: fran
francis: frank fran
francisca: paca pancha
francisco: paco pancho kiko cisco frank francis
frank: frankie
franklin: frank
frederick: fred freddie rick fritz freddy
gabriel: gabe gabi
gabriela: gabi gaby
gabrielle: gabby
geoffrey: geoff jeff
george: geordie
gerald: gerry jerry
geraldine: gerry
gerardo: jerry lalo
gertrude: gertie trudy
gilbert: gil bert
gilberto: beto gil
giovanni: gio john
gloria: glo
graciela: chela grace
grace: gracie
gregory: greg gregg
gregorio: goyo greg
gretchen: greta
guadalupe: lupe lupita
guillermo: memo willy william
gustavo: gus tavo
harold: hal harry
harriet: hattie
harry: hal
heather: heath
hector: tito
helen: nell ellen lena
henry: hank harry hal
herbert: herb bert
heriberto: beto
hernan: nan
horacio: lacho
howard: howie
hubert: hugh bert
humberto: beto
ignacio: nacho iggy
isaac: ike zac
isabel: chavela isa bella isabela
isabella: bella izzy isa belle
isidro: chilo
ismael: mayo
jacob: jake jay
jacqueline: jackie jacqui
jaime: jimmy james
james: jim jimmy jamie jem
jane: janie jenny
janet: jan
janice: jan
jason: jay
javier: javi
jean: jeannie
jedidiah: jed
jeffrey: jeff
jennifer: jen jenny jenna jenn
jeremiah: jerry jeremy
jeremy: jerry
jerome: jerry
jesse: jess
jessica: jess jessie
jesus: chuy chucho
joan: joanie jo
joann: jo
joanna: jo anna
joaquin: quino
john: jack johnny jon jock ian
jonathan: jon jonny nathan john
jorge: coque george
jose: pepe chepe joe joseph
josefina: josie fina pepa chepina josephine
joseph: joe joey jos
josephine: jo josie
joshua: josh
juan: juancho juanito john
juana: juanita
judith: judy jude
julia: julie jules
julian: jules
julio: julius
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
leonardo: leo nardo
leopold: leo
leroy: roy lee
leslie: les
leticia: lety letty
lillian: lil lilly lily
linda: lindy lin
lisa: lise
lorenzo: larry lencho
louis: lou louie
louise: lou lulu
lourdes: lulu
lucas: luke luc
lucia: lucy
lucille: lucy lu
lucy: lu lucinda
luis: lucho louis wicho lou
luisa: lucha
madeline: maddie maddy lena
magdalena: magda lena
manuel: manny manolo meme manu
manuela: manolita
marcus: marc mark
margaret: maggie peggy meg marge margie greta peg rita daisy madge margot
margarita: mago rita maggie
maria: mary mari marie mia
maria elena: malena
maria fernanda: mafer
maria isabel: maribel marisa
maria jose: majo
maria luisa: marilu
maria teresa: maite
mariana: nana mari
maricela: mari
marisol: mari sol
marjorie: marge margie
mark: marc
martha: marty mattie
martin: marty
mary: molly polly mae mamie may minnie
matilda: tilly mattie
matthew: matt matty
mateo: teo matt
maureen: mo
maximilian: max
maximiliano: max maxi
maxwell: max
megan: meg
melanie: mel
melinda: mindy mel linda
melissa: mel missy lissa
melvin: mel
mercedes: meche merche
michael: mike mick mickey micky mikey mitch misha
michelle: shelly mich chelle
miguel: mike migue michael
mildred: millie
miriam: mimi
mitchell: mitch
mohammed: mo mohamed muhammad mohammad mohamad
monica: moni
montgomery: monty
morris: moe
nancy: nan
natalia: nati
natalie: nat talia
nathan: nate nat
nathaniel: nate nat nathan nathanial
nicholas: nick nicky nico klaus
nicolas: nico nick
nicole: nikki nicky
norberto: beto
norman: norm
octavio: tavo
oliver: ollie
olivia: liv ollie livvy
oscar: ozzie
pamela: pam
patricia: pat patty trish tricia patsy paty trisha
patrick: pat paddy rick patricio
paul: paulie
paula: polly
pedro: perico pete peter
penelope: penny
peter: pete
philip: phil pip
phillip: phil pip
phyllis: phyl
priscilla: prissy cilla
rachel: rae
rafael: rafa ralph
ramiro: miro
ramon: moncho ray
randall: randy
randolph: randy
raul: ralph rulo
raymond: ray
rebecca: becky becca beck reba
refugio: cuca cuco
regina: gina reggie
reginald: reggie reg
reynaldo: rey ray
ricardo: rick ricky richard rica
richard: rick dick rich richie ricky
robert: bob rob bobby robbie bert robin
roberta: bobbie robbie
roberto: beto rob bob robert
rodney: rod
rodolfo: rudy fito
rodrigo: rod rodri
roger: rog
rogelio: roger
roland: rollie
rolando: rolo
ronald: ron ronnie
rosa: rosie rosita chayo rose
rosalia: rosa
rosario: chayo
rose: rosie
rosemary: rose rosie
roxanne: roxie
ruben: benny
rudolph: rudy
russell: russ rusty
ruth: ruthie
salvador: chava sal
samantha: sam sammy
samuel: sam sammy
sandra: sandy
santiago: santi chago diego
sara: sally sadie
sarah: sally sadie
sebastian: seb bas sebas
sergio: checo
seymour: sy
sharon: shari
shirley: shirl
sidney: sid
silvia: chiva
socorro: coco
sofia: sofi
solomon: sol
sophia: sophie
spencer: spence
stanley: stan
stephanie: steph stevie steffi
stephen: steve stevie steph
steven: steve stevie
stuart: stu
susan: sue susie suzy sukie
susana: susy
susanna: sue susie
suzanne: sue suzy
sylvester: sly
tabitha: tabby
tamara: tammy
teresa: tere teresita terry tess theresa
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
tomas: tom
valentina: vale tina
valerie: val
vanessa: nessa
veronica: vero ronnie
vicente: chente vince
victor: vic
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
xavier: javi zavier
yolanda: yoli
zachary: zach zack zac
)";

using Table = std::unordered_map<std::string_view, std::vector<std::string_view>>;

const Table& names() {
    static const Table read = [] {
        Table all;
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

}  // namespace

const std::vector<std::string_view>& full_names_of(std::string_view name) {
    static const std::vector<std::string_view> none;
    auto found = names().find(name);
    return found == names().end() ? none : found->second;
}

}  // namespace wallchart::linkage
