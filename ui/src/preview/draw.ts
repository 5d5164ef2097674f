// Drawing the pages of a PDF with pdf.js, which is part of the application's own pages.

import { getDocument, GlobalWorkerOptions } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { t } from "../text/en";

GlobalWorkerOptions.workerSrc = workerUrl;

export interface Drawn {
  canvases: HTMLCanvasElement[];
}

/** Draws every page at a width in CSS pixels; null if it was given up on the way. */
export async function drawPages(bytes: Uint8Array, width: number, givenUp: () => boolean): Promise<Drawn | null> {
  const loading = getDocument({ data: bytes, isEvalSupported: false, disableFontFace: false });
  try {
    const pdf = await loading.promise;
    const canvases: HTMLCanvasElement[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      if (givenUp()) return null;
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const scale = (width / natural.width) * Math.max(1, window.devicePixelRatio);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", t.preview.page(number, pdf.numPages));
      await page.render({ canvas, viewport }).promise;
      canvases.push(canvas);
    }
    return givenUp() ? null : { canvases };
  } finally {
    await loading.destroy();
  }
}
