// Before the first paint, so that a dark page does not flash white. A file of its own because the
// content security policy forbids scripts inside the page.
(() => {
  const kept = localStorage.getItem("wallchart.theme");
  const dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";
  document.documentElement.lang = localStorage.getItem("wallchart.language") === "es" ? "es" : "en";
})();
