// Walking from pane to pane; a pane is what carries `data-pane`.

/** The keyboard goes to the next pane: to its page, its first control or its list. */
export function nextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(now + 1) % panes.length];
  const target = next?.querySelector<HTMLElement>(".ProseMirror, [data-first], [tabindex='0'], button, input");
  target?.focus();
}
