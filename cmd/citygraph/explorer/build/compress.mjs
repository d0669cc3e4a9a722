// Replaces each built file by its gzip form. The header's time and system bytes are fixed, so
// that two machines build the same bytes; the server sends what is stored, and embed.go unpacks
// it for clients that take no gzip.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = new URL("../dist/", import.meta.url).pathname;

for (const name of readdirSync(root, { recursive: true })) {
  const path = join(root, name);
  if (statSync(path).isDirectory() || path.endsWith(".gz")) continue;
  const packed = gzipSync(readFileSync(path), { level: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  writeFileSync(path + ".gz", packed);
  rmSync(path);
}
