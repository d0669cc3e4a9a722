import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../../schema/*.graphqls",
  documents: "src/api/*.graphql",
  generates: {
    "src/api/generated.ts": {
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
