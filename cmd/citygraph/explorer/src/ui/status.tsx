import { label } from "../i18n/i18n.ts";

/** What a status means for the reader: five tones, each with its own sign. */
const tones: Record<string, "good" | "coming" | "paused" | "over" | "unknown"> = {
  ACTIVE: "good",
  DONE: "good",
  SIGNED: "good",
  RENEWED: "good",
  FACT: "good",
  PLANNED: "coming",
  INTENDED: "coming",
  SUSPENDED: "paused",
  REPORTED: "paused",
  QUOTED: "paused",
  ENDED: "over",
  EXPIRED: "over",
  TERMINATED: "over",
  DENIED: "over",
  PAST: "over",
  UNKNOWN: "unknown",
};

const signs = {
  good: "M2 8.5 6 12.5 14 4",
  coming: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
  paused: "M5 3v10M11 3v10",
  over: "M3 3l10 10M13 3 3 13",
  unknown: "M3 8h10",
};

/** The tone of a status or modality; unknown where there is none. */
export function tone(code: string | null | undefined): keyof typeof signs {
  return tones[code ?? ""] ?? "unknown";
}

/** A status or modality in words, with sign and colour of its tone. */
export function StatusMark({ group, code }: { group: "status" | "modality"; code: string | null | undefined }) {
  if (!code) return null;
  const kind = tone(code);
  return (
    <span class={`status status-${kind}`}>
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">
        <path d={signs[kind]} />
      </svg>
      {label(group, code)}
    </span>
  );
}
