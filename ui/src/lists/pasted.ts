// The list in the clipboard as text with tabs between the cells. Pure.

/**
 * The plain text, as spreadsheets write it; where only the formatted text has a table, its cells.
 * A cell with line breaks is quoted, as spreadsheets do.
 */
export function pastedList(clipboard: DataTransfer): string {
  const plain = clipboard.getData("text/plain");
  if (plain.includes("\t")) return plain;
  const table = new DOMParser().parseFromString(clipboard.getData("text/html"), "text/html").querySelector("table");
  const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map(words));
  return rows.some((row) => row.length > 1) ? rows.map((row) => row.map(quoted).join("\t")).join("\n") : plain;
}

function words(cell: HTMLTableCellElement): string {
  for (const rule of cell.querySelectorAll("br")) rule.replaceWith("\n");
  return cell.textContent.trim();
}

const quoted = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
