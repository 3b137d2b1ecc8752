// A second reading of docs/reference/ledger.md, written apart from the first: canonical text, leaves, root, proofs, notes.
"use strict";
const { createHash, createPublicKey, verify } = require("node:crypto");

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const hex = (buffer) => buffer.toString("hex");

function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key]));
  return "{" + members.join(",") + "}";
}

const leaf = ({ salt, content }) => sha(Buffer.from([0]), Buffer.from(salt, "hex"), Buffer.from(canonical(content)));

// RFC 6962 section 2.1, by its own recursion: k is the largest power of two smaller than n.
function root(leaves) {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.from([1]), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

function path(m, leaves) {
  if (leaves.length <= 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return m < k
    ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

function subproof(m, leaves, whole) {
  const n = leaves.length;
  if (m === n) return whole ? [] : [root(leaves)];
  let k = 1;
  while (k * 2 < n) k *= 2;
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), root(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), root(leaves.slice(0, k))];
}

function note(text, publicHex) {
  const [signed, signature] = text.split("\n\n");
  const [dash, name, encoded] = signature.trim().split(" ");
  const [origin, size, top] = signed.split("\n");
  const raw = Buffer.from(publicHex, "hex");
  const bytes = Buffer.from(encoded, "base64");
  const id = sha(name + "\n", Buffer.from([1]), raw).subarray(0, 4);
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") },
    format: "jwk",
  });
  const holds = dash === "—" && name === origin && id.equals(bytes.subarray(0, 4));
  return {
    size: Number(size),
    root: Buffer.from(top, "base64").toString("hex"),
    holds: holds && verify(null, Buffer.from(signed + "\n"), key, bytes.subarray(4)),
  };
}

const asked = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const leaves = asked.entries.map(leaf);
process.stdout.write(
  JSON.stringify({
    canonical: asked.entries.map((e) => canonical(e.content)),
    leaves: leaves.map(hex),
    root: hex(root(leaves)),
    inclusion: leaves.map((_, i) => path(i, leaves).map(hex)),
    consistency: leaves.map((_, i) => subproof(i + 1, leaves, true).map(hex)),
    note: asked.note ? note(asked.note, asked.key) : null,
  }),
);
