// The component library under our tokens, and the choice between light, dark and the system's.
import "@mantine/core/styles.layer.css";
import "./fonts.css";
import "./tokens.css";
import "./base.css";
import "./library.css";

import {
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  MantineProvider,
  createTheme,
  useMantineColorScheme,
} from "@mantine/core";
import type { ReactNode } from "react";

const ink: MantineColorsTuple = [
  "#f7f4ee",
  "#ece5d9",
  "#d3c9b8",
  "#b9ae9c",
  "#8e8577",
  "#756c5e",
  "#5f574b",
  "#3a3127",
  "#211c15",
  "#17140f",
];
const red: MantineColorsTuple = [
  "#f8e4e1",
  "#f0c6c1",
  "#e39a93",
  "#d56e66",
  "#c84b43",
  "#be342d",
  "#b4231f",
  "#931a17",
  "#761411",
  "#5a0e0c",
];

const theme = createTheme({
  fontFamily: "var(--body)",
  headings: { fontFamily: "var(--display)" },
  colors: { ink, red },
  primaryColor: "ink",
  primaryShade: 8,
  defaultRadius: "8px",
  cursorType: "pointer",
  respectReducedMotion: true,
});

const key = "wallchart.theme";
export type ThemeChoice = "light" | "dark" | "auto";

// Kept under the name that public/theme.js reads before the first paint.
const schemeManager: MantineColorSchemeManager = {
  get: (otherwise) => (localStorage.getItem(key) as ThemeChoice | null) ?? otherwise,
  set: (choice) => localStorage.setItem(key, choice),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => localStorage.removeItem(key),
};

export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={schemeManager}>
      {children}
    </MantineProvider>
  );
}

export function useTheme(): { theme: ThemeChoice; setTheme: (choice: ThemeChoice) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { theme: colorScheme, setTheme: setColorScheme };
}
