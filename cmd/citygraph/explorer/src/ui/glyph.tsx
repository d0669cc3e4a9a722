import type { EntityType } from "../api/generated.ts";
import { label } from "../i18n/i18n.ts";

/** Each type has its own shape beside its colour, on the map, in the network and in lists. */
const shapes: Record<EntityType, string> = {
  City: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z",
  Region: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z",
  Country: "M5 1h6l4 4v6l-4 4H5l-4-4V5Z",
  Person: "M8 .5 15.5 8 8 15.5.5 8Z",
  Institution: "M2 2h12v12H2Z",
  Agreement: "M3 1h7l4 4v10H3Z",
  Event: "M8 1l7 5.2L12.3 15H3.7L1 6.2Z",
};

/** The sign of an entity type. */
export function Glyph({ type, named }: { type: EntityType; named?: boolean }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" fill={`var(--c-${type})`} {...(named ? { role: "img", "aria-label": label("type", type) } : { "aria-hidden": "true" })}>
      <path d={shapes[type]} />
    </svg>
  );
}

/** Icons of buttons, as paths on a 24-unit grid. */
const icons = {
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L21 21",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5",
  arrange: "M5 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm14 3a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6 7l2.5 10M7 5.5 17 8m0 1.5L10.5 17.5",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "m15 14 5-5-5-5m5 5H10a6 6 0 0 0 0 12h3",
  close: "M6 6l12 12M18 6 6 18",
  filter: "M4 6h16M7 12h10m-7 6h4",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3m-10-3h10v6H7Z",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 1 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3a4 4 0 1 0 5.7 5.7L12 17",
  out: "M14 4h6v6m0-6-9 9M19 14v6H4V5h6",
  down: "M12 4v12m-5-5 5 5 5-5M5 20h14",
};
export type IconName = keyof typeof icons;

/** A line icon; it says nothing to a screen reader, its button does. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}
