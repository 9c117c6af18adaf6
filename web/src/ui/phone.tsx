// A phone number as people in its country write it. The library is loaded only where a number is shown.
import { useEffect, useState } from "react";

type Format = (value: string) => string;
let loaded: Format | undefined;
const load = async () => {
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  loaded = (value) => {
    const parsed = parsePhoneNumberFromString(value);
    if (!parsed) return value;
    return parsed.countryCallingCode === "1" ? parsed.formatNational() : parsed.formatInternational();
  };
};

/** A number in E.164 ("+15550142288"), as a link to call it. */
export function Phone({ value, link = true }: { value: string; link?: boolean }) {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!loaded) void load().then(() => redraw((count) => count + 1));
  }, []);
  const text = loaded?.(value) ?? value;
  return link ? <a href={`tel:${value}`}>{text}</a> : <span>{text}</span>;
}
