// The fonts of the page are those of the PDF: the program carries them once and the page asks for
// the cuts of the typeface it is set in.

import type { Typeface } from "../bindings/Typeface";
import { fontFile } from "../host";

const asked = new Set<Typeface>();

/** Has the page know a typeface as `Rapporteur` and its name. Until it does, another one is shown. */
export function provide(typeface: Typeface): void {
  if (asked.has(typeface)) return;
  asked.add(typeface);
  for (const bold of [false, true]) {
    for (const italic of [false, true]) {
      void fontFile(typeface, bold, italic)
        .then((bytes) => {
          const descriptors = { weight: bold ? "bold" : "normal", style: italic ? "italic" : "normal" };
          document.fonts.add(new FontFace(`Rapporteur ${typeface}`, bytes, descriptors));
        })
        .catch((reason: unknown) => {
          asked.delete(typeface);
          console.warn(`${typeface} is not shown`, reason);
        });
    }
  }
}
