import { ask } from "../api/client.ts";
import { ClaimIdsDocument } from "../api/generated.ts";
import { clocks } from "../state/filters.ts";

const atOnce = 100;

/** The ids of the claims behind each edge, so that an export can be traced to its sentences. */
export async function claimIds(edges: string[]): Promise<Map<string, string[]>> {
  const claims = new Map<string, string[]>();
  for (let i = 0; i < edges.length; i += atOnce) {
    const { nodes } = await ask(ClaimIdsDocument, { ids: edges.slice(i, i + atOnce), asOf: clocks.value.asOf });
    for (const node of nodes) {
      if (node && "claims" in node) claims.set(node.id, node.claims.nodes.map((claim) => claim.id));
    }
  }
  return claims;
}
