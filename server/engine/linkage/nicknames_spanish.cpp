#include "engine/linkage/nicknames.h"

namespace wallchart::linkage {

std::string_view spanish_nicknames() {
    return R"(
adalberto: beto berto
adriana: adri
agustin: tino
alberto: beto berto al
alejandra: ale sandra alex jandra
alejandro: ale alex jandro alec
alfonso: poncho fonso alonso al
alfredo: fredo freddy al
alicia: licha ali
andres: andy
angelica: angie
antonia: toni tonya tona
antonio: tony tono toni
armando: mando
arturo: turo art arthur
beatriz: bety betty bea
benito: ben beni
bernardo: nardo bernie
carlos: carlitos charlie charles
carmen: carmela carmelita
catalina: cata cathy
cecilia: ceci celia cissy
concepcion: concha conchita
consuelo: chelo connie
daniela: dani
dolores: lola lolita
eduardo: lalo eddie edu ed edward
elena: nena lena helen
emiliano: emi milo
enrique: quique kike henry rick
ernesto: neto ernie
esteban: steve teban
eugenia: gena genie
ezequiel: cheque
faustino: tino
felipe: phil pipe
fernando: fer nando ferdie
francesca: fran
francisca: paca pancha
francisco: paco pancho kiko cisco frank francis
gabriela: gabi gaby
gerardo: jerry lalo
gilberto: beto gil
giovanni: gio john
gregorio: goyo greg
guadalupe: lupe lupita
guillermo: memo willy william
gustavo: gus tavo
heriberto: beto
hernan: nan
horacio: lacho
humberto: beto
ignacio: nacho iggy
isabel: chavela isa bella isabela
isidro: chilo
ismael: mayo
jaime: jimmy james
javier: javi
jesus: chuy chucho
joaquin: quino
jorge: coque george
jose: pepe chepe joe joseph
josefina: josie fina pepa chepina josephine
juan: juancho juanito john
juana: juanita
julio: julius
leonardo: leo nardo
lorenzo: larry lencho
lourdes: lulu
lucia: lucy
luis: lucho louis wicho lou
luisa: lucha
magdalena: magda lena
manuel: manny manolo meme manu
manuela: manolita
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
mateo: teo matt
maximiliano: max maxi
mercedes: meche merche
miguel: mike migue michael
monica: moni
natalia: nati
nicolas: nico nick
norberto: beto
octavio: tavo
pedro: perico pete peter
rafael: rafa ralph
ramiro: miro
ramon: moncho ray
raul: ralph rulo
refugio: cuca cuco
reynaldo: rey ray
ricardo: rick ricky richard rica
roberto: beto rob bob robert
rodolfo: rudy fito
rodrigo: rod rodri
rogelio: roger
rolando: rolo
rosa: rosie rosita chayo rose
rosalia: rosa
rosario: chayo
ruben: benny
salvador: chava sal
santiago: santi chago diego
sebastian: seb bas sebas
sergio: checo
silvia: chiva
socorro: coco
sofia: sofi
susana: susy
teresa: tere teresita terry tess theresa
tomas: tom
valentina: vale tina
veronica: vero ronnie
vicente: chente vince
victor: vic
xavier: javi zavier
yolanda: yoli
)";
}

}  // namespace wallchart::linkage
