import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  build: { target: "safari16", chunkSizeWarningLimit: 2000 },
  // Tests mount components as a browser does.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  test: { environment: "jsdom" },
  clearScreen: false,
}));
