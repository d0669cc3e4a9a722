/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Kinds of agreement. */
export type AgreementKind =
  /** Contract. */
  | 'CONTRACT'
  /** Cooperation agreement. */
  | 'COOPERATION'
  /** Joint declaration. */
  | 'DECLARATION'
  /** Sets up a tie of the lower tier. */
  | 'FRIENDLY_EXCHANGE'
  /** States an intention. */
  | 'LETTER_OF_INTENT'
  /** Memorandum of understanding. */
  | 'MOU'
  /** Any other. */
  | 'OTHER'
  /** Programme or action plan. */
  | 'PROGRAMME'
  /** Ends an older one. */
  | 'TERMINATION'
  /** Sets up a tie. */
  | 'TWINNING';

/** How a date was come by. */
export type DateMethod =
  /** Worked out from an anniversary. */
  | 'FROM_ANNIVERSARY'
  /** Inferred from the context. */
  | 'INFERRED'
  /** Worked out from the article's date: last July. */
  | 'RELATIVE'
  /** The article states it. */
  | 'STATED';

/** How exactly a date is known. */
export type DatePrecision =
  /** Some time from a date on. */
  | 'AFTER'
  /** Some time up to a date. */
  | 'BEFORE'
  /** To the day. */
  | 'DAY'
  /** From one date to another. */
  | 'INTERVAL'
  /** To the month. */
  | 'MONTH'
  /** To the year. */
  | 'YEAR';

/** How an edge lies at the entity it is read from. */
export type EdgeDirection =
  /** Either way. */
  | 'BOTH'
  /** It leads here. */
  | 'IN'
  /** It starts here. */
  | 'OUT';

/** Which edges; all that is set must hold. */
export type EdgeFilter = {
  /** As the graph knew it then. Absent: that of the root field. */
  asOf?: string | null | undefined;
  /** The date of the edge overlaps this one; undated edges fail. */
  date?: string | null | undefined;
  /** How the edge lies at the entity it is read from; of symmetric types every direction holds. */
  direction?: EdgeDirection | null | undefined;
  /** An article in one of these languages tells of it; `zh` also selects `zh-Hans`. */
  langs?: Array<string> | null | undefined;
  /** At least this sure, 0 to 1. */
  minConfidence?: number | null | undefined;
  /** At least so many independent articles. */
  minSupport?: number | null | undefined;
  /** Any of these modalities. */
  modalities?: Array<Modality> | null | undefined;
  /** Any of these offices. */
  offices?: Array<Office> | null | undefined;
  /** The far end is of one of these types; over the whole graph, either end. */
  otherTypes?: Array<EntityType> | null | undefined;
  /** The far end is one of these entities. */
  others?: Array<string | number> | null | undefined;
  /** An article of one of these publishers tells of it; where `langs` is given too, the same article. */
  sources?: Array<string> | null | undefined;
  /** Any of these statuses. */
  statuses?: Array<Status> | null | undefined;
  /** Any of these tiers. */
  tiers?: Array<Tier> | null | undefined;
  /** Any of these topics. */
  topics?: Array<Topic> | null | undefined;
  /** Any of these types. */
  types?: Array<EdgeType> | null | undefined;
  /** Holds on this date. Absent: that of the root field. */
  validAt?: string | null | undefined;
};

/** The kinds of edge; of a claim too. */
export type EdgeType =
  /** An event took place somewhere. */
  | 'HELD_IN'
  /** A person holds an office in a place or body. */
  | 'HOLDS_OFFICE'
  /** A place or body lies in a larger place. */
  | 'LOCATED_IN'
  /** A place or body is a member of a network. */
  | 'MEMBER_OF'
  /** Two people met, undirected. */
  | 'MET'
  /** A place, person or body took part in an event. */
  | 'PARTICIPATED_IN'
  /** Places or bodies work together, undirected. */
  | 'PARTNERS_WITH'
  /** A place or body is party to an agreement. */
  | 'PARTY_TO'
  /** An agreement renews an older one. */
  | 'RENEWS'
  /** A person signed an agreement. */
  | 'SIGNED'
  /** A tie between governments or bodies, undirected. */
  | 'TWINNED_WITH'
  /** A person, place or body visited another, sender to host. */
  | 'VISITED';

/** The kinds of entity. */
export type EntityType =
  /** A signed or planned paper. */
  | 'Agreement'
  /** A city, district, county or metropolitan area as a government. */
  | 'City'
  /** A country. */
  | 'Country'
  /** Something that took or takes place. */
  | 'Event'
  /** A body, company, port, museum, university, network … */
  | 'Institution'
  /** A person. */
  | 'Person'
  /** A state, province, prefecture or governorate. */
  | 'Region';

