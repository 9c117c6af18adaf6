import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const server = process.env.WALLCHART_ADDRESS ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // Inlined data: URLs are not scripts, but small files are better cached by name than repeated.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, "index.html"),
        talk: resolve(import.meta.dirname, "talk.html"),
      },
    },
  },
  server: { proxy: { "/api": server, "/join": server } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test_setup.ts"] },
});
