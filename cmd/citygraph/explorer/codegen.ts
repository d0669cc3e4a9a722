import type { CodegenConfig } from "@graphql-codegen/cli";

// GENERATED names another file to write, for the test that compares.
const config: CodegenConfig = {
  schema: "../../../schema/*.graphqls",
  documents: "src/api/*.graphql",
  generates: {
    [process.env["GENERATED"] ?? "src/api/generated.ts"]: {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        scalars: { Date: "string", DateTime: "string", LangTag: "string", Cursor: "string", Int64: "number" },
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        strictScalars: true,
      },
    },
  },
};

export default config;