/** Kinds of event. */
export type EventKind =
  /** Anniversary. */
  | 'ANNIVERSARY'
  /** Ceremony. */
  | 'CEREMONY'
  /** Exhibition. */
  | 'EXHIBITION'
  /** Fair or expo. */
  | 'EXPO'
  /** Festival. */
  | 'FESTIVAL'
  /** Forum, summit or conference. */
  | 'FORUM'
  /** Meeting. */
  | 'MEETING'
  /** Any other. */
  | 'OTHER'
  /** Promotion. */
  | 'PROMOTION'
  /** Sports event. */
  | 'SPORT'
  /** Training course. */
  | 'TRAINING'
  /** Visit. */
  | 'VISIT';

/** Numbers that articles claim about a place. */
export type FigureType =
  /** In how many countries its partners lie. */
  | 'COUNTRY_COUNT'
  /** How many ties of the friendly-exchange tier it has. */
  | 'FRIENDLY_EXCHANGE_COUNT'
  /** How many twins it has. */
  | 'TWIN_COUNT';

/** Kinds of institution. */
export type InstitutionKind =
  /** Airport. */
  | 'AIRPORT'
  /** Association. */
  | 'ASSOCIATION'
  /** Chamber of commerce. */
  | 'CHAMBER'
  /** Company. */
  | 'COMPANY'
  /** Foundation. */
  | 'FOUNDATION'
  /** Bureau, ministry, council or mission. */
  | 'GOVERNMENT_BODY'
  /** Hospital. */
  | 'HOSPITAL'
  /** International organisation or city network. */
  | 'INTERNATIONAL_ORG'
  /** Broadcaster or publisher. */
  | 'MEDIA'
  /** Museum, library, zoo or garden. */
  | 'MUSEUM'
  /** Any other. */
  | 'OTHER'
  /** Port or port authority. */
  | 'PORT'
  /** School. */
  | 'SCHOOL'
  /** University. */
  | 'UNIVERSITY';

/** The level of a city. */
export type Level =
  /** A city. */
  | 'city'
  /** A county. */
  | 'county'
  /** A district of a city. */
  | 'district'
  /** A metropolitan area. */
  | 'metro_area';

/** How an article asserts a claim. */
export type Modality =
  /** As denied. */
  | 'DENIED'
  /** As a fact. */
  | 'FACT'
  /** As an intention. */
  | 'INTENDED'
  /** As true in the past only. */
  | 'PAST'
  /** As planned. */
  | 'PLANNED'
  /** In a quotation. */
  | 'QUOTED'
  /** As reported by others. */
  | 'REPORTED';

/** How a name is matched; a wider match includes the narrower. */
export type NameMatch =
  /** A name is exactly this, but for case, marks and spelling variants. */
  | 'EXACT'
  /** A name begins so. */
  | 'PREFIX'
  /** A name holds all words; of Chinese, all characters. */
  | 'WORDS';

/** Offices that people hold. */
export type Office =
  /** Ambassador. */
  | 'AMBASSADOR'
  /** Chief executive. */
  | 'CEO'
  /** Chair. */
  | 'CHAIR'
  /** Consul. */
  | 'CONSUL'
  /** Consul general. */
  | 'CONSUL_GENERAL'
  /** Member of a council. */
  | 'COUNCILLOR'
  /** Deputy head of an office or body. */
  | 'DEPUTY_DIRECTOR'
  /** Deputy head of a city. */
  | 'DEPUTY_MAYOR'
  /** Head of an office or body. */
  | 'DIRECTOR'
  /** Head of a region. */
  | 'GOVERNOR'
  /** Head of government. */
  | 'HEAD_OF_GOVERNMENT'
  /** Head of state. */
  | 'HEAD_OF_STATE'
  /** Head of a city. */
  | 'MAYOR'
  /** Minister. */
  | 'MINISTER'
  /** Any other office. */
  | 'OTHER'
  /** Party secretary of a place. */
  | 'PARTY_SECRETARY'
  /** President of a body. */
  | 'PRESIDENT'
  /** Professor. */
  | 'PROFESSOR'
  /** Secretary general. */
  | 'SECRETARY_GENERAL'
  /** Head of an assembly. */
  | 'SPEAKER'
  /** Spokesperson. */
  | 'SPOKESPERSON'
  /** Deputy head of a region. */
  | 'VICE_GOVERNOR';

