import { defineConfig, type Plugin } from "vite";
import * as generated from "./src/api/generated.ts";

// The documents that the explorer sends, word for word: a server that runs trusted documents
// only takes them from here.
const documents: Plugin = {
  name: "documents",
  generateBundle() {
    const texts = Object.entries(generated).filter(([name]) => name.endsWith("Document")).map(([, text]) => String(text));
    this.emitFile({ type: "asset", fileName: "documents.json", source: JSON.stringify(texts.sort(), null, 1) });
  },
};

// Two pages in one build: the explorer (Preact) and the API console (React, GraphiQL), which
// share no code. Names carry a hash of the content, so that the server may call them immutable.
export default defineConfig({
  base: "/",
  plugins: [documents],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: { index: "index.html", graphiql: "graphiql.html" } },
  },
  worker: { format: "es" },
  server: { fs: { allow: ["../../.."] }, proxy: { "/graphql": "http://127.0.0.1:8080" } },
});
