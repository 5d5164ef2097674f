// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { pastedList } from "./pasted";

const clipboard = (plain: string, html: string): DataTransfer =>
  ({ getData: (type: string) => (type === "text/plain" ? plain : html) }) as DataTransfer;

const TABLE = `<html><body><!--StartFragment--><table><thead><tr><th>Name</th><th>Organisation</th></tr></thead>
  <tr><td> Ana Neves </td><td>Access<br>Harbour</td></tr>
  <tr><td>Omar “O” Al-Hassan</td><td>"Board"</td></tr></table></body></html>`;

describe("the list in the clipboard", () => {
  it.each([
    ["Ana Neves\tHarbour", TABLE, "Ana Neves\tHarbour"],
    ["Ana Neves", "", "Ana Neves"],
    ["Ana Neves\nOmar", "<ol><li>Ana Neves</li></ol>", "Ana Neves\nOmar"],
    ["Ana Neves\nOmar", "<table><tr><td>Ana Neves</td></tr></table>", "Ana Neves\nOmar"],
    [
      "Name Organisation Ana",
      TABLE,
      'Name\tOrganisation\nAna Neves\t"Access\nHarbour"\nOmar “O” Al-Hassan\t"""Board"""',
    ],
  ])("%j with %j", (plain, html, wanted) => {
    expect(pastedList(clipboard(plain, html))).toBe(wanted);
  });
});