/** What a participant is at an event. */
export type Role =
  /** Guest. */
  | 'GUEST'
  /** Head of a delegation. */
  | 'HEAD_OF_DELEGATION'
  /** Host. */
  | 'HOST'
  /** Member of a delegation. */
  | 'MEMBER'
  /** Organiser. */
  | 'ORGANISER'
  /** Speaker. */
  | 'SPEAKER';

/** The status of a tie, visit, partnership or agreement. */
export type Status =
  /** In force. */
  | 'ACTIVE'
  /** Took place. */
  | 'DONE'
  /** Over. */
  | 'ENDED'
  /** Ran out. */
  | 'EXPIRED'
  /** Announced, not yet done. */
  | 'PLANNED'
  /** Renewed by a later one. */
  | 'RENEWED'
  /** Signed. */
  | 'SIGNED'
  /** Paused by a statement. */
  | 'SUSPENDED'
  /** Ended by a party. */
  | 'TERMINATED'
  /** The articles do not tell. */
  | 'UNKNOWN';

/** Which way a text is written. */
export type TextDirection =
  /** Left to right. */
  | 'LTR'
  /** Right to left. */
  | 'RTL';

/** The tier of a tie. */
export type Tier =
  /** Formal, lower tier. */
  | 'FRIENDLY_EXCHANGE'
  /** A letter of intent only. */
  | 'INTENT'
  /** Bound to a time or topic. */
  | 'PROJECT'
  /** Formal, open-ended, in all fields. */
  | 'SISTER'
  /** The text says only that they are friendly. */
  | 'UNSPECIFIED';

/** Fields of cooperation. */
export type Topic =
  /** Farming, food and fisheries. */
  | 'AGRICULTURE_FOOD'
  /** Arts, museums, film and libraries. */
  | 'CULTURE'
  /** Smart city and data. */
  | 'DIGITAL'
  /** Schools, universities and scholarships. */
  | 'EDUCATION'
  /** Care and social welfare. */
  | 'ELDER_CARE'
  /** Energy. */
  | 'ENERGY'
  /** Climate, air and biodiversity. */
  | 'ENVIRONMENT_CLIMATE'
  /** Banks, exchanges and insurance. */
  | 'FINANCE'
  /** Public administration and the rule of law. */
  | 'GOVERNANCE'
  /** Medicine and public health. */
  | 'HEALTH'
  /** Monuments and archives. */
  | 'HERITAGE'
  /** Investment. */
  | 'INVESTMENT'
  /** Broadcasters, press and publishing. */
  | 'MEDIA'
  /** Diaspora and migrants. */
  | 'MIGRATION'
  /** Any other field. */
  | 'OTHER'
  /** Peace, rights and aid. */
  | 'PEACE'
  /** Ports, shipping and logistics. */
  | 'PORTS_SHIPPING'
  /** Friendship in general, no field named. */
  | 'PROTOCOL'
  /** Research, innovation and industry. */
  | 'SCIENCE_TECHNOLOGY'
  /** Disasters, policing and resilience. */
  | 'SECURITY'
  /** Sport. */
  | 'SPORT'
  /** Tourism. */
  | 'TOURISM'
  /** Trade and business matching. */
  | 'TRADE'
  /** Aviation, rail, roads and urban mobility. */
  | 'TRANSPORT'
  /** Planning, housing and parks. */
  | 'URBAN_PLANNING'
  /** Water, sanitation and waste. */
  | 'WATER'
  /** Youth, volunteers and people-to-people contact. */
  | 'YOUTH';

type Brief_Agreement_Fragment = { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null };

type Brief_City_Fragment = { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null };

type Brief_Country_Fragment = { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null };

type Brief_Event_Fragment = { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null };

type Brief_Institution_Fragment = { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null };

type Brief_Person_Fragment = { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number };

type Brief_Region_Fragment = { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null };

export type BriefFragment =
  | Brief_Agreement_Fragment
  | Brief_City_Fragment
  | Brief_Country_Fragment
  | Brief_Event_Fragment
  | Brief_Institution_Fragment
  | Brief_Person_Fragment
  | Brief_Region_Fragment
;

export type WhenFragment = { value: string, precision: DatePrecision, method: DateMethod | null };

export type TieFragment = { id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null };

