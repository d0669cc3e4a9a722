import type { AgreementKind, BriefFragment, EdgeType, EntityType, LinkFragment, Status, TieFragment } from "./generated.ts";
import { label } from "../i18n/i18n.ts";

/** An entity as every view needs it; what a type lacks is absent. */
export type Entity = {
  id: string;
  type: EntityType;
  name: string;
  originalName: string;
  degree: number;
  location?: { lat: number; lon: number } | null;
  countryCode?: string | null;
  kind?: string | null;
  status?: Status | null;
  date?: { value: string; precision: string; method: string | null } | null;
};

/** The qualifiers of an edge. */
export type Tie = TieFragment;

/** An edge with both ends. */
export type Link = Tie & { from: Entity; to: Entity };

type Loose = BriefFragment & {
  location?: Entity["location"];
  countryCode?: string | null;
  agreementKind?: AgreementKind | null;
  agreementStatus?: Status | null;
  eventKind?: string | null;
  institutionKind?: string | null;
  date?: Entity["date"];
  eventDate?: Entity["date"];
};

/**
 * Reads the union of the seven types as one record. Agreements are called by their kind in the
 * reader's language: what articles call them is an ordinary word, such as "memorandum".
 */
export function toEntity(brief: BriefFragment): Entity {
  const b = brief as Loose;
  return {
    id: b.id,
    type: b.type,
    name: label("kind", b.agreementKind) || b.name,
    originalName: b.originalName,
    degree: b.degree,
    location: b.location,
    countryCode: b.countryCode,
    kind: b.agreementKind ?? b.eventKind ?? b.institutionKind,
    status: b.agreementStatus,
    date: b.date ?? b.eventDate,
  };
}

export function toLink(edge: LinkFragment): Link {
  return { ...edge, from: toEntity(edge.from), to: toEntity(edge.to) };
}

/** The order of the domain, for lists and legends. */
export const entityTypes: EntityType[] = ["City", "Region", "Country", "Person", "Institution", "Agreement", "Event"];
export const edgeTypes: EdgeType[] = [
  "TWINNED_WITH",
  "PARTNERS_WITH",
  "PARTY_TO",
  "VISITED",
  "MET",
  "SIGNED",
  "RENEWS",
  "HOLDS_OFFICE",
  "PARTICIPATED_IN",
  "HELD_IN",
  "MEMBER_OF",
  "LOCATED_IN",
];
export const tiers = ["SISTER", "FRIENDLY_EXCHANGE", "PROJECT", "INTENT", "UNSPECIFIED"] as const;
export const statuses = ["ACTIVE", "PLANNED", "SUSPENDED", "ENDED", "DONE", "UNKNOWN"] as const;
export const modalities = ["FACT", "REPORTED", "QUOTED", "PLANNED", "INTENDED", "PAST", "DENIED"] as const;
