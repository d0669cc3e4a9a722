import { defineConfig } from "vite";

// Two pages in one build: the explorer (Preact) and the API console (React, GraphiQL), which
// share no code. Names carry a hash of the content, so that the server may call them immutable.
export default defineConfig({
  base: "/",
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
