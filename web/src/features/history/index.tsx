import type { Feature } from "../../app/feature";

export const history: Feature = {
  routes: [
    { path: "history", lazy: async () => ({ Component: (await import("./history_page")).HistoryPage }) },
  ],
  navigation: [
    {
      group: "keep",
      order: 30,
      to: "/history",
      label: { en: "History", es: "Historial" },
      needs: "organize",
    },
  ],
};
