// One page of the preview: drawn when it comes into view, and again when the report has changed.

import type { Pages } from "./draw";

export interface Sheet {
  pages: Pages;
  /** From 1. */
  number: number;
  /** In CSS pixels. */
  width: number;
  onDrawn?: () => void;
}

/** What was drawn before stays until a newer drawing is ready. */
export function sheet(frame: HTMLElement, first: Sheet) {
  let wanted = { sheet: first, order: 0 };
  /** The newest that is shown, and the newest that is being drawn. */
  let shown: typeof wanted | null = null;
  let begun: typeof wanted | null = null;
  let seen = false;

  const isSame = (one: typeof wanted | null): boolean =>
    one?.sheet.pages === wanted.sheet.pages && one.sheet.width === wanted.sheet.width;

  /** Never waits for an older drawing: one of a PDF that was closed meanwhile may not end at all. */
  async function draw(): Promise<void> {
    if (!seen || isSame(shown) || isSame(begun)) return;
    const now = wanted;
    begun = now;
    try {
      const canvas = await now.sheet.pages.draw(now.sheet.number, now.sheet.width);
      if (shown !== null && shown.order > now.order) return;
      frame.replaceChildren(canvas);
      shown = now;
      now.sheet.onDrawn?.();
    } catch (reason) {
      // A PDF that was closed meanwhile is replaced by the next one at once.
      if (now === wanted) console.warn("a page of the preview was not drawn", reason);
      if (begun === now) begun = null;
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      seen = entries.some((entry) => entry.isIntersecting);
      void draw();
    },
    { rootMargin: "200px" },
  );
  observer.observe(frame);
  return {
    update: (next: Sheet) => {
      wanted = { sheet: next, order: wanted.order + 1 };
      void draw();
    },
    destroy: () => observer.disconnect(),
  };
}
