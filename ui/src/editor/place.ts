// Where a person was in a report: the selection, and what stood at the top of the page's view.
// Kept by document position, so that it is found again in a window of another size.

import type { Node } from "@tiptap/pm/model";
import { Plugin, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { schema } from "./schema";

export interface Place {
  selection: unknown;
  /** The position at the top of the view; none at the very beginning. */
  top: number | null;
  /** How far below the top of the view that position stood, in pixels. */
  gap: number;
}

/** A silence after which the place is kept. */
const IDLE = 400;
/** A long report is laid out bit by bit while it is scrolled to. */
const FRAMES = 4;

/** A place as it was remembered; none where there is none or it cannot be read. */
export function readPlace(text: string | null): Place | null {
  try {
    const read = JSON.parse(text ?? "null") as Partial<Place> | null;
    if (read === null || typeof read !== "object") return null;
    const { selection, top, gap } = read;
    const known = typeof top === "number" && typeof gap === "number";
    return { selection: selection ?? null, top: known ? top : null, gap: known ? gap : 0 };
  } catch {
    return null;
  }
}

/** The selection of a place, if the document still has room for it. */
export function selectionIn(doc: Node, place: Place | null): Selection {
  try {
    return place === null ? firstWords(doc) : Selection.fromJSON(doc, place.selection);
  } catch {
    // The text became shorter.
    return firstWords(doc);
  }
}

/** Where writing begins: in the first section, or in its title where that is still empty. */
function firstWords(doc: Node): Selection {
  const item = doc.children.findIndex((child) => child.type === schema.nodes.agenda_item);
  if (item === -1) return Selection.atStart(doc);
  const before = doc.children.slice(0, item).reduce((sum, child) => sum + child.nodeSize, 0);
  const title = doc.child(item).firstChild;
  const inside = before + 1 + (title && title.content.size > 0 ? title.nodeSize : 0);
  return Selection.near(doc.resolve(inside), 1);
}

/** Scrolls to the place once whenever the report is shown, then says where the person is as that changes. */
export function placeKeeper(left: () => Place | null, keep: (place: Place) => void): Plugin {
  return new Plugin({
    view: (view) => {
      const place = left();
      const scroller = view.dom.closest<HTMLElement>(".scroll");
      let now: Place = place ?? { selection: null, top: null, gap: 0 };
      let timer: ReturnType<typeof setTimeout> | undefined;
      let frame = requestAnimationFrame(() => arrive(FRAMES));

      function arrive(frames: number): void {
        if (scroller && place !== null) scrollTo(view, scroller, place);
        if (frames > 1) frame = requestAnimationFrame(() => arrive(frames - 1));
        else scroller?.addEventListener("scroll", touch, { passive: true });
      }

      function touch(): void {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timer = undefined;
          now = { ...(scroller ? inSight(view, scroller) : now), selection: view.state.selection.toJSON() as unknown };
          keep(now);
        }, IDLE);
      }

      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection)) touch();
        },
        destroy: () => {
          cancelAnimationFrame(frame);
          scroller?.removeEventListener("scroll", touch);
          if (timer === undefined) return;
          clearTimeout(timer);
          keep({ ...now, selection: view.state.selection.toJSON() as unknown });
        },
      };
    },
  });
}

function inSight(view: EditorView, scroller: HTMLElement): Omit<Place, "selection"> {
  if (scroller.scrollTop === 0) return { top: null, gap: 0 };
  const { top } = scroller.getBoundingClientRect();
  const page = view.dom.getBoundingClientRect();
  const found = view.posAtCoords({ left: page.left + page.width / 2, top: top + 1 });
  return found === null ? { top: null, gap: 0 } : { top: found.pos, gap: view.coordsAtPos(found.pos).top - top };
}

function scrollTo(view: EditorView, scroller: HTMLElement, { top, gap }: Place): void {
  if (top === null || top > view.state.doc.content.size) return;
  const there = view.coordsAtPos(top).top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += there - gap;
}
