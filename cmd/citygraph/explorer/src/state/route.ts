import { computed, signal } from "@preact/signals";

/** Where the reader is. Everything that a view shows follows from this one value. */
export const here = signal(read());

/** The address as path segments, decoded. */
export const segments = computed(() => here.value.pathname.split("/").filter(Boolean).map(decodeURIComponent));

function read(): URL {
  return new URL(location.href);
}

/** Moves to an address of this page, as a step that Back undoes, or in place of the current one. */
export function go(address: string | URL, how: "push" | "replace" = "push"): void {
  const url = new URL(address, location.href);
  if (url.href === location.href) return;
  history[how === "push" ? "pushState" : "replaceState"](null, "", url);
  here.value = url;
  if (how === "push" && url.pathname !== lastPath) {
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }
  lastPath = url.pathname;
}

let lastPath = location.pathname;

/** One parameter of the address, "" where it is not set. */
export function param(name: string): string {
  return here.value.searchParams.get(name) ?? "";
}

/** A parameter that lists values, split at commas. */
export function listParam(name: string): string[] {
  const value = param(name);
  return value ? value.split(",") : [];
}

/** The current address with some parameters changed; null and "" remove one. */
export function withParams(changes: Record<string, string | null>): URL {
  const url = new URL(here.value);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

/** Changes parameters of the current view. */
export function setParams(changes: Record<string, string | null>, how: "push" | "replace" = "push"): void {
  go(withParams(changes), how);
}

const carried = ["lang", "types", "tiers", "statuses", "modalities", "conf", "support", "langs", "from", "to", "asOf", "validAt"];

/** A link to another view that keeps language, filters and dates. */
export function to(path: string, params: Record<string, string> = {}): string {
  const url = new URL(path, location.origin);
  for (const name of carried) {
    const value = param(name);
    if (value) url.searchParams.set(name, value);
  }
  for (const [name, value] of Object.entries(params)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.pathname + url.search;
}

/** Where an entity, edge, claim or article is read; ids stand in the path as they are. */
export function toItem(kind: "entity" | "edge" | "claim" | "article", id: string): string {
  return to(`/${kind}/${encodeURIComponent(id).replaceAll("%3A", ":")}`);
}

/** Follows history and plain clicks on links of this page. */
export function followAddress(): void {
  addEventListener("popstate", () => {
    lastPath = location.pathname;
    here.value = read();
  });
  addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | SVGAElement | null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const href = link.getAttribute("href")!;
    if (!href.startsWith("/") || href.startsWith("/graphiql") || href.startsWith("/schema") || link.hasAttribute("download")) return;
    event.preventDefault();
    go(href);
  });
}
