// The colours of the pictures, written into them so that a saved picture looks as it did here.
// Each stands out from the surface by 3:1 at least; what they mean is always said in words too.

export interface Palette {
  surface: string;
  text: string;
  muted: string;
  hairline: string;
  tint: string;
  empty: string;
  kinds: string[];
}

export const LIGHT: Palette = {
  surface: "#ffffff",
  text: "#1c2126",
  muted: "#59626b",
  hairline: "#d9dde1",
  tint: "#f5f7f9",
  empty: "#eaecee",
  kinds: ["#0a5c99", "#b35900", "#1d6b3a", "#7a3e9d", "#8a6d00", "#59626b"],
};

export const DARK: Palette = {
  surface: "#1b1e21",
  text: "#e6e8ea",
  muted: "#a3abb3",
  hairline: "#363c42",
  tint: "#22262a",
  empty: "#2a2f34",
  kinds: ["#7db8e8", "#f0a868", "#8fd3a5", "#c9a3e6", "#e0c860", "#a3abb3"],
};
