// Compares our JSONPath with two implementations in npm, json-p3 and jsonpath-rfc9535, query by query, over generated queries and documents; and with the
// compliance test suite of RFC 9535, which the latter carries. Everything comes from the seed. Usage: node agreement.mjs TOOL MODULES COUNT SEED
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [tool, modules, countText, seedText] = process.argv.slice(2);
const load = createRequire(path.join(modules, "/"));
const { jsonpath } = load("json-p3");
const { paths } = load("jsonpath-rfc9535");
const suite = path.join(modules, "node_modules/jsonpath-rfc9535/src/__tests__/jsonpath-compliance-test-suite/cts.json");

// --- chance

let state = BigInt(seedText) * 2654435761n + 1n;
const random = () => {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number(state >> 33n) / 2 ** 31;
};
const below = (n) => Math.floor(random() * n);
const pick = (items) => items[below(items.length)];
const chance = (p) => random() < p;
const times = (n, make) => Array.from({ length: n }, make);

// --- documents: few names and values, so that queries find something

const names = ["a", "b", "c", "id", "naïve", "it's", "x y", "0", "", "a/b~c", "quote\"", "back\\slash", "tab\t", "\u007f"];
const name = () => names[Math.min(below(names.length), chance(0.7) ? below(4) : names.length - 1)];
const scalars = [0, 1, 2, -1, 1.5, 100, 1e2, -0.5, true, false, null, "", "a", "b", "ab", "1", "😀", "aäb", "A", "a\nb", "a.b"];
const value = (depth) => {
  if (depth === 0 || chance(0.3)) return pick(scalars);
  if (chance(0.5)) return times(below(5), () => value(depth - 1));
  return Object.fromEntries(times(below(5), () => [name(), value(depth - 1)]));
};

// --- queries, by the grammar of RFC 9535

const hex = (code) => "\\u" + code.toString(16).padStart(4, "0");
const string = (text) => {
  const quote = pick(["'", '"']);
  let out = quote;
  for (const c of text) {
    const code = c.codePointAt(0);
    if (c === quote || c === "\\") out += "\\" + c;
    else if (c === "\t") out += "\\t";
    else if (c === "\n") out += "\\n";
    else if (code < 32) out += hex(code);
    else if (chance(0.03)) out += c.length === 2 ? hex(c.charCodeAt(0)) + hex(c.charCodeAt(1)) : hex(code);
    else out += c;
  }
  return out + quote;
};
const space = () => (chance(0.1) ? pick([" ", "  ", "\t", "\n"]) : "");
const shorthand = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/;
const index = () => (chance(0.05) ? pick([9007199254740991, -9007199254740991, 50]) : below(7) - 3);
const maybe = (make) => (chance(0.5) ? make() : "");
const selector = (depth) => {
  const kind = below(depth > 0 ? 6 : 4);
  if (kind === 0) return string(name());
  if (kind === 1) return "*";
  if (kind === 2) return String(index());
  if (kind === 3) {
    return maybe(index) + space() + ":" + space() + maybe(index) + (chance(0.5) ? space() + ":" + space() + maybe(index) : "");
  }
  return "?" + space() + condition(depth - 1);
};
const brackets = (depth) => {
  const count = chance(0.8) ? 1 : 2 + below(2);
  return "[" + space() + times(count, () => selector(depth)).join(space() + "," + space()) + space() + "]";
};
const segment = (depth) => {
  const descendant = chance(0.2);
  if (chance(0.5)) {
    const short = chance(0.2) ? "*" : name();
    if (short === "*" || shorthand.test(short)) return space() + (descendant ? ".." : ".") + short;
  }
  return space() + (descendant ? ".." : "") + brackets(depth);
};
const query = (root, depth) => root + times(below(4), () => segment(depth)).join("");
const singular = () => pick(["@", "@", "@", "$"]) + times(below(3), () => (chance(0.7) ? "[" + string(name()) + "]" : "[" + index() + "]")).join("");
const number = () => pick(["0", "1", "-1", "1.5", "1e2", "1E+2", "100", "-0", "0.5e1", "2", "10e-1", "1.50"]);
const patterns = ["a", "a.*", "[ab]+", "a|b", ".", "\\p{Lu}", "(a|b)?b", "a{1,2}", "[^a]", "ä", "\\.", "a\\nb", "a**", "(", "[b-a]", ""];
const call = (depth) => {
  const nested = () => query(pick(["@", "@", "$"]), depth);
  switch (below(3)) {
    case 0: return "length(" + space() + comparable(depth) + space() + ")";
    case 1: return "count(" + nested() + ")";
    default: return "value(" + nested() + ")";
  }
};
const comparable = (depth) => {
  const kind = below(depth > 0 ? 8 : 6);
  if (kind < 3) return singular();
  if (kind === 3) return number();
  if (kind === 4) return string(pick(["", "a", "b", "ab", "1", "😀", "aäb", "A"]));
  if (kind === 5) return pick(["true", "false", "null"]);
  return call(depth - 1);
};
const test = (depth) => {
  const kind = below(10);
  if (kind < 5) return comparable(depth) + space() + pick(["==", "!=", "<", "<=", ">", ">="]) + space() + comparable(depth);
  if (kind < 8) return maybe(() => "!" + space()) + query(pick(["@", "@", "@", "$"]), Math.max(depth, 0));
  const pattern = chance(0.8) ? string(pick(patterns)) : singular();
  return maybe(() => "!") + pick(["match", "search"]) + "(" + singular() + space() + "," + space() + pattern + ")";
};
const condition = (depth) => {
  if (depth <= 0 || chance(0.6)) return test(depth);
  const kind = below(3);
  if (kind === 0) return maybe(() => "!") + "(" + space() + condition(depth - 1) + space() + ")";
  return condition(depth - 1) + space() + (kind === 1 ? "&&" : "||") + space() + condition(depth - 1);
};
// One character more, less or other: most of these are no query.
const damaged = (text) => {
  const all = [...text];
  const mark = pick([..."$@.[]()'\"*?!=<>&|,:-0129aé \\"]);
  all.splice(below(all.length + 1), below(2), ...(chance(0.7) ? [mark] : []));
  return all.join("");
};

