// Lints the schema file that is named with the Relay rules of @graphql-eslint and prints what
// they find as a JSON list.
import fs from "node:fs";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { Linter } from "eslint";

const file = process.argv[2];
const rules = { ...graphqlPlugin.configs["flat/schema-relay"].rules };
// Plain lists are allowed where they are short by nature: names, topics, counts.
rules["@graphql-eslint/relay-edge-types"] = ["error", { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }];
const found = new Linter({ configType: "flat" }).verify(fs.readFileSync(file, "utf8"), {
  files: ["**/*.graphql"],
  plugins: { "@graphql-eslint": graphqlPlugin },
  languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig: { schema: file } } },
  rules,
}, { filename: "schema.graphql" });
console.log(JSON.stringify(found.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`)));
