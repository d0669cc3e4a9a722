const isolateFirst = "\u2068";
const isolateEnd = "\u2069";

/**
 * A label for a canvas or an SVG text, whose paragraph is always left to right: isolating it
 * lets its own first strong letter choose the order. A leading mark alone does not.
 */
export function canvasLabel(s: string): string {
  return isolateFirst + s + isolateEnd;
}

/** The text as it is stored: without the marks that only order it on screen. */
export function withoutMarks(s: string): string {
  return s.replaceAll(/[\u2066-\u2069]/g, "");
}

/** Language of a name read off its script, "" for Latin and other scripts that tell nothing. */
export function scriptLang(s: string): string {
  if (/\p{Script=Arabic}/u.test(s)) return "ar";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(s)) return "ja";
  if (/\p{Script=Hangul}/u.test(s)) return "ko";
  if (/\p{Script=Han}/u.test(s)) return "zh";
  if (/\p{Script=Cyrillic}/u.test(s)) return "ru";
  if (/\p{Script=Greek}/u.test(s)) return "el";
  return "";
}

/** The first n graphemes, with an ellipsis where something was cut. */
export function shorten(s: string, n: number): string {
  const parts = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(s)];
  return parts.length <= n ? s : parts.slice(0, n - 1).map((p) => p.segment).join("") + "…";
}

/** A text cut at byte offsets of its UTF-8, as the API counts. */
export class ByteText {
  private readonly bytes: Uint8Array;

  constructor(readonly text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  get length(): number {
    return this.bytes.length;
  }

  slice(start: number, end: number): string {
    return new TextDecoder().decode(this.bytes.subarray(start, end));
  }

  /** The paragraph around a stretch: from the line break before it to the one after. */
  paragraph(start: number, end: number): { start: number; end: number } {
    const before = this.bytes.lastIndexOf(10, Math.max(start - 1, 0));
    const after = this.bytes.indexOf(10, end);
    return { start: start > 0 ? before + 1 : 0, end: after < 0 ? this.bytes.length : after };
  }
}
