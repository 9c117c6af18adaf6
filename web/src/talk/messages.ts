import { defineMessages } from "../i18n";

export const messages = defineMessages({
  en: {
    title: "My day",
    other: "Español",
    signInFirst: "Sign in to see your people.",
    signIn: "Sign in",
    offline: "No connection. Try again when there is a signal.",
    retry: "Try again",
    hello: (name: string) => `Hello, ${name}`,
    fullApp: "Open the full app",
  },
  es: {
    title: "Mi día",
    other: "English",
    signInFirst: "Inicie sesión para ver a su gente.",
    signIn: "Iniciar sesión",
    offline: "Sin conexión. Intente de nuevo cuando haya señal.",
    retry: "Intentar de nuevo",
    hello: (name: string) => `Hola, ${name}`,
    fullApp: "Abrir la aplicación completa",
  },
});