// --- answers

const escapes = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "'": "\\'", "\\": "\\\\" };
const normalized = (location) =>
  "$" + location.map((key) => (typeof key === "number" ? `[${key}]` : "['" + [...key].map((c) => escapes[c] ?? (c.charCodeAt(0) < 32 ? hex(c.charCodeAt(0)) : c)).join("") + "']")).join("");
// JSON.parse and JavaScript put members with names of digits first; ours keeps the order of the text, so both get that of JavaScript.
const asJavaScript = (document) => JSON.parse(JSON.stringify(document));
const attempt = (find) => {
  try {
    return ["nodes", ...find()].join("\t");
  } catch (error) {
    return "invalid\t" + String(error.message).split("\n")[0];
  }
};
// json-p3 refuses some numbers with a fraction and an exponent, which section 2.3.5.1 allows.
const respelled = (text) => text.replaceAll("0.5e1", "5");
const others = [
  { name: "json-p3", answer: (text, document) => attempt(() => jsonpath.query(respelled(text), document).nodes.map((node) => normalized(node.location))) },
  { name: "jsonpath-rfc9535", answer: (text, document) => attempt(() => paths(document, text)) },
];
const ours = (requests) => {
  const run = spawnSync(tool, { input: requests.map((r) => JSON.stringify(r) + "\n").join(""), maxBuffer: 2 ** 31 - 1 });
  if (run.status !== 0) throw new Error(`${tool} ended with ${run.status ?? run.signal}`);
  return run.stdout.toString().split("\n").slice(0, -1);
};
const kind = (answer) => answer.split("\t")[0];
const unordered = (answer) => answer.split("\t").sort().join("\t");
const same = (a, b) => (kind(a) === "invalid" ? kind(b) === "invalid" : a === b);

