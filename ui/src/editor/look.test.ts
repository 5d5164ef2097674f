import { expect, test } from "vitest";
import type { PageLook } from "../bindings/PageLook";
import { pageStyle } from "./look";

const HOUSE: PageLook = {
  size: "A4",
  margin: { top: 25, right: 25, bottom: 25, left: 25 },
  typeface: "Noto Sans",
  docx_font: "Arial",
  text_size: 11,
  title_size: 18,
  heading_sizes: [14, 12, 11, 11],
  line_spacing: 1.15,
  space_after: 6,
  footer: true,
};

function check(change: Partial<PageLook>, expected: Record<string, string>): void {
  const style = pageStyle({ ...HOUSE, ...change });
  for (const [name, value] of Object.entries(expected)) expect(style).toContain(`--page-${name}: ${value}`);
}

test("the page has the measures of the paper", () => {
  check({}, { width: "793.7px", height: "1122.52px", text: "14.67px", after: "8px", line: "1.566" });
  check({ size: "Letter" }, { width: "816px", height: "1056px" });
  check(
    { margin: { top: 25.4, right: 12.7, bottom: 0, left: 25.4 } },
    { top: "96px", right: "48px", bottom: "0px", left: "96px" },
  );
  check({ typeface: "Noto Serif" }, { typeface: '"Rapporteur Noto Serif"' });
  check({ heading_sizes: [18, 15, 12, 9] }, { "heading-1": "24px", "heading-4": "12px" });
});