export type EntityHeadQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type EntityHeadQuery = { entity:
    | { __typename: 'Agreement', topics: Array<Topic>, renewal: boolean, round: number | null, articleCount: number, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, place:
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
       | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }>, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', iso: string | null, population: number | null, level: Level | null, articleCount: number, countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, country: { id: string, name: string } | null, region: { id: string, name: string } | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', iso: string | null, population: number | null, articleCount: number, countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, country: { id: string, name: string } | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', topics: Array<Topic>, articleCount: number, id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventUntil: { value: string, precision: DatePrecision, method: DateMethod | null } | null, place:
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
        | { id: string, name: string }
       | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }>, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', articleCount: number, id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }> }
    | { __typename: 'Person', articleCount: number, id: string, type: EntityType, name: string, originalName: string, degree: number, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }> }
    | { __typename: 'Region', iso: string | null, population: number | null, articleCount: number, countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, country: { id: string, name: string } | null, names: Array<{ text: string, lang: string | null, direction: TextDirection }>, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
   | null };

export type EntityEdgesQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  langs?: Array<string> | string | null | undefined;
  filter?: EdgeFilter | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type EntityEdgesQuery = { entity:
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
    | { id: string, edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ direction: EdgeDirection | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, other:
            | { __typename: 'Agreement', renewal: boolean, round: number | null, topics: Array<Topic>, id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null, parties: { nodes: Array<{ from:
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                    | { id: string, type: EntityType, name: string }
                   }> }, renews: { nodes: Array<{ to:
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                    | { id: string, name: string }
                   }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, postedTo:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null, claims: { totalCount: number, nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } }
   | null };

export type SourceFragment = { id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null };

export type EntityFiguresQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type EntityFiguresQuery = { figures: { totalCount: number, nodes: Array<{ figure: FigureType | null, value: number | null, title: string | null, asserted: string | null, id: string, modality: Modality, confidence: number, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> } };

export type EntityArticlesQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type EntityArticlesQuery = { articles: { totalCount: number, nodes: Array<{ id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null, direction: TextDirection }> } };

export type ReadingFragment = { id: string, type: EdgeType | null, figure: FigureType | null, value: number | null, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, round: number | null, topics: Array<Topic>, modality: Modality, asserted: string | null, confidence: number, rule: string, version: string, date: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, subject:
    | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
    | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
    | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
   | null, object:
    | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
    | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
    | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
   | null, evidence: { text: string, lang: string | null, direction: TextDirection, span: { start: number, end: number }, trigger: { start: number, end: number } | null, subject: { start: number, end: number } | null, object: { start: number, end: number } | null }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, direction: TextDirection, url: string | null, text: string } | null };

export type EdgeReaderQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type EdgeReaderQuery = { edge: { firstAsserted: string | null, lastAsserted: string | null, round: number | null, id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, from:
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    , to:
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    , postedTo:
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
     | null, claims: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, type: EdgeType | null, figure: FigureType | null, value: number | null, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, round: number | null, topics: Array<Topic>, modality: Modality, asserted: string | null, confidence: number, rule: string, version: string, date: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, subject:
          | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
          | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
          | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
         | null, object:
          | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
          | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
          | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
         | null, evidence: { text: string, lang: string | null, direction: TextDirection, span: { start: number, end: number }, trigger: { start: number, end: number } | null, subject: { start: number, end: number } | null, object: { start: number, end: number } | null }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, direction: TextDirection, url: string | null, text: string } | null }> }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null } | null };

export type ClaimReaderQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ClaimReaderQuery = { claim: { id: string, type: EdgeType | null, figure: FigureType | null, value: number | null, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, round: number | null, topics: Array<Topic>, modality: Modality, asserted: string | null, confidence: number, rule: string, version: string, date: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { anchor: string | null, value: string, precision: DatePrecision, method: DateMethod | null } | null, subject:
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
     | null, object:
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
     | null, evidence: { text: string, lang: string | null, direction: TextDirection, span: { start: number, end: number }, trigger: { start: number, end: number } | null, subject: { start: number, end: number } | null, object: { start: number, end: number } | null }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, direction: TextDirection, url: string | null, text: string } | null } | null };

export type ArticleReaderQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ArticleReaderQuery = { node:
    | { id: string, title: string, source: string | null, date: string | null, lang: string, direction: TextDirection, url: string | null, text: string, claims: { totalCount: number, nodes: Array<{ id: string, type: EdgeType | null, figure: FigureType | null, value: number | null, modality: Modality, confidence: number, subject:
            | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, object:
            | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
            | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
            | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
            | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
            | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
           | null, evidence: { direction: TextDirection, span: { start: number, end: number } } }> }, mentions: { totalCount: number, nodes: Array<
          | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
          | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
          | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
          | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
          | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
         | null> } }
    | Record<PropertyKey, never>
   | null };

export type ClaimIdsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  asOf?: string | null | undefined;
}>;


