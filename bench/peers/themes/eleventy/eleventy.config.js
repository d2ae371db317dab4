// The lists of a newsroom: topics, sections, speakers, years and months, gathered from the briefs.
const PER_PAGE = 50;
const SHORT = 200;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const iso = (brief) => brief.date.toISOString();

function group(items, keys) {
  const found = new Map();
  for (const item of items)
    for (const key of keys(item)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(item);
    }
  return found;
}

// Counted from the oldest; the newest page stands at the list's own address.
function sheets(title, url, briefs) {
  const full = Math.max(Math.floor(briefs.length / PER_PAGE) - 1, 0);
  const first = briefs.length - full * PER_PAGE;
  const pages = [{ title, url, count: briefs.length, briefs: briefs.slice(0, first), older: full ? `${url}${full}/` : "" }];
  for (let place = 0; place < full; place++) {
    const number = full - place;
    const start = first + place * PER_PAGE;
    pages.push({
      title,
      url: `${url}${number}/`,
      briefs: briefs.slice(start, start + PER_PAGE),
      older: number > 1 ? `${url}${number - 1}/` : "",
      newer: place ? `${url}${number + 1}/` : url,
    });
  }
  return pages;
}

const days = (briefs) =>
  [...group(briefs, (one) => [iso(one).slice(0, 10)]).values()].map((those) => ({ date: those[0].date, briefs: those }));

export default function (config) {
  let newestFirst = [];
  const beside = new Map();

  config.addCollection("briefs", (api) => {
    newestFirst = api.getFilteredByGlob("content/briefs/*.md").sort((a, b) => b.date - a.date);
    newestFirst.forEach((one, place) => beside.set(one.url, { newer: newestFirst[place - 1], older: newestFirst[place + 1] }));
    return newestFirst;
  });
  const briefs = (api) => api.getFilteredByGlob("content/briefs/*.md").sort((a, b) => b.date - a.date);

  config.addCollection("sheets", (api) => {
    const of = (folder, keys) =>
      [...group(briefs(api), keys)].flatMap(([name, those]) => sheets(name, `/${folder}/${slug(name)}/`, those));
    return [...of("topics", (one) => one.data.topics), ...of("sections", (one) => [one.data.section])];
  });

  config.addCollection("people", (api) =>
    [...group(briefs(api), (one) => one.data.speakers.map((who) => who.name))].map(([name, those]) => ({
      name,
      url: `/people/${slug(name)}/`,
      role: those[0].data.speakers.find((who) => who.name === name).role,
      briefs: those,
    })),
  );

  config.addCollection("periods", (api) => {
    const all = briefs(api);
    const years = group(all, (one) => [iso(one).slice(0, 4)]);
    const months = group(all, (one) => [iso(one).slice(0, 7)]);
    const month = ([key, those]) => ({ title: MONTH.format(those[0].date), url: `/${key.replace("-", "/")}/`, count: those.length, days: days(those) });
    const few = (those) => (those.length <= SHORT ? days(those) : []);
    const year = ([key, those]) => ({
      title: key,
      url: `/${key}/`,
      count: those.length,
      periods: [...months].filter(([name]) => name.startsWith(key)).map(month),
      days: few(those),
    });
    const listed = [...years].map(year);
    return [{ title: "Archive", url: "/archive/", periods: listed, days: few(all) }, ...listed, ...[...months].map(month)];
  });

  config.addFilter("day", (date) => DAY.format(date));
  config.addFilter("instant", (date) => date.toISOString().slice(0, 19) + "Z");
  config.addFilter("slug", slug);
  config.addFilter("first", (list, count) => list.slice(0, count));
  config.addFilter("beside", (url) => beside.get(url) ?? {});
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
