/** A text that wants a place beside a point. */
export type Wanted = { id: string; x: number; y: number; text: string };
/** The side of its point on which a text stands. */
export type Placed = Wanted & { side: "end" | "start" };

const lineHeight = 15;

/** The width of a text at 12 px, by kind of letter: near enough to keep texts apart. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/u.test(letter) ? 12.5 : 7;
  return width;
}

/** Places texts in the order given and leaves out those that would lie over another. */
export function placeLabels(wanted: Wanted[], width: number): Placed[] {
  const boxes: [number, number, number, number][] = wanted.slice(0, 40).map((p) => [p.x - 3, p.y - 3, p.x + 3, p.y + 3]);
  const placed: Placed[] = [];
  for (const label of wanted) {
    for (const side of ["end", "start"] as const) {
      const w = textWidth(label.text);
      const left = side === "end" ? label.x + 7 : label.x - 7 - w;
      const box: [number, number, number, number] = [left, label.y - lineHeight / 2, left + w, label.y + lineHeight / 2];
      if (box[0] < 0 || box[2] > width) continue;
      if (boxes.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) continue;
      boxes.push(box);
      placed.push({ ...label, side });
      break;
    }
  }
  return placed;
}
