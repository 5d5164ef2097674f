// The pages of a PDF drawn with pdf.js, which is part of the application's own pages. A page is
// drawn only when it can be seen: a report of a hundred pages is shown as fast as one of two.

import type { PDFDocumentLoadingTask } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

/** Begins to read a PDF. */
type Open = (data: Uint8Array) => PDFDocumentLoadingTask;

/** One for all: beginning a worker takes longer than drawing a page. */
let opening: Promise<Open> | null = null;

/** pdf.js is loaded with the first PDF that is shown: writing needs none of it. */
async function begin(): Promise<Open> {
  const { getDocument, GlobalWorkerOptions, PDFWorker } = await import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = workerUrl;
  const worker = new PDFWorker();
  return (data) => getDocument({ data, worker, isEvalSupported: false, disableFontFace: false });
}

/** An open PDF. */
export interface Pages {
  count: number;
  /** Height of a page by its width. */
  ratio: number;
  /** Draws a page, from 1, at a width in CSS pixels. */
  draw: (number: number, width: number) => Promise<HTMLCanvasElement>;
  /** Where words stand on a page, from 1. */
  find: (number: number, words: string) => Promise<Box[]>;
  close: () => Promise<void>;
}

/** A place on a page, in parts of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export async function openPages(bytes: Uint8Array): Promise<Pages> {
  const open = await (opening ??= begin());
  const loading = open(bytes);
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
    find: async (number, words) => {
      if (number < 1 || number > pdf.numPages) return [];
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      return boxesOf(
        items.filter((item) => "str" in item),
        words,
        width,
        height,
      );
    },
    close: () => loading.destroy(),
  };
}

interface Piece {
  str: string;
  /** The last two are where it begins, from the lower left corner. */
  transform: number[];
  width: number;
  height: number;
}

/** The boxes of the first place with these words, however they are spaced and divided. */
export function boxesOf(pieces: Piece[], words: string, width: number, height: number): Box[] {
  const bare = (text: string): string => text.replace(/\s+/g, "");
  const wanted = bare(words);
  const all = pieces.map((piece) => bare(piece.str)).join("");
  const start = wanted === "" ? -1 : all.indexOf(wanted);
  if (start < 0) return [];
  const boxes: Box[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = bare(piece.str).length;
    const from = Math.max(start - at, 0);
    const to = Math.min(start + wanted.length - at, length);
    at += length;
    if (from >= to) continue;
    const [x, y] = [piece.transform[4] ?? 0, piece.transform[5] ?? 0];
    boxes.push({
      left: (x + (piece.width * from) / length) / width,
      top: 1 - (y + piece.height) / height,
      width: (piece.width * (to - from)) / length / width,
      height: (piece.height * 1.25) / height,
    });
  }
  return boxes;
}
