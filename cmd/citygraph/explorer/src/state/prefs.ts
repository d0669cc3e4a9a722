import { computed, effect, signal } from "@preact/signals";
import { here, setParams } from "./route.ts";

/** The languages of the interface. */
export const locales = ["en", "ar", "zh"] as const;
export type Locale = (typeof locales)[number];

/** Light and dark, or what the system says. */
export type Theme = "system" | "light" | "dark";

const stored = (name: string) => {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return ""; // storage may be switched off
  }
};
const store = (name: string, value: string) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // the choice then lasts as long as the page
  }
};

const chosen = signal(stored("lang"));

/** The language of the interface: of the address, else the stored one, else the browser's. */
export const locale = computed<Locale>(() => {
  const asked = [here.value.searchParams.get("lang") ?? "", chosen.value, ...navigator.languages];
  for (const tag of asked) {
    const found = locales.find((l) => tag === l || tag.startsWith(l + "-"));
    if (found) return found;
  }
  return "en";
});

/** Switches the language; the address says so too, so that a link shows the same page. */
export function chooseLocale(l: Locale): void {
  chosen.value = l;
  store("lang", l);
  setParams({ lang: l }, "replace");
}

/** Light, dark, or as the system has it. */
export const theme = signal<Theme>((stored("theme") as Theme) || "system");
/** Whether numbers are written with Arabic-Indic digits in Arabic. */
export const easternDigits = signal(stored("digits") === "arab");

export function chooseTheme(value: Theme): void {
  theme.value = value;
  store("theme", value);
}

export function chooseDigits(eastern: boolean): void {
  easternDigits.value = eastern;
  store("digits", eastern ? "arab" : "latn");
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener("change", (e) => (systemIsDark.value = e.matches));

/** Whether the page is dark now. */
export const isDark = computed(() => (theme.value === "system" ? systemIsDark.value : theme.value === "dark"));

/** Whether things may move by themselves. */
export const mayMove = !matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Keeps the document's language, direction and theme in step. */
export function applyPreferences(): void {
  effect(() => {
    const root = document.documentElement;
    root.lang = locale.value;
    root.dir = locale.value === "ar" ? "rtl" : "ltr";
    root.dataset.theme = isDark.value ? "dark" : "light";
  });
}
