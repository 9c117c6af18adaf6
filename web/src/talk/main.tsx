import "../ui/fonts.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "./talk.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { TalkShell } from "./talk_shell";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <TalkShell />
  </StrictMode>,
);

// Keeps the app's own files on the phone, so that it opens without a signal.
if ("serviceWorker" in navigator && import.meta.env.PROD)
  window.addEventListener("load", () => {
    void navigator.serviceWorker.register("/talk-worker.js", { scope: "/talk" }).then(async () => {
      const { active } = await navigator.serviceWorker.ready;
      await document.fonts.ready;
      const keep = performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((url) => url.startsWith(`${location.origin}/assets/`));
      active?.postMessage({ keep: [...new Set(keep)] });
    });
  });
