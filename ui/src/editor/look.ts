// The template's page look as measures of the editor's page, so that lines break where they break
// on paper: 96 pixels to the inch (CSS Values 4, 6.2), 72 points to the inch.

import type { PageLook } from "../bindings/PageLook";

const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** The widths and heights of papers in millimetres (ISO 216; ANSI/ASME Y14.1). */
const PAPER: Record<PageLook["size"], [number, number]> = { A4: [210, 297], Letter: [215.9, 279.4] };

/** What a line of both typefaces takes without extra spacing: ascent and descent over the em. */
const NORMAL_LINE = 1.362;

const px = (value: number): string => `${Math.round(value * 100) / 100}px`;
const points = (value: number): string => px(value * PIXELS_PER_POINT);
const millimetres = (value: number): string => px(value * PIXELS_PER_MILLIMETRE);

/** The custom properties that `page.css` draws the page by, as a `style` attribute. */
export function pageStyle(look: PageLook): string {
  const [width, height] = PAPER[look.size];
  const { top, right, bottom, left } = look.margin;
  const values: Record<string, string> = {
    typeface: `"Rapporteur ${look.typeface}"`,
    width: millimetres(width),
    height: millimetres(height),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
    left: millimetres(left),
    line: String(Math.round(look.line_spacing * NORMAL_LINE * 1000) / 1000),
    text: points(look.text_size),
    title: points(look.title_size),
    after: points(look.space_after),
    "after-entry": points(look.space_after / 2),
  };
  look.heading_sizes.forEach((size, at) => (values[`heading-${at + 1}`] = points(size)));
  return Object.entries(values)
    .map(([name, value]) => `--page-${name}: ${value}`)
    .join("; ");
}
