import { defineMessages, plural } from "../../i18n";

export const messages = defineMessages({
  en: {
    title: "History",
    status: "Every change of this workspace, newest first. What nobody has changed since can be put back.",
    when: "When",
    who: "Who",
    what: "What",
    size: "Records",
    state: "State",
    states: { done: "", undone: "undone", partly_undone: "partly undone" },
    system: "the public, or the system",
    undo: "Undo",
    done: (back: number, left: number) =>
      `${plural(back, "record put back", "records put back", "en")}${left ? `; ${plural(left, "was", "were", "en")} changed since and left` : ""}`,
    none: "Nothing was changed yet",
    noneText: "Whatever anybody adds, changes or imports will be listed here.",
  },
  es: {
    title: "Historial",
    status:
      "Todos los cambios de este espacio, primero los más recientes. Lo que nadie cambió después se puede deshacer.",
    when: "Cuándo",
    who: "Quién",
    what: "Qué",
    size: "Registros",
    state: "Estado",
    states: { done: "", undone: "deshecho", partly_undone: "deshecho en parte" },
    system: "el público o el sistema",
    undo: "Deshacer",
    done: (back: number, left: number) =>
      `${plural(back, "registro devuelto", "registros devueltos", "es")}${left ? `; ${plural(left, "cambió", "cambiaron", "es")} después y quedó igual` : ""}`,
    none: "Todavía no se cambió nada",
    noneText: "Todo lo que alguien añada, cambie o importe aparecerá aquí.",
  },
});
