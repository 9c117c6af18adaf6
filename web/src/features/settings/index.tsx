import type { Feature } from "../../app/feature";

export const settings: Feature = {
  routes: [
    { path: "settings", lazy: async () => ({ Component: (await import("./settings_page")).SettingsPage }) },
  ],
  navigation: [{ group: "keep", order: 90, to: "/settings", label: { en: "Settings", es: "Ajustes" } }],
};
