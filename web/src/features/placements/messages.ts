import { defineMessages, plural } from "../../i18n";

export const messages = defineMessages({
  en: {
    title: "Sign-ups to place",
    status: (count: number) =>
      count === 0
        ? "Everyone who wrote their union is in their local."
        : plural(count, "person waits to be placed in a local.", "people wait to be placed in a local."),
    page: "Sign-up page",
    wrote: "wrote",
    noSuggestion: "Nothing like it in the directory. Add the local there, or choose another.",
    other: "Another local",
    otherFor: (name: string) => `Another local for ${name}`,
    whatItSays: "What it says",
    otherHint: "Name, number or city",
    sure: (share: string) => `${share} likely`,
    setAside: "No local of ours",
    all: (count: number) => `Place all ${count} who wrote this`,
    placed: (count: number, label: string) =>
      plural(count, `person placed in ${label}.`, `people placed in ${label}.`),
    aside: (name: string) => `${name} is out of the queue.`,
    empty: "Nobody is waiting",
    emptyText:
      "Who signs up and writes a union that is surely known is placed at once. The rest waits here for you.",
    more: "More",
    unclear: "A union, but which local?",
    unknown: "Not in the directory",
    notUnion: "Not a union we know",
    resolved: "Now clear",
    joinTitle: "Sign-up page",
    joinStatus: "What anyone sees who opens your public address.",
    open: "The page is open for sign-ups",
    openHint: "Closed, it says so and takes nothing.",
    headlineEn: "Headline in English",
    headlineEs: "Headline in Spanish",
    textEn: "Text in English",
    textEs: "Text in Spanish",
    headlineHint: "Empty: made from your candidate or slate.",
    visit: "Open the page",
    address: "Its address",
    queue: "To place",
  },
  es: {
    title: "Inscripciones por ubicar",
    status: (count: number) =>
      count === 0
        ? "Todos los que escribieron su sindicato están en su local."
        : plural(count, "persona espera que la ubiquen.", "personas esperan que las ubiquen."),
    page: "Página de inscripción",
    wrote: "escribió",
    noSuggestion: "No hay nada parecido en el directorio. Agregue ahí el local o elija otro.",
    otherFor: (name: string) => `Otro local para ${name}`,
    whatItSays: "Lo que dice",
    other: "Otro local",
    otherHint: "Nombre, número o ciudad",
    sure: (share: string) => `${share} probable`,
    setAside: "Ningún local nuestro",
    all: (count: number) => `Ubicar a los ${count} que escribieron esto`,
    placed: (count: number, label: string) =>
      plural(count, `persona ubicada en ${label}.`, `personas ubicadas en ${label}.`),
    aside: (name: string) => `${name} salió de la lista.`,
    empty: "Nadie espera",
    emptyText:
      "Quien se inscribe y escribe un sindicato que se conoce con seguridad queda ubicado al momento. Los demás esperan aquí.",
    more: "Más",
    unclear: "Un sindicato, pero ¿qué local?",
    unknown: "No está en el directorio",
    notUnion: "No es un sindicato que conozcamos",
    resolved: "Ya está claro",
    joinTitle: "Página de inscripción",
    joinStatus: "Lo que ve cualquiera que abra su dirección pública.",
    open: "La página recibe inscripciones",
    openHint: "Cerrada, lo dice y no recibe nada.",
    headlineEn: "Título en inglés",
    headlineEs: "Título en español",
    textEn: "Texto en inglés",
    textEs: "Texto en español",
    headlineHint: "Vacío: se hace con su candidatura o planilla.",
    visit: "Abrir la página",
    address: "Su dirección",
    queue: "Por ubicar",
  },
});
