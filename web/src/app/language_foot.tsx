import { type Language, setLanguage, useLanguage } from "../i18n";
import { Button } from "../ui";

/** The other language, at the foot of the pages outside the app. */
export function LanguageFoot() {
  const current = useLanguage();
  const other: [Language, string] = current === "en" ? ["es", "Español"] : ["en", "English"];
  return (
    <Button variant="quiet" onClick={() => setLanguage(other[0])}>
      <span lang={other[0]}>{other[1]}</span>
    </Button>
  );
}
