import { describe, expect, it } from "vitest";
import { date, daysLeft, daysUntil, defineMessages, messagesIn, moment, number, percent, plural } from ".";

describe("numbers", () => {
  it("groups thousands and chooses the word that fits", () => {
    expect(number(20114, "en")).toBe("20,114");
    expect(plural(1, "person", "people", "en")).toBe("1 person");
    expect(plural(20114, "persona", "personas", "es")).toBe("20,114 personas");
    expect(percent(104 / 242)).toBe("43\u00a0%");
    expect(percent(0 / 0)).toBe("–");
    expect(percent(0)).toBe("0\u00a0%");
    expect(percent(2 / 3896)).toBe("<1\u00a0%");
    expect(percent(3895 / 3896)).toBe(">99\u00a0%");
    expect(percent(1)).toBe("100\u00a0%");
  });
});

describe("dates", () => {
  it("carry the weekday, and the year when it is another one", () => {
    expect(date("2026-06-03", "en", "2026-05-22")).toBe("Wed 3 Jun");
    expect(date("2027-06-03", "en", "2026-05-22")).toBe("Thu 3 Jun 2027");
    expect(date("2026-06-03", "es", "2026-05-22")).toBe("mié 3 jun");
    expect(date("1984", "en")).toBe("1984");
  });
  it("say the days left", () => {
    expect(daysUntil("2026-03-10", "2026-03-07")).toBe(3);
    expect(daysLeft("2026-03-10", "en", "2026-03-07")).toBe("in 3 days");
    expect(daysLeft("2026-03-07", "es", "2026-03-07")).toBe("hoy");
  });
  it("are shown in the workspace's time zone", () => {
    const at = Date.UTC(2026, 5, 4, 3, 5);
    expect(moment(at, "America/New_York", "en")).toMatch(/^Wed 3 Jun/);
    expect(moment(at, "Europe/Berlin", "en")).toMatch(/^Thu 4 Jun/);
  });
});

it("messages speak the asked language", () => {
  const messages = defineMessages({
    en: { title: "People", count: (n: number) => plural(n, "person", "people", "en") },
    es: { title: "Personas", count: (n: number) => plural(n, "persona", "personas", "es") },
  });
  expect(messagesIn(messages, "es").count(2)).toBe("2 personas");
  expect(messagesIn(messages, "en").title).toBe("People");
});
