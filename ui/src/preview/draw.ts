// The pages of a PDF drawn with pdf.js, which is part of the application's own pages. A page is
// drawn only when it can be seen: a report of a hundred pages is shown as fast as one of two.

import { getDocument, GlobalWorkerOptions, PDFWorker } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

/** One for all: beginning a worker takes longer than drawing a page. */
let worker: PDFWorker | null = null;

/** An open PDF. */
export interface Pages {
  count: number;
  /** Height of a page by its width. */
  ratio: number;
  /** Draws a page, from 1, at a width in CSS pixels. */
  draw: (number: number, width: number) => Promise<HTMLCanvasElement>;
  close: () => Promise<void>;
}

export async function openPages(bytes: Uint8Array): Promise<Pages> {
  worker ??= new PDFWorker();
  const loading = getDocument({ data: bytes, worker, isEvalSupported: false, disableFontFace: false });
  const pdf = await loading.promise;
  const natural = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return {
    count: pdf.numPages,
    ratio: natural.height / natural.width,
    draw: async (number, width) => {
      const page = await pdf.getPage(number);
      const scale = (width / page.getViewport({ scale: 1 }).width) * Math.max(1, window.devicePixelRatio);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport }).promise;
      return canvas;
    },
    close: () => loading.destroy(),
  };
}
