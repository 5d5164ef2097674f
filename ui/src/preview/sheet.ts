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

/** What was drawn before stays until the new drawing is ready. */
export function sheet(frame: HTMLElement, first: Sheet) {
  let wanted = first;
  let drawn: Sheet | null = null;
  let seen = false;
  let drawing = false;

  async function draw(): Promise<void> {
    if (!seen || drawing) return;
    if (drawn?.pages === wanted.pages && drawn.width === wanted.width) return;
    drawing = true;
    const now = wanted;
    try {
      frame.replaceChildren(await now.pages.draw(now.number, now.width));
      drawn = now;
      now.onDrawn?.();
    } catch (reason) {
      // A PDF that was closed meanwhile is replaced by the next one at once.
      if (now === wanted) console.warn("a page of the preview was not drawn", reason);
    } finally {
      drawing = false;
    }
    if (now !== wanted) await draw();
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
      wanted = next;
      void draw();
    },
    destroy: () => observer.disconnect(),
  };
}
