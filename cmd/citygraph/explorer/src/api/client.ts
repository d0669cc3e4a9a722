import type { TypedDocumentString } from "./generated.ts";

/** Why a question failed: the API's own codes, or one of the transport's. */
export type FailureCode =
  | "BAD_USER_INPUT"
  | "BAD_CURSOR"
  | "LIMIT_EXCEEDED"
  | "TIMEOUT"
  | "UNAVAILABLE"
  | "NOT_FOUND"
  | "INTERNAL"
  | "UNREACHABLE";

/** A question that was not answered. */
export class ApiError extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

type Answer<R> = { data?: R | null; errors?: { message: string; extensions?: { code?: string } }[] };

const patience = 15_000;
const kept = 80;
const answers = new Map<string, unknown>();

/** The key under which an answer is kept while the page lives. */
export function questionKey(document: unknown, variables: unknown): string {
  return String(document) + JSON.stringify(variables);
}

/** What is already known, without asking. */
export function known<R>(key: string): R | undefined {
  return answers.get(key) as R | undefined;
}

/** Asks the API; answers are kept for the life of the page, so that going back asks nothing. */
export async function ask<R, V>(document: TypedDocumentString<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const key = questionKey(document, variables);
  const before = known<R>(key);
  if (before) return before;
  const data = await send<R>(document.toString(), variables, signal);
  answers.set(key, data);
  if (answers.size > kept) answers.delete(answers.keys().next().value!);
  return data;
}

async function send<R>(query: string, variables: unknown, signal?: AbortSignal): Promise<R> {
  const limit = AbortSignal.timeout(patience);
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query, variables }),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(limit.aborted ? "TIMEOUT" : "UNREACHABLE", String(cause));
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<R>;
  const error = answer.errors?.[0];
  if (error) throw new ApiError((error.extensions?.code ?? "INTERNAL") as FailureCode, error.message);
  if (!answer.data) throw new ApiError(response.status === 429 || response.status >= 502 ? "UNAVAILABLE" : "INTERNAL", `HTTP ${response.status}`);
  return answer.data;
}

/** Forgets every answer: the next question goes to the server. */
export function forgetAnswers(): void {
  answers.clear();
}