export type ClaimIdsQuery = { nodes: Array<
    | { id: string, claims: { nodes: Array<{ id: string }> } }
    | Record<PropertyKey, never>
   | null> };

export type StartQueryVariables = Exact<{
  lang?: string | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type StartQuery = { stats: { articles: number, claims: number, lastLoad: string | null, langs: Array<{ lang: string, count: number }>, nodes: Array<{ type: EntityType, count: number }>, edges: Array<{ type: EdgeType, count: number }> }, cities: { totalCount: number, nodes: Array<{ __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }> } };

export type WholeEdgesQueryVariables = Exact<{
  lang?: string | null | undefined;
  langs?: Array<string> | string | null | undefined;
  filter?: EdgeFilter | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type WholeEdgesQuery = { edges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, from:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , to:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , claims: { totalCount: number }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } };

export type LinkFragment = { id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, from:
    | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
    | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
    | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
  , to:
    | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
    | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
    | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
  , claims: { totalCount: number }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  lang?: string | null | undefined;
  match?: NameMatch | null | undefined;
  first?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, edges: Array<{ matchedName: { text: string, lang: string | null, direction: TextDirection }, node:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
       }> } };

export type CountsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  lang?: string | null | undefined;
  filter?: EdgeFilter | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type CountsQuery = { nodes: Array<
    | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, edgeCounts: Array<{ type: EdgeType, count: number }>, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
    | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
    | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, edgeCounts: Array<{ type: EdgeType, count: number }>, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
    | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null, edgeCounts: Array<{ type: EdgeType, count: number }> }
    | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number, edgeCounts: Array<{ type: EdgeType, count: number }> }
    | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, edgeCounts: Array<{ type: EdgeType, count: number }>, location: { lat: number, lon: number } | null }
    | Record<PropertyKey, never>
   | null> };

export type ExpandQueryVariables = Exact<{
  id: string | number;
  filter?: EdgeFilter | null | undefined;
  first: number;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type ExpandQuery = { entity:
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
    | { id: string, edges: { totalCount: number, nodes: Array<{ id: string, other:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string }
           | null }> } }
   | null };