// Where json-p3 and the RFC part: we give nodes and it refuses, or the other way round, or both give nodes. That jsonpath-rfc9535 answers as we do must confirm it,
// unless it has the same fault.
const part = (mine, first) => (section, pattern, shared = false) => ({
  section,
  applies: (text, a, b, confirmed) => kind(a) === mine && kind(b) === first && pattern.test(text) && (confirmed || shared),
});
const refuses = part("nodes", "invalid");
const takes = part("invalid", "nodes");
const differs = part("nodes", "nodes");
const explained = [
  refuses("section 2.3.1.1: \\u0001 to \\u001f are escapes like any other", /\\u00[01][0-9a-f]/i),
  refuses("section 2.3.5.1: a number may have a fraction of any digits, and an exponent", /\.[0-9]/),
  takes("section 2.5.1.1: a name behind a dot has no `-`", /[\w\u0080-\uffff]-/),
  takes("section 2.3.5.1: a number has no leading zero", /-?0[0-9]/),
  takes("section 2.3.4.1: two numbers of a slice have `:` between them", /[0-9]\s+-?[0-9]/),
  takes("section 2.3.5.1: `!` stands once, before a query, a call or parentheses", /!/),
  takes("section 2.3.5.1: comparisons do not chain", /[<>=].*[<>=]/),
  takes("section 2.4: an argument follows a comma", /,\s*\)/),
  differs("sections 2.4.6 and 2.4.7: match and search of a value that is no string are false", /(match|search)\(/, true),
  differs("section 2.4.4: the length of a string is in characters, not in UTF-16 units", /length\(\s*(['"].*😀|[@$])/, true),
  differs("section 2.3.5.2: `$` is the argument of the query in filters inside filters too", /\?.*\?.*\$/),
];

let failed = 0;
const show = (request, mine, ...answers) => {
  if (++failed > 30) return;
  const lines = others.map(({ name }, i) => `  ${name.padEnd(17)} ${answers[i]}`);
  console.log(`disagreement\n  query             ${JSON.stringify(request.query)}\n  document          ${JSON.stringify(request.document)}\n  ours              ${mine}\n${lines.join("\n")}`);
};

const counts = { queries: 0, valid: 0, nodes: 0, found: 0, invalid: 0, stopped: 0, agreed: 0 };
const reasons = new Map();
for (let done = 0; done < Number(countText); done += 5000) {
  const requests = times(Math.min(5000, Number(countText) - done), () => {
    const text = query("$", 2);
    return { query: chance(0.2) ? damaged(text) : text, document: asJavaScript(value(4)) };
  });
  ours(requests).forEach((mine, i) => {
    ++counts.queries;
    if (mine === "stopped") return ++counts.stopped;
    const found = mine.split("\t").length - 1;
    if (kind(mine) === "invalid") ++counts.invalid;
    else ++counts.valid, (counts.nodes += found), (counts.found += found > 0 ? 1 : 0);
    const { query: text, document } = requests[i];
    const [first, second] = others.map(({ answer }) => answer(text, document));
    if (same(mine, first)) return ++counts.agreed;
    // The order in which the latter visits descendants is another one that section 2.5.2.2 allows.
    const confirmed = same(mine, second) || unordered(mine) === unordered(second);
    const reason = explained.find((e) => e.applies(text, mine, first, confirmed));
    if (reason) return reasons.set(reason.section, (reasons.get(reason.section) ?? 0) + 1);
    show(requests[i], mine, first, second);
  });
}
console.log(`${counts.queries} queries: ${counts.valid} well-formed, ${counts.found} of them found ${counts.nodes} nodes; ${counts.invalid} malformed; ${counts.stopped} stopped\njson-p3 agrees on ${counts.agreed}`);
for (const [reason, number] of [...reasons].sort()) console.log(`json-p3 differs on ${number}: RFC 9535 ${reason}`);

if (existsSync(suite)) {
  const cases = JSON.parse(readFileSync(suite, "utf8")).tests;
  const answers = ours(cases.map((c) => ({ query: c.selector, document: c.document ?? null })));
  let passed = 0;
  cases.forEach((c, i) => {
    const wanted = c.invalid_selector ? ["invalid"] : (c.results_paths ?? [c.result_paths]).map((paths) => ["nodes", ...paths].join("\t"));
    if (c.invalid_selector ? kind(answers[i]) === "invalid" : wanted.includes(answers[i])) return ++passed;
    ++failed;
    console.log(`compliance suite: ${c.name}\n  query   ${JSON.stringify(c.selector)}\n  ours    ${answers[i]}\n  wanted  ${wanted.join(" or ")}`);
  });
  console.log(`compliance test suite: ${passed} of ${cases.length}`);
}
console.log(`${failed} disagreements`);
process.exit(failed === 0 ? 0 : 1);
