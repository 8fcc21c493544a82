// Opens a page of whomet in a headless Chromium and checks it: `node check.mjs CHECK PAGE [FOLDER]`. Screenshots go to
// the folder, if there is one. Prints what it checked; the exit code is 1 if something is wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [check, file, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

// A fresh page, and everything that went wrong in it.
async function open(options = {}, fragment = "") {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => message.type() !== "log" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => !/^(file|blob|data):/.test(request.url()) && problems.push(`request to ${request.url()}`));
  page.on("dialog", (dialog) => { problems.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(`file://${file}${fragment}`);
  await page.waitForTimeout(200);
  return { page, problems };
}

const shot = (page, name) => (folder ? page.screenshot({ path: `${folder}/${name}.png` }) : null);
const dataOf = (page) => page.evaluate(() => JSON.parse(document.getElementById("data").textContent));
const counts = (page) => page.locator("#counts").textContent();
const settled = (page) => page.waitForTimeout(120);

async function search(page, text) {
  await page.fill("#search", text);
  await page.press("#search", "Enter");
  await settled(page);
}

// Where on the screen a point of the map is, as long as the whole map is shown.
async function onScreen(page, x, y) {
  const data = await dataOf(page);
  const linked = new Set(data.edges.flatMap((edge) => [edge.s, edge.t]));
  const shown = data.nodes.filter((_, at) => linked.has(at));
  const least = (pick) => Math.min(...shown.map(pick)), most = (pick) => Math.max(...shown.map(pick));
  const [left, right] = [least((node) => node.x - node.w / 2), most((node) => node.x + node.w / 2)];
  const [top, bottom] = [least((node) => node.y - node.h / 2), most((node) => node.y + node.h / 2)];
  const box = await page.locator("#map").boundingBox();
  const scale = Math.min(1.2, (box.width - 40) / (right - left), (box.height - 60) / (bottom - top));
  return [box.x + box.width / 2 + scale * (x - (left + right) / 2), box.y + box.height / 2 + scale * (y - (top + bottom) / 2)];
}

// The node to which the longest of all shortest paths from a node leads.
function farthest(data, start) {
  const found = [start];
  for (const at of found) {
    for (const edge of data.edges) {
      const next = edge.s === at ? edge.t : edge.t === at ? edge.s : null;
      if (next !== null && !found.includes(next)) found.push(next);
    }
  }
  return data.nodes[found.at(-1)];
}

async function accessible(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(told, [], `axe, ${where}`);
}

async function saved(page, kind) {
  await page.click("#save summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-save=${kind}]`)]);
  return readFileSync(await download.path());
}

const checks = {
  // The page of the example articles.
  async example() {
    const { page, problems } = await open({ bypassCSP: true });
    await shot(page, "light");
    await accessible(page, "at first");
    const data = await dataOf(page);

    await search(page, "tammsoo");
    assert.equal(await page.locator("#details h2").textContent(), "Kaarel Tammsoo");
    await accessible(page, "with details");

    const before = await counts(page);
    await page.locator("#filter-relations label", { hasText: "met" }).locator("input").uncheck();
    assert.notEqual(await counts(page), before, "a filter hides");
    assert.equal(await page.locator("#details .what", { hasText: /^met/ }).count() > 0, true);
    await shot(page, "filter");
    await page.click("#show-all");
    assert.equal(await counts(page), before, "everything is shown again");

    const edge = data.edges.find((edge) => edge.label.startsWith("met") && data.nodes[edge.t].label === "Kaarel Tammsoo");
    const [from, to] = [data.nodes[edge.s], data.nodes[edge.t]];
    await page.click("#zoom-fit");
    await page.mouse.click(...(await onScreen(page, from.x, from.y)));
    await settled(page);
    assert.equal(await page.locator("#details h2").textContent(), from.label, "a click shows a thing");
    await page.locator("#details .link .what", { hasText: edge.label }).first().click();
    const quote = page.locator("#details blockquote").first();
    assert.ok((await quote.locator("mark").count()) >= 2, "both names are marked");
    await shot(page, "edge");
    await page.locator("#details blockquote .link").first().click();
    assert.ok((await page.locator("#text mark.here").count()) >= 2, "the article opens at the sentence");
    await accessible(page, "with an article");
    await shot(page, "article");

    await page.keyboard.press("Escape");
    await search(page, from.label);
    await page.getByRole("button", { name: "Path from here" }).click();
    await search(page, farthest(data, edge.s).label);
    await page.getByRole("button", { name: /^Shortest path from/ }).click();
    assert.match(await page.locator("#details h2").textContent(), /^Path from/);
    await shot(page, "path");
    const address = await page.evaluate(() => location.hash);
    assert.match(address, /path=/);
    const again = await open({}, address);
    assert.match(await again.page.locator("#details h2").textContent(), /^Path from/, "a permalink shows the same");
    await again.page.context().close();

    await page.click("#show-all");
    await page.focus("#map");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.ok(await page.locator("#details h2").textContent(), "the keyboard reaches things");
    await page.getByRole("button", { name: "Only around this" }).click();
    const around = await counts(page);
    await page.getByRole("button", { name: "Hide" }).click();
    assert.notEqual(await counts(page), around, "hidden things are gone");
    await page.click("#show-all");

    await page.locator("#from").evaluate((input) => { input.value = input.max; input.dispatchEvent(new Event("input")); });
    assert.notEqual(await counts(page), before, "a period hides");
    await page.click("#show-all");

    assert.equal((await saved(page, "png")).subarray(1, 4).toString(), "PNG");
    assert.match((await saved(page, "svg")).toString(), /^<svg /);
    assert.equal(JSON.parse(await saved(page, "json")).links.length, data.edges.length);
    assert.match((await saved(page, "csv")).toString(), /^\ufeff"source","relation"/);

    await page.click("#toggle-table");
    assert.equal(await page.locator("#table tbody tr").count(), data.edges.length, "the table has all relations");
    await accessible(page, "as a table");
    await shot(page, "table");
    await page.click("#toggle-table");
    await page.click("#toggle-dark");
    await accessible(page, "dark");
    await shot(page, "dark");
    assert.deepEqual(problems, []);

    const phone = await open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    await search(phone.page, "tammsoo");
    await shot(phone.page, "phone");
    assert.deepEqual(phone.problems, []);
  },

  // The page of a graph whose names are hostile: they stay text, and the policy forbids foreign scripts.
  async hostile() {
    const { page, problems } = await open();
    const data = await dataOf(page);
    for (const node of data.nodes) {
      await page.evaluate((id) => { location.hash = `#node=${encodeURIComponent(id)}`; }, node.id);
      await settled(page);
      assert.equal(await page.locator("#details h2").textContent(), node.label);
    }
    await page.click("#toggle-table");
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.equal(await page.locator("body img, body iframe, #details script, #table script").count(), 0);
    const blocked = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.harmed = true";
      document.body.append(script);
      return window.harmed === undefined;
    });
    assert.ok(blocked, "the policy blocks scripts that are not the page's own");
    const svg = (await saved(page, "svg")).toString();
    assert.ok(!svg.includes("<script") && !svg.includes("<img"));
    const cells = (await saved(page, "csv")).toString().split("\r\n").flatMap((row) => row.split(",\""));
    assert.ok(!cells.some((cell) => /^"?[=@]/.test(cell)), "no cell is a formula");
    assert.deepEqual(problems.filter((problem) => !/Content Security Policy/.test(problem)), []);
  },

  // The page of a project with doubtful pairs: the saved judgements go to standard output.
  async review() {
    const { page, problems } = await open({ bypassCSP: true });
    await page.click("#toggle-review");
    await accessible(page, "review");
    await shot(page, "review");
    await page.fill("#reviewer", "ana");
    await page.getByRole("button", { name: "Same" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-judgements")]);
    process.stdout.write(readFileSync(await download.path()));
    assert.deepEqual(problems, []);
  },

  // The time that one frame takes while a large map is moved and zoomed, until its pixels are there: prints the median.
  async speed() {
    const { page, problems } = await open();
    await shot(page, "large");
    const box = await page.locator("#map").boundingBox();
    const times = await page.evaluate(async ([x, y]) => {
      const canvas = document.getElementById("map");
      const times = [];
      for (let step = 0; step < 120; step += 1) {
        const event = { clientX: x, clientY: y, deltaY: step % 60 < 30 ? -60 : 60, cancelable: true };
        await new Promise((done) => requestAnimationFrame(() => done()));
        canvas.dispatchEvent(new WheelEvent("wheel", event));
        // This runs after the page has drawn in the same frame; reading a pixel waits for all of them.
        await new Promise((done) => requestAnimationFrame((begin) => {
          canvas.getContext("2d").getImageData(0, 0, 1, 1);
          times.push(performance.now() - begin);
          done();
        }));
      }
      return times.sort((a, b) => a - b);
    }, [box.x + box.width / 2, box.y + box.height / 2]);
    console.log(`median ${times[60].toFixed(1)} ms, 95 % ${times[114].toFixed(1)} ms`);
    assert.deepEqual(problems.filter((problem) => !/willReadFrequently/.test(problem)), []);
  },
};

try {
  await checks[check]();
  if (check !== "review") console.log(`${check}: checked`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
}