export type AmongQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  lang?: string | null | undefined;
  langs?: Array<string> | string | null | undefined;
  filter?: EdgeFilter | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type AmongQuery = { subgraph: { truncated: boolean, nodes: Array<
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    >, edges: Array<{ id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, from:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , to:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , claims: { totalCount: number }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } };

export type PathFinderQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  k: number;
  maxDepth: number;
  lang?: string | null | undefined;
  langs?: Array<string> | string | null | undefined;
  filter?: EdgeFilter | null | undefined;
  asOf?: string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type PathFinderQuery = { paths: { truncated: boolean, edgeTypes: Array<EdgeType>, paths: Array<{ length: number, nodes: Array<
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      >, edges: Array<{ id: string }> }>, nodes: Array<
      | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
      | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
      | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
      | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
    >, edges: Array<{ id: string, type: EdgeType, symmetric: boolean, tier: Tier | null, status: Status | null, office: Office | null, title: string | null, former: boolean, role: Role | null, topics: Array<Topic>, modality: Modality, claimCount: number, support: number, confidence: number, proof: { nodes: Array<{ id: string, modality: Modality, confidence: number, evidence: { text: string, lang: string | null, direction: TextDirection }, article: { id: string, title: string, source: string | null, date: string | null, lang: string, url: string | null } | null }> }, from:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , to:
        | { __typename: 'Agreement', id: string, type: EntityType, name: string, originalName: string, degree: number, agreementKind: AgreementKind | null, agreementStatus: Status | null, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'City', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Country', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
        | { __typename: 'Event', id: string, type: EntityType, name: string, originalName: string, degree: number, eventKind: EventKind | null, eventDate: { value: string, precision: DatePrecision, method: DateMethod | null } | null }
        | { __typename: 'Institution', id: string, type: EntityType, name: string, originalName: string, degree: number, institutionKind: InstitutionKind | null }
        | { __typename: 'Person', id: string, type: EntityType, name: string, originalName: string, degree: number }
        | { __typename: 'Region', countryCode: string | null, id: string, type: EntityType, name: string, originalName: string, degree: number, location: { lat: number, lon: number } | null }
      , claims: { totalCount: number }, date: { value: string, precision: DatePrecision, method: DateMethod | null } | null, until: { value: string, precision: DatePrecision, method: DateMethod | null } | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SourceFragmentDoc = new TypedDocumentString(`
    fragment Source on Claim {
  id
  modality
  confidence
  evidence {
    text
    lang
    direction
  }
  article {
    id
    title
    source
    date
    lang
    url
  }
}
    `, {"fragmentName":"Source"}) as unknown as TypedDocumentString<SourceFragment, unknown>;
export const WhenFragmentDoc = new TypedDocumentString(`
    fragment When on PartialDate {
  value
  precision
  method
}
    `, {"fragmentName":"When"}) as unknown as TypedDocumentString<WhenFragment, unknown>;
export const BriefFragmentDoc = new TypedDocumentString(`
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
    fragment When on PartialDate {
  value
  precision
  method
}`, {"fragmentName":"Brief"}) as unknown as TypedDocumentString<BriefFragment, unknown>;
export const ReadingFragmentDoc = new TypedDocumentString(`
    fragment Reading on Claim {
  id
  type
  figure
  value
  tier
  status
  office
  title
  former
  role
  round
  topics
  modality
  date {
    ...When
    anchor
  }
  until {
    ...When
    anchor
  }
  asserted
  confidence
  rule
  version
  subject {
    ...Brief
  }
  object {
    ...Brief
  }
  evidence {
    text
    lang
    direction
    span {
      start
      end
    }
    trigger {
      start
      end
    }
    subject {
      start
      end
    }
    object {
      start
      end
    }
  }
  article {
    id
    title
    source
    date
    lang
    direction
    url
    text
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`, {"fragmentName":"Reading"}) as unknown as TypedDocumentString<ReadingFragment, unknown>;
export const TieFragmentDoc = new TypedDocumentString(`
    fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
    fragment When on PartialDate {
  value
  precision
  method
}`, {"fragmentName":"Tie"}) as unknown as TypedDocumentString<TieFragment, unknown>;
export const LinkFragmentDoc = new TypedDocumentString(`
    fragment Link on Edge {
  ...Tie
  from {
    ...Brief
  }
  to {
    ...Brief
  }
  claims(first: 1, filter: {langs: $langs}) {
    totalCount
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}`, {"fragmentName":"Link"}) as unknown as TypedDocumentString<LinkFragment, unknown>;
export const EntityHeadDocument = new TypedDocumentString(`
    query EntityHead($id: ID!, $lang: LangTag, $asOf: DateTime, $validAt: Date) {
  entity(id: $id, asOf: $asOf, validAt: $validAt) {
    ...Brief
    articleCount
    names {
      text
      lang
      direction
    }
    edgeCounts {
      type
      count
    }
    ... on Place {
      iso
      population
      country {
        id
        name(lang: $lang)
      }
    }
    ... on City {
      level
      region {
        id
        name(lang: $lang)
      }
    }
    ... on Agreement {
      until {
        ...When
      }
      topics
      renewal
      round
      place {
        id
        name(lang: $lang)
      }
    }
    ... on Event {
      eventUntil: until {
        ...When
      }
      topics
      place {
        id
        name(lang: $lang)
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`) as unknown as TypedDocumentString<EntityHeadQuery, EntityHeadQueryVariables>;
export const EntityEdgesDocument = new TypedDocumentString(`
    query EntityEdges($id: ID!, $lang: LangTag, $langs: [LangTag!], $filter: EdgeFilter, $after: Cursor, $asOf: DateTime, $validAt: Date) {
  entity(id: $id, asOf: $asOf, validAt: $validAt) {
    id
    edges(filter: $filter, orderBy: DATE, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Tie
        direction
        other {
          ...Brief
          ... on Agreement {
            until {
              ...When
            }
            renewal
            round
            topics
            parties(first: 6) {
              nodes {
                from {
                  id
                  type
                  name(lang: $lang)
                }
              }
            }
            renews(first: 3) {
              nodes {
                to {
                  id
                  name(lang: $lang)
                }
              }
            }
          }
        }
        postedTo {
          id
          name(lang: $lang)
        }
        claims(first: 3, filter: {langs: $langs}) {
          totalCount
          nodes {
            ...Source
          }
        }
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
fragment Source on Claim {
  id
  modality
  confidence
  evidence {
    text
    lang
    direction
  }
  article {
    id
    title
    source
    date
    lang
    url
  }
}`) as unknown as TypedDocumentString<EntityEdgesQuery, EntityEdgesQueryVariables>;
export const EntityFiguresDocument = new TypedDocumentString(`
    query EntityFigures($id: ID!, $asOf: DateTime) {
  figures(place: $id, first: 50, asOf: $asOf) {
    totalCount
    nodes {
      ...Source
      figure
      value
      title
      date {
        ...When
      }
      asserted
    }
  }
}
    fragment When on PartialDate {
  value
  precision
  method
}
fragment Source on Claim {
  id
  modality
  confidence
  evidence {
    text
    lang
    direction
  }
  article {
    id
    title
    source
    date
    lang
    url
  }
}`) as unknown as TypedDocumentString<EntityFiguresQuery, EntityFiguresQueryVariables>;
export const EntityArticlesDocument = new TypedDocumentString(`
    query EntityArticles($id: ID!, $asOf: DateTime, $after: Cursor) {
  articles(filter: {mentions: $id}, first: 50, after: $after, asOf: $asOf) {
    totalCount
    nodes {
      id
      title
      source
      date
      lang
      url
      direction
    }
  }
}
    `) as unknown as TypedDocumentString<EntityArticlesQuery, EntityArticlesQueryVariables>;
export const EdgeReaderDocument = new TypedDocumentString(`
    query EdgeReader($id: ID!, $lang: LangTag, $asOf: DateTime, $validAt: Date, $after: Cursor) {
  edge(id: $id, asOf: $asOf, validAt: $validAt) {
    ...Tie
    firstAsserted
    lastAsserted
    round
    from {
      ...Brief
    }
    to {
      ...Brief
    }
    postedTo {
      id
      name(lang: $lang)
    }
    claims(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Reading
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
fragment Reading on Claim {
  id
  type
  figure
  value
  tier
  status
  office
  title
  former
  role
  round
  topics
  modality
  date {
    ...When
    anchor
  }
  until {
    ...When
    anchor
  }
  asserted
  confidence
  rule
  version
  subject {
    ...Brief
  }
  object {
    ...Brief
  }
  evidence {
    text
    lang
    direction
    span {
      start
      end
    }
    trigger {
      start
      end
    }
    subject {
      start
      end
    }
    object {
      start
      end
    }
  }
  article {
    id
    title
    source
    date
    lang
    direction
    url
    text
  }
}`) as unknown as TypedDocumentString<EdgeReaderQuery, EdgeReaderQueryVariables>;
export const ClaimReaderDocument = new TypedDocumentString(`
    query ClaimReader($id: ID!, $lang: LangTag, $asOf: DateTime) {
  claim(id: $id, asOf: $asOf) {
    ...Reading
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Reading on Claim {
  id
  type
  figure
  value
  tier
  status
  office
  title
  former
  role
  round
  topics
  modality
  date {
    ...When
    anchor
  }
  until {
    ...When
    anchor
  }
  asserted
  confidence
  rule
  version
  subject {
    ...Brief
  }
  object {
    ...Brief
  }
  evidence {
    text
    lang
    direction
    span {
      start
      end
    }
    trigger {
      start
      end
    }
    subject {
      start
      end
    }
    object {
      start
      end
    }
  }
  article {
    id
    title
    source
    date
    lang
    direction
    url
    text
  }
}`) as unknown as TypedDocumentString<ClaimReaderQuery, ClaimReaderQueryVariables>;
export const ArticleReaderDocument = new TypedDocumentString(`
    query ArticleReader($id: ID!, $lang: LangTag, $asOf: DateTime) {
  node(id: $id, asOf: $asOf) {
    ... on Article {
      id
      title
      source
      date
      lang
      direction
      url
      text
      claims(first: 100) {
        totalCount
        nodes {
          id
          type
          figure
          value
          modality
          confidence
          subject {
            ...Brief
          }
          object {
            ...Brief
          }
          evidence {
            direction
            span {
              start
              end
            }
          }
        }
      }
      mentions(first: 100) {
        totalCount
        nodes {
          ...Brief
        }
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`) as unknown as TypedDocumentString<ArticleReaderQuery, ArticleReaderQueryVariables>;
export const ClaimIdsDocument = new TypedDocumentString(`
    query ClaimIds($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    ... on Edge {
      id
      claims(first: 50) {
        nodes {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimIdsQuery, ClaimIdsQueryVariables>;
export const StartDocument = new TypedDocumentString(`
    query Start($lang: LangTag, $asOf: DateTime, $validAt: Date) {
  stats {
    articles
    claims
    lastLoad
    langs {
      lang
      count
    }
    nodes {
      type
      count
    }
    edges {
      type
      count
    }
  }
  cities(first: 10, orderBy: DEGREE, asOf: $asOf, validAt: $validAt) {
    totalCount
    nodes {
      ...Brief
      edgeCounts {
        type
        count
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`) as unknown as TypedDocumentString<StartQuery, StartQueryVariables>;
export const WholeEdgesDocument = new TypedDocumentString(`
    query WholeEdges($lang: LangTag, $langs: [LangTag!], $filter: EdgeFilter, $after: Cursor, $asOf: DateTime, $validAt: Date) {
  edges(
    filter: $filter
    orderBy: SUPPORT
    first: 100
    after: $after
    asOf: $asOf
    validAt: $validAt
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Link
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
fragment Link on Edge {
  ...Tie
  from {
    ...Brief
  }
  to {
    ...Brief
  }
  claims(first: 1, filter: {langs: $langs}) {
    totalCount
  }
}`) as unknown as TypedDocumentString<WholeEdgesQuery, WholeEdgesQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $lang: LangTag, $match: NameMatch, $first: Int, $asOf: DateTime) {
  search(text: $text, match: $match, first: $first, asOf: $asOf) {
    totalCount
    edges {
      matchedName {
        text
        lang
        direction
      }
      node {
        ...Brief
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const CountsDocument = new TypedDocumentString(`
    query Counts($ids: [ID!]!, $lang: LangTag, $filter: EdgeFilter, $asOf: DateTime, $validAt: Date) {
  nodes(ids: $ids, asOf: $asOf, validAt: $validAt) {
    ... on Entity {
      ...Brief
      edgeCounts(filter: $filter) {
        type
        count
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}`) as unknown as TypedDocumentString<CountsQuery, CountsQueryVariables>;
export const ExpandDocument = new TypedDocumentString(`
    query Expand($id: ID!, $filter: EdgeFilter, $first: Int!, $asOf: DateTime, $validAt: Date) {
  entity(id: $id, asOf: $asOf, validAt: $validAt) {
    id
    edges(filter: $filter, orderBy: SUPPORT, first: $first) {
      totalCount
      nodes {
        id
        other {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExpandQuery, ExpandQueryVariables>;
export const AmongDocument = new TypedDocumentString(`
    query Among($ids: [ID!]!, $lang: LangTag, $langs: [LangTag!], $filter: EdgeFilter, $asOf: DateTime, $validAt: Date) {
  subgraph(ids: $ids, filter: $filter, asOf: $asOf, validAt: $validAt) {
    truncated
    nodes {
      ...Brief
    }
    edges {
      ...Link
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
fragment Link on Edge {
  ...Tie
  from {
    ...Brief
  }
  to {
    ...Brief
  }
  claims(first: 1, filter: {langs: $langs}) {
    totalCount
  }
}`) as unknown as TypedDocumentString<AmongQuery, AmongQueryVariables>;
export const PathFinderDocument = new TypedDocumentString(`
    query PathFinder($from: ID!, $to: ID!, $k: Int!, $maxDepth: Int!, $lang: LangTag, $langs: [LangTag!], $filter: EdgeFilter, $asOf: DateTime, $validAt: Date) {
  paths(
    from: $from
    to: $to
    k: $k
    maxDepth: $maxDepth
    filter: $filter
    asOf: $asOf
    validAt: $validAt
  ) {
    truncated
    edgeTypes
    paths {
      length
      nodes {
        id
      }
      edges {
        id
      }
    }
    nodes {
      ...Brief
    }
    edges {
      ...Link
      proof: claims(first: 1) {
        nodes {
          ...Source
        }
      }
    }
  }
}
    fragment Brief on Entity {
  __typename
  id
  type
  name(lang: $lang)
  originalName
  degree
  ... on Place {
    location {
      lat
      lon
    }
    countryCode
  }
  ... on Agreement {
    agreementKind: kind
    agreementStatus: status
    date {
      ...When
    }
  }
  ... on Event {
    eventKind: kind
    eventDate: date {
      ...When
    }
  }
  ... on Institution {
    institutionKind: kind
  }
}
fragment When on PartialDate {
  value
  precision
  method
}
fragment Tie on Edge {
  id
  type
  symmetric
  date {
    ...When
  }
  until {
    ...When
  }
  tier
  status
  office
  title
  former
  role
  topics
  modality
  claimCount
  support
  confidence
}
fragment Source on Claim {
  id
  modality
  confidence
  evidence {
    text
    lang
    direction
  }
  article {
    id
    title
    source
    date
    lang
    url
  }
}
fragment Link on Edge {
  ...Tie
  from {
    ...Brief
  }
  to {
    ...Brief
  }
  claims(first: 1, filter: {langs: $langs}) {
    totalCount
  }
}`) as unknown as TypedDocumentString<PathFinderQuery, PathFinderQueryVariables>;