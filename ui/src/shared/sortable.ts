// Putting a list in order with the pointer. Drag and drop of the browser is not used: the shell
// takes every drop of the window for files.

export interface Sorting {
  /** Moves the row with this id before or after another one. */
  onMove: (id: string, to: string, where: "before" | "after") => void;
}

/** Pixels before a press becomes a drag. */
const THRESHOLD = 4;

/** Rows carry `data-sort` with their id; a drag begins on `data-grip` inside them. */
export function sortable(list: HTMLElement, first: Sorting) {
  let sorting = first;
  let held: { row: HTMLElement; y: number; moved: boolean } | null = null;
  let target: { row: HTMLElement; where: "before" | "after" } | null = null;

  const rows = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-sort]")];

  function mark(next: typeof target): void {
    target?.row.removeAttribute("data-drop");
    target = next;
    target?.row.setAttribute("data-drop", target.where);
  }

  function end(): void {
    held?.row.removeAttribute("data-dragged");
    held = null;
    mark(null);
    window.removeEventListener("keydown", onKey, true);
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const row = event.target.closest("[data-grip]")?.closest<HTMLElement>("[data-sort]");
    if (!row) return;
    held = { row, y: event.clientY, moved: false };
    window.addEventListener("keydown", onKey, true);
  }

  function onMove(event: PointerEvent): void {
    if (!held) return;
    if (!held.moved) {
      if (Math.abs(event.clientY - held.y) < THRESHOLD) return;
      held.moved = true;
      held.row.setAttribute("data-dragged", "");
      list.setPointerCapture(event.pointerId);
    }
    event.preventDefault();
    mark(place(event.clientY));
    target?.row.scrollIntoView({ block: "nearest" });
  }

  /** The row and side nearest to a height on the screen; null where nothing would move. */
  function place(y: number): typeof target {
    const all = rows();
    const over = all.find((row) => y < row.getBoundingClientRect().bottom) ?? all.at(-1);
    if (!over || over === held?.row) return null;
    const { top, height } = over.getBoundingClientRect();
    return { row: over, where: y < top + height / 2 ? "before" : "after" };
  }

  function onUp(): void {
    const id = held?.moved === true ? held.row.dataset["sort"] : undefined;
    const to = target?.row.dataset["sort"];
    const where = target?.where;
    end();
    if (id !== undefined && to !== undefined && where !== undefined) sorting.onMove(id, to, where);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  }

  list.addEventListener("pointerdown", onDown);
  list.addEventListener("pointermove", onMove);
  list.addEventListener("pointerup", onUp);
  list.addEventListener("pointercancel", end);
  return {
    update: (next: Sorting) => (sorting = next),
    destroy: () => {
      end();
      list.removeEventListener("pointerdown", onDown);
      list.removeEventListener("pointermove", onMove);
      list.removeEventListener("pointerup", onUp);
      list.removeEventListener("pointercancel", end);
    },
  };
}
