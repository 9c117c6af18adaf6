// How fast Chromium draws a wall chart, scrolls it, and shows a key: ADDRESS, EMAIL, PASSWORD and CHART (a path
// such as /drives/1/wall-chart?worksite_id=2) name a running server with a chart of some five thousand workers.
// Without them a sample movement of few, large worksites is made, and its largest chart is measured.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { organizer, password } from "../tests/journeys/support/sample.mjs";
import { command, startServer } from "../tests/journeys/support/server.mjs";

const require = createRequire(
    fileURLToPath(new URL("../web/package.json", import.meta.url)),
);
const { chromium } = require("playwright-core");

const largeWorksites = (data) =>
    command(
        "sample",
        ...["--people", process.env.CHART_PEOPLE ?? "34000"],
        ...["--locals", "20", "--worksites", "20", "--seed", "1"],
        ...["--data", data, "--password", password],
    );
const given = process.env.ADDRESS;
const server = given ? undefined : await startServer([], largeWorksites);

/** The chart with the most workers. */
async function largestChart(api) {
    let best = { workers: 0 };
    for (const { drive } of (await api("GET", "/drives?limit=200")).items)
        for (const place of await api(
            "GET",
            `/drives/${drive.id}/wall-chart-places`,
        ))
            if (place.worksite_id && place.workers > best.workers)
                best = {
                    workers: place.workers,
                    path: `/drives/${drive.id}/wall-chart?worksite_id=${place.worksite_id}`,
                };
    return best.path;
}
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
});
try {
    const context = await browser.newContext({
        baseURL: given ?? server.address,
        viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(process.env.EMAIL ?? organizer.email);
    await page
        .getByLabel("Password")
        .fill(process.env.PASSWORD ?? password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation").first().waitFor();
    const api = async (method, path) =>
        page.evaluate(
            async ([method, path]) =>
                (await fetch(`/api/v1${path}`, { method })).json(),
            [method, path],
        );
    const chart = process.env.CHART ?? (await largestChart(api));

    const samples = [];
    const { counts } = await api("GET", chart);
    for (let run = 0; run < 5; run += 1) {
        await page.goto(chart);
        await page.getByRole("grid").waitFor();
        // From the answer's last byte to the frame in which the cells in sight are painted, and all of them.
        await page.goto("/people");
        await page.getByRole("heading", { name: "People" }).waitFor();
        samples.push(
            await page.evaluate(
                ([path, workers]) =>
                    new Promise((done) => {
                        performance.clearResourceTimings();
                        let inSight = 0;
                        const look = () => {
                            const drawn = document.querySelectorAll(
                                '[role="gridcell"][id]',
                            ).length;
                            if (drawn > 0 && inSight === 0)
                                requestAnimationFrame(() =>
                                    requestAnimationFrame(() => {
                                        inSight = performance.now();
                                    }),
                                );
                            if (drawn < workers || inSight === 0)
                                return requestAnimationFrame(look);
                            requestAnimationFrame(() =>
                                requestAnimationFrame(() => {
                                    const answer = performance
                                        .getEntriesByType("resource")
                                        .find((entry) =>
                                            entry.name.includes("/wall-chart?"),
                                        );
                                    done({
                                        drawn: inSight - answer.responseEnd,
                                        whole:
                                            performance.now() -
                                            answer.responseEnd,
                                        api: answer.duration,
                                    });
                                }),
                            );
                        };
                        history.pushState({}, "", path);
                        dispatchEvent(
                            new PopStateEvent("popstate", { state: {} }),
                        );
                        look();
                    }),
                [chart, counts.workers],
            ),
        );
    }
    const median = (values) =>
        [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

    // People look before they scroll.
  await page.waitForTimeout(3000);
  const scrolled = await page.evaluate(
        () =>
            new Promise((done) => {
                const gaps = [];
                let last = performance.now();
                const step = (now) => {
                    gaps.push(now - last);
                    last = now;
                    scrollBy(0, 120);
                    if (
                        scrollY + innerHeight <
                            document.documentElement.scrollHeight - 1 &&
                        gaps.length < 600
                    )
                        requestAnimationFrame(step);
                    else done(gaps.slice(1));
                };
                requestAnimationFrame(step);
            }),
    );
    const dropped = scrolled.filter((gap) => gap > 25).length;

    await page.evaluate(() => scrollTo(0, 0));
    await page.getByRole("grid").focus();
    const keys = [];
    for (const key of [
        "2",
        "ArrowRight",
        "3",
        "ArrowRight",
        "1",
        "ArrowDown",
        "4",
    ])
        keys.push(
            await page.evaluate(
                (key) =>
                    new Promise((done) => {
                        const began = performance.now();
                        document.activeElement.dispatchEvent(
                            new KeyboardEvent("keydown", {
                                key,
                                bubbles: true,
                            }),
                        );
                        requestAnimationFrame(() =>
                            requestAnimationFrame(() =>
                                done(performance.now() - began),
                            ),
                        );
                    }),
                key,
            ),
        );
    console.log("| in Chromium | measured | bar |\n|---|---|---|");
    console.log(
        `| ${counts.workers} workers, those in sight, drawn after the answer | median ${median(samples.map((one) => one.drawn)).toFixed(0)} ms | < 500 ms |`,
    );
    console.log(
        `| all of them, in idle moments | median ${median(samples.map((one) => one.whole)).toFixed(0)} ms | < 500 ms |`,
    );
    console.log(
        `| the request, as the browser sees it | median ${median(samples.map((one) => one.api)).toFixed(0)} ms | |`,
    );
    console.log(
        `| scrolled from top to bottom, ${scrolled.length} frames | ${dropped} over 25 ms, worst ${Math.max(...scrolled).toFixed(0)} ms | none dropped |`,
    );
    console.log(
        `| a key to the next frame but one | worst ${Math.max(...keys).toFixed(0)} ms | |`,
    );
} finally {
    await browser.close();
    await server?.stop();
}
