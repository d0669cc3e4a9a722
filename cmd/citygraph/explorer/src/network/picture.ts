import type { Core } from "cytoscape";
import { withoutMarks } from "../text/bidi.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const esc = (s: string) => withoutMarks(s).replaceAll(/[&<>"]/g, (c) => escapes[c]!);

/** The drawing as PNG at twice its size. */
export async function networkPng(cy: Core): Promise<Blob> {
  const background = getComputedStyle(document.documentElement).getPropertyValue("--surface").trim();
  return cy.png({ output: "blob-promise", full: true, scale: 2, bg: background, maxWidth: 8000, maxHeight: 8000 }) as unknown as Promise<Blob>;
}

/** The drawing as SVG: lines, dots and names, each name isolated so that it keeps its order. */
export function networkSvg(cy: Core): string {
  const box = cy.elements().boundingBox();
  const edges = cy.edges().map((e) => {
    const [a, b] = [e.source().position(), e.target().position()];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${e.style("line-color")}" stroke-width="${e.data("width")}"/>`;
  });
  const nodes = cy.nodes().map((n) => {
    const { x, y } = n.position();
    const r = n.width() / 2;
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="${n.style("background-color")}"/><text x="${x}" y="${y + r + 14}" text-anchor="middle" unicode-bidi="plaintext">${esc(n.data("label"))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x1 - 20} ${box.y1 - 20} ${box.w + 40} ${box.h + 40}" font-family="sans-serif" font-size="12">${edges.join("")}${nodes.join("")}</svg>`;
}

/** A map's SVG with the colours that the page gives it, able to stand alone. */
export function mapSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const painted = ["fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font", "paint-order"];
  const [from, to] = [svg.querySelectorAll("path, circle, text"), copy.querySelectorAll("path, circle, text")];
  from.forEach((element, i) => {
    const css = getComputedStyle(element.tagName === "text" ? element : element);
    for (const name of painted) to[i]!.setAttribute(name, css.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

/** An SVG as PNG at twice its size, drawn by the browser. */
export async function svgToPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext("2d")!;
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture")))));
}
