// Runs graphql-http's audit of the GraphQL over HTTP draft against an address and prints one
// JSON document: how many audits there are, and those that are not ok.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
const failed = results.filter((r) => r.status !== "ok").map((r) => `${r.id} ${r.status}: ${r.name}: ${r.reason}`);
console.log(JSON.stringify({ audits: results.length, failed }));
