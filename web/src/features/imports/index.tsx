import type { Feature } from "../../app/feature";

export const imports: Feature = {
  routes: [
    { path: "imports", lazy: async () => ({ Component: (await import("./imports_page")).ImportsPage }) },
    { path: "imports/:id", lazy: async () => ({ Component: (await import("./import_page")).ImportPage }) },
  ],
  navigation: [
    {
      group: "keep",
      order: 10,
      to: "/imports",
      label: { en: "Imports", es: "Importaciones" },
      needs: "organize",
    },
  ],
};
