// Every piece of ui/ on one page, for whoever draws or mends one: `npm run dev`, then /gallery.html.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { ThemeProvider } from "..";
import { Gallery } from "./gallery";

createRoot(document.getElementById("root")!).render(
  <ThemeProvider>
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={["/drives"]}>
        <Gallery />
      </MemoryRouter>
    </QueryClientProvider>
  </ThemeProvider>,
);
